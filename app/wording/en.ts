import type { Wording } from "./wording";

// Words that name harm done to somebody, like “cruel” or “controlling”, are in no list: nobody is asked to soften those.
const HARD =
  "selfish|lazy|mean|stupid|dumb|crazy|insane|pathetic|useless|worthless|hopeless|childish|immature|dramatic|" +
  "ungrateful|unfair|stubborn|arrogant|jealous|paranoid|needy|clingy|irresponsible|disgusting|impossible|ridiculous|" +
  "annoying|insensitive|inconsiderate|horrible|terrible|awful|toxic|liar|cheat|cheater|coward|idiot|narcissist|" +
  "psycho|hypocrite|failure|loser|joke|disappointment|nightmare";
const HARM =
  "hit|hits|hitting|beat|beats|push|pushed|shove|shoved|slap|slapped|kick|kicked|choke|choked|strangle|strangled|" +
  "grab|grabbed|force|forced|rape|raped|threaten|threatened|frighten|frightened|scare|scared|stalk|control|lock|locked";
const LOVELY =
  "happy|happier|laugh|smile|proud|strong|stronger|calm|glad|grateful|brave|better|good|great|welcome|loved|safe|safer|" +
  "seen|heard|wanted|special|cared|close|closer|important|understood|at_home|alive|beautiful|needed|valued|believe";

const CHILD = "children|child|kids|kid|son|daughter|baby|boys|girls";
const PEOPLE =
  "friends|friend|family|mother|father|mum|mom|dad|parents|sister|brother|sisters|brothers|colleagues";
const PAPERS = "passport|passports|papers|documents|id|visa|certificate|certificates|phone";
const MONEY = "money|savings|account|accounts|card|cards";

const CODE =
  "password|passwords|passcode|passcodes|pin|pins|login|logins|unlock_code|phone_code|location|whereabouts";
const DEVICE = "phone|messages|texts|chats|emails|mails|inbox|whatsapp|dms|calls|laptop|accounts";
const LOOK = "read|check|see|search|open|monitor|access|go_through|look_at|look_through|look_into";

/** Every beginning with every end. */
function each(beginnings: readonly string[], ends: readonly string[]): readonly string[] {
  return beginnings.flatMap((beginning) => ends.map((end) => `${beginning} ${end}`));
}

/** What the writer is about to do. "I will not …" begins with none of these. */
const I_WILL = ["i|we will|can|shall", "i|we am|are going_to", "i am gonna"];
const I_WANT = ["i want|need|expect|ask to?", "i would like to?", "i have to"];
/** What the other is to do, or not to do. */
const YOU_WILL = [
  "you will|shall|must|should|can|may|could",
  "you have|need to",
  "i|we want|need|expect|ask you to",
  "i would like you to",
];
const YOU_WILL_NOT = ["you will|shall|must|may|can|do not|never", "you are not|never allowed|going to"];
const ASKED = ["^ just?", "please", "you", ...YOU_WILL];

/** English, as it is written by both sides of the Atlantic. */
export const en: Wording = {
  short: {
    "i'm": "i am",
    im: "i am",
    "i'll": "i will",
    "i'd": "i would",
    "i've": "i have",
    "we'll": "we will",
    "we're": "we are",
    "you're": "you are",
    youre: "you are",
    "you'll": "you will",
    youll: "you will",
    "you've": "you have",
    youve: "you have",
    "it's": "it is",
    its: "it is",
    "that's": "that is",
    thats: "that is",
    "what's": "what is",
    whats: "what is",
    "who's": "who is",
    "don't": "do not",
    dont: "do not",
    "doesn't": "does not",
    "didn't": "did not",
    didnt: "did not",
    "won't": "will not",
    "can't": "can not",
    cant: "can not",
    cannot: "can not",
    "isn't": "is not",
    isnt: "is not",
    "wasn't": "was not",
    wasnt: "was not",
    "aren't": "are not",
    "hadn't": "had not",
    "shouldn't": "should not",
    "mustn't": "must not",
  },

  harmless: [
    "you never know",
    "love|thank|miss|with|for|trust|support you always",
    `you always? make|made|makes me feel? so|very|really|more? ${LOVELY}`,
    "you make|made me a|an|some|breakfast|dinner|lunch|tea|coffee|soup",
    // Somebody is told that they are not to blame.
    "not|never|none|nothing|nobody|no … is|was|are … your fault but?",
    "is|was|are not … your fault but?",
    "not think|believe|say|saying|mean that? you always|never|are|were|made",
    // Force is named as what it was.
    `you … ${HARM} … me`,
    "you made me have|sleep|undress|watch|quit|sign|give",
    "you never let me see|go|leave|work|have",
    // What takes nothing back.
    "nothing|anything|everything|all|none but",
    "last but not least",
    "not only|just|merely … but",
    "if you had to|enough",
    // What asks for nothing.
    "not|never want|need|expect|ask you to",
    `my ${CODE} is|are mine|private|personal|my`,
    `talk|speak to|with your|any|other … ${PEOPLE} about`,
  ],

  phrases: {
    absolute: [
      "you always|never|constantly",
      "you just|simply|still|also|are|were|have|had always|never|constantly",
      "you do|did not ever",
      "you can|could never",
      "all you ever? do|did|want|wanted|care",
      "you only ever",
      "not once did|have you",
      "every single time you",
      "always|never you who",
    ],

    blame: [
      "you made|make|makes me",
      "is|was|are all|only|entirely|just|really|completely? your own? fault",
      "your fault that",
      "^ all? your fault",
      "i blame you",
      "you are to blame",
      "all|only just? because of you",
      `you are|were so|too|such|just|really|very|always|being? a|an|the|so? ${HARD}`,
      "you are too|so|over sensitive",
      "you do not even? care about",
      "you only care|think about|of yourself",
      "you ruin|ruined|destroy|destroyed|wreck|wrecked everything|us|me|my|our|it",
      "you left|gave me no choice",
      "what is wrong with you",
      "look what you did|have",
      "you should be ashamed",
      "shame on you",
    ],

    excuse: [
      "but",
      "if you felt|took",
      "if you feel|are|were hurt|upset|offended|angry|that|like|i",
      "if i … hurt|upset|offended|offend",
      "sorry that? you feel|felt|think|thought",
      "you made|make me",
      "you left|gave me no choice",
      "you drove me to|into",
      "if you had",
      "you did it|that|the too|first|same",
      "so did you",
      "only because you",
      "anyone|anybody would have",
      "mistakes were made",
    ],

    // What somebody does to be safe is in no list: leaving, a friend’s house, a lawyer, a refuge, the police.
    threat: [
      ...each(YOU_WILL_NOT, [
        `see|hold|meet|visit … ${CHILD}`,
        `see|meet|visit|call|contact|text|phone your|any|other … ${PEOPLE}`,
        `talk|speak to|with your|any|other … ${PEOPLE}`,
        "talk|speak to|with other|any men|women",
        "have any? friends",
        "get|see|have a|any|one cent|penny|money",
      ]),
      `you will|would lose … ${CHILD}|house|home|flat|money|friends|family`,
      ...each(I_WILL, [
        `take … ${CHILD} away`,
        `take|keep … ${CHILD} away? from you`,
        `tell … ${CHILD} what|who|that|about|how you`,
        "tell everyone|everybody",
        `tell your … ${PEOPLE}|boss|employer|work|church what|who|that|about|how`,
        "cut you off",
        `take all|your … ${MONEY}`,
        `empty|block|freeze|cancel your|our|the|all … ${MONEY}`,
        "throw|kick you out",
        "put you out|on_the_street",
        "lock you out|in",
        "change the locks",
        `take|hide|keep|burn|destroy|shred your … ${PAPERS}`,
        "report you to immigration|your",
        "get|have you deported|fired|sacked",
        "call your boss|employer|work|immigration",
        "make you pay|regret|suffer|sorry",
        "make sure … you lose|never|regret|pay",
        "hurt|hit|ruin|destroy|kill|punish you",
        "ruin|destroy your",
      ]),
      "you will be sorry|homeless|deported",
      "you will be on the street",
      "you will regret",
      "or else",
    ],

    secrets: [
      // A code, or where somebody is.
      ...each(ASKED, [
        `give|tell|send|show|text|share … ${CODE}`,
        "turn|switch|keep|leave on? … location",
        "install … tracker|tracking",
        "unlock your phone|laptop",
        "leave|keep your phone|laptop unlocked",
      ]),
      ...each(I_WANT, [`have|know|get|see? your … ${CODE}`, "know where you are at|all|every"]),
      ...each(I_WILL, [`give|tell|send|show|text|share … my ${CODE}`]),
      `i|we share|exchange|swap our|my? ${CODE}`,
      `you can|may|could|will have|get|know|use|see my … ${CODE}`,
      `my|our ${CODE} is`,
      // What is on a phone.
      ...each(
        [...I_WILL, ...I_WANT],
        [
          `${LOOK} all|any? of? your … ${DEVICE}`,
          "track your|you",
          `have|get? access to your … ${DEVICE}`,
          "install … tracker|tracking",
        ],
      ),
      ...each(
        ["^", "please", "you", ...YOU_WILL],
        [`let me ${LOOK} all|any? of? your … ${DEVICE}`, "let me track"],
      ),
      ...each(ASKED, [`give|show|hand me|us|over all? of? your … ${DEVICE}`]),
      `you can|may|could|will ${LOOK} … my … ${DEVICE}`,
      "you can|may|could|will track me|my",
    ],
  },
};
