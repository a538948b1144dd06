import { expect, test } from "vitest";
import { hintsIn, wordingIn } from "./hints";
import { finishedWords } from "./phrases";
import { listsOf, type Sentences, testSentences } from "./testing/sentences";

const en = await listsOf("en");

const TABLES: readonly Sentences[] = [
  {
    kind: "absolute",
    care: "speaking",
    hint: [
      "You never listen.",
      "YOU NEVER LISTEN",
      "you always come home late and I wait",
      "When I talk, you always look away.",
      "You’re always on your phone.",
      "You've never asked me.",
      "“You never”, that is how it feels.",
      "You\nare still here. You just never say so.",
      "All you ever do is work.",
      "You don't ever call.",
    ],
    noHint: [
      "I always enjoy our walks.",
      "I never meant to hurt you.",
      "I will love you always.",
      "You never know what comes.",
      "I do not say you always do it.",
      "You, always, and the sea.",
      "Thank you. Never mind the rest.",
      "You always made me laugh.",
      "When you came home at two, I felt alone.",
      "You need to know that I care.",
      "You always hit me.",
      "You never let me see my sister.",
      "",
    ],
  },
  {
    kind: "blame",
    care: "speaking",
    hint: [
      "You made me do it.",
      "You make me so angry",
      "It's your fault.",
      "It’s all your fault that we are here",
      "its your fault.",
      "You are so selfish.",
      "You're such a liar.",
      "you are too sensitive",
      "This happened only because of you.",
      "Look what you've done.",
      "You left me no choice.",
      "You ruined everything.",
    ],
    noHint: [
      "It is not your fault.",
      "None of this was your fault.",
      "I don’t think it's your fault.",
      "You made me laugh yesterday.",
      "You make me feel so safe.",
      "You made me breakfast, and I was glad.",
      "When you are so quiet, I feel alone.",
      "You are so kind to my mother.",
      "I do not think you are selfish.",
      "I felt hurt when you left.",
      "You drove me to the hospital.",
      "You forced me to sleep with you.",
      "You pushed me into the door.",
      "You made me have sex when I did not want to.",
      "You are cruel and controlling.",
    ],
  },
  {
    kind: "excuse",
    care: "owning",
    hint: [
      "I lied to you, but I was afraid.",
      "But you know how it was.",
      "I did it. BUT only once.",
      "I am sorry if you felt hurt.",
      "I’m sorry you feel that way.",
      "Sorry if I hurt you.",
      "You made me lie.",
      "You left me no choice.",
      "So did you.",
      "You drove me to it.",
      "It would not have happened if you had been there.",
    ],
    noHint: [
      "I pushed the button.",
      "I told you nothing but lies.",
      "It was not your fault but mine.",
      "I hurt not only you but the children too.",
      "I will do it when you are ready, if you are willing.",
      "I will wait if you feel unsure.",
      "I broke my promise, and you were alone that night.",
      "I made you doubt yourself.",
      "I understand if you had to leave.",
      "My debut, the rebuttal and the butter.",
    ],
  },
  {
    kind: "threat",
    care: "boundary",
    hint: [
      "If you lie again I will take the kids away.",
      "If you do not stop I will take the children away from you.",
      "I'll make sure that you never see your son",
      "You will never see the children again.",
      "You won’t see your daughter.",
      "I will tell the children what you did.",
      "You will not get a penny.",
      "I'm going to block your cards.",
      "I’ll throw you out.",
      "I will change the locks.",
      "I will hide your passport.",
      "We are going to burn your papers.",
      "You must not see your friends.",
      "You are not allowed to talk to other men.",
      "I will tell everyone.",
      "Do it again and you'll be sorry.",
      "Come home by ten, or else",
    ],
    noHint: [
      "If you shout, I will leave the room.",
      "If you hit me, I will call the police.",
      "I will report it to the police.",
      "I will take the children to my mother’s and stay there.",
      "I will take the children to school.",
      "I will not take the children away.",
      "I will never throw you out.",
      "I will sleep at my sister's house.",
      "I will talk to a lawyer.",
      "I will move out with the kids if it happens again.",
      "I will keep my own money in an account of my own.",
      "You do not talk to your friends about what I tell you here.",
      "I will tell my friend how I feel.",
      "You do not read my messages.",
      "I will end the call when there is name-calling.",
    ],
  },
  {
    kind: "secrets",
    care: "plain",
    hint: [
      "Give me your password.",
      "Please tell me your PIN",
      "I want your phone password.",
      "I want you to give me your unlock code.",
      "You have to share your location with me.",
      "Turn on your location when you are out.",
      "I will give you my password.",
      "We share our passwords",
      "My PIN is 1234.",
      "I need to read your messages.",
      "I'd like to check your phone in the evening.",
      "I want access to your emails.",
      "Let me see your phone.",
      "You can go through my phone whenever you like.",
      "You let me look at your messages every night.",
      "Show me your chats.",
      "I am going to track your phone.",
      "I want to know where you are at all times.",
      "You leave your phone unlocked.",
    ],
    noHint: [
      "I will not ask for your password.",
      "I don't want you to give me your password.",
      "When you asked for my password, I felt small.",
      "You do not have to give me your location.",
      "I won't read your messages.",
      "You do not check my phone.",
      "I never want to track you. I trust you.",
      "My password is mine.",
      "I changed my password.",
      "You never ask me for my password.",
      "Nobody has to unlock a phone here.",
      "I want to keep my messages to myself.",
      "Please send me a message when you are late.",
      "I will answer your messages in the evening.",
      "I want to see you without your phone.",
      "Give me a call from your phone.",
      "Let me check the calendar.",
      "I want to keep a pin on the map of our trips.",
    ],
  },
];

testSentences(en, TABLES);

test("each kind of writing is looked at for its own things only", () => {
  const text = "You never listen. It is your fault, but I will hide your passport. Give me your PIN.";
  expect(hintsIn(text, "speaking", en)).toEqual(["secrets", "blame", "absolute"]);
  expect(hintsIn(text, "owning", en)).toEqual(["secrets", "excuse", "blame"]);
  expect(hintsIn(text, "boundary", en)).toEqual(["secrets", "threat"]);
  expect(hintsIn(text, "plain", en)).toEqual(["secrets"]);
});

test("a harmless phrase does not hide another one beside it", () => {
  expect(hintsIn("You never know and you never listen.", "speaking", en)).toEqual(["absolute"]);
  expect(hintsIn("You made me laugh. You made me cry.", "speaking", en)).toEqual(["blame"]);
});

test("a language of a country is read as that language, and one without a list has none", async () => {
  expect(hintsIn("You never listen.", "speaking", await listsOf("en-GB"))).toEqual(["absolute"]);
  for (const locale of ["fr", "enx", "constructor", "__proto__", ""])
    expect(await wordingIn(locale)).toBeNull();
});

test("nothing that is typed over and over makes it slow: the longest text is done within a test’s time", () => {
  for (const piece of [
    "you ",
    "i will ",
    "not not ",
    "let me see your ",
    "give me all of ",
    "'",
    ". ",
    "you never know ",
  ])
    expect(hintsIn(piece.repeat(8_000 / piece.length), "boundary", en)).toEqual([]);
});

test("a word that is still being typed does not count", () => {
  expect(finishedWords("I lied, but")).toBe("I lied, ");
  expect(finishedWords("I lied, but ")).toBe("I lied, but ");
  expect(finishedWords("It's your fault.")).toBe("It's your fault.");
  expect(finishedWords("I don’")).toBe("I ");
  expect(finishedWords("")).toBe("");
});
