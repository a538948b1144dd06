import type { Field, Guide } from "../guide";

/** What the one who caused the hurt answers, first alone and then for both; each part is marked by itself. */
const ACCOUNT: readonly Field[] = [
  {
    id: "did",
    kind: "text",
    label: "What I did",
    hint: "Plainly, and without “but”. What you have already told, not something new.",
  },
  {
    id: "harm",
    kind: "text",
    label: "The harm it caused",
    hint: "As you heard it from the other, not as you imagine it.",
  },
  {
    id: "make-right",
    kind: "text",
    label: "How I want to make it right",
    hint: "As far as it can be made right. Something you can do.",
  },
  {
    id: "feel",
    kind: "text",
    label: "What I feel about it",
    hint: "It is not for the other to comfort you.",
  },
  {
    id: "came-about",
    kind: "text",
    label: "How it came about",
    hint: "What went on in you. It explains; it does not excuse.",
  },
  {
    id: "differently",
    kind: "text",
    label: "What I will do differently",
    hint: "Something the other could notice.",
  },
];

/** Area 2, taking responsibility. Heard first, then the parts of an apology after Lewicki and others; see docs/sources.md. */
export const owningIt: Guide = {
  id: "owning-it",
  version: 1,
  area: 2,
  title: "Owning it",
  purpose:
    "For one hurt that both of you know about. First it is heard, then the one who caused it answers for it.",
  asks: "The one who was hurt says what it did to them. The one who caused it listens to the end, and then answers without excuses.",
  isNot:
    "It is not a place for news, and nobody owes forgiveness. It is not for you if you are afraid of the other.",
  how: "The one who was hurt is heard first; then the other writes what they answer for, and offers ways to make amends.",
  minutes: 90,
  roles: [
    { id: "hurt", mine: "I was hurt", yours: "You were hurt, and you speak first" },
    {
      id: "acting",
      mine: "I caused the hurt",
      yours: "You caused the hurt: you listen first, then write what you answer for",
    },
  ],
  steps: [
    {
      id: "before",
      kind: "acknowledge",
      title: "What this is, and what it is not",
      lines: [
        "This is about one thing that happened, which both of you know about.",
        "If there is something the other does not know yet, do not say it here for the first time. A therapist can help you both with that.",
        "The one who was hurt speaks first, for as long as it takes. The other listens, says it back and does not defend.",
        "After that, the one who caused it writes what they answer for.",
        "Nobody owes forgiveness, tonight or ever. Good words can still need time.",
        "You can spread this over several evenings. Either of you may take a break or stop at any time. Nobody needs a reason.",
      ],
      button: "I have read this",
    },
    {
      id: "hear",
      kind: "dialogue",
      title: "What it did to you",
      intro:
        "The one who was hurt speaks; the other says back what they heard. It goes on until the one who was hurt says: I was heard.",
      first: "hurt",
      only: "hurt",
      softSeconds: 90,
    },
    {
      id: "prepare",
      kind: "write",
      title: "Your answer, a first draft",
      who: { role: "acting" },
      seen: "self",
      intro:
        "Only you see this. Take your time: it can wait for tomorrow. In the next step you can change it before you send it.",
      fields: ACCOUNT,
      opensAfter: "hear",
      wording: "owning",
    },
    {
      id: "account",
      kind: "write",
      title: "Your answer",
      who: { role: "acting" },
      seen: "at-once",
      intro: "It begins with what you prepared. The other reads it as soon as you send it.",
      fields: ACCOUNT,
      startsFrom: "prepare",
      wording: "owning",
    },
    {
      id: "landed",
      kind: "mark",
      title: "What has landed?",
      intro:
        "Say of each part whether it has landed with you. “Not yet” is an honest answer, and so is leaving it open. You can change it later, as often as you like.",
      of: "account",
      by: "hurt",
    },
    {
      id: "amends",
      kind: "settle",
      title: "Making amends",
      sort: "repair-offer",
      offeredBy: "acting",
      intro:
        "Offer something that you yourself will do. The other may say yes or no, or change it. What is accepted becomes a commitment. A yes to an offer is not forgiveness.",
      fields: [
        {
          id: "what",
          kind: "text",
          label: "What do I offer to do?",
          hint: "Something you can do for certain, not a feeling you promise.",
        },
        { id: "when", kind: "text", label: "How often, or by when?" },
        {
          id: "sign",
          kind: "text",
          label: "How will the other know?",
          hint: "Without having to ask or to check.",
        },
      ],
    },
  ],
  next: {
    guide: "keeping-promises",
    why: "What you offered can become trust again by being kept, one small promise at a time.",
  },
};
