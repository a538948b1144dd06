import type { Guide } from "../guide";

/** Area 4, consistency. What could get in the way is met with an if-then plan; see docs/sources.md. */
export const keepingPromises: Guide = {
  id: "keeping-promises",
  version: 1,
  area: 4,
  title: "Keeping promises",
  purpose: "To make a few promises small enough to keep. Trust grows when words and days begin to match.",
  asks: "Each of you thinks of one promise to make and one that would help. Then you agree on a few, and look ahead to what could get in the way.",
  isNot:
    "It is not a test, and nobody counts points. A promise here does not pay off what happened; it is one thing you do from now on.",
  how: "You both write first, then agree on a few small promises, and say what you will do if you miss one.",
  minutes: 40,
  alone: true,
  roles: [
    {
      id: "first",
      mine: "I would like to offer the first promise",
      yours: "You may offer the first promise",
    },
    { id: "second", mine: "I would like to hear one first", yours: "You may wait to hear one first" },
  ],
  steps: [
    {
      id: "two-promises",
      kind: "write",
      title: "Two promises",
      who: "each",
      seen: "together",
      mayPass: true,
      intro:
        "Think small: something for the next few weeks that you could do even on a bad day. If you are two, you see each other’s answers once both are there.",
      fields: [
        {
          id: "mine",
          kind: "text",
          label: "What is a promise you would like to make?",
          hint: "Something you do, not something you try to feel. “I call when I will be late.”",
        },
        {
          id: "helpful",
          kind: "text",
          label: "What is a promise that would help you?",
          hint: "A wish, not a demand. The other may say no, or offer something else.",
        },
      ],
    },
    {
      id: "promises",
      kind: "settle",
      title: "Agree on a few",
      sort: "commitment",
      intro:
        "Offer only what you yourself will do. One or two promises that are kept do more than ten that are not. The other may accept, suggest a change or say no.",
      fields: [
        {
          id: "what",
          kind: "text",
          label: "What will I do?",
          hint: "So clear that you both know when it is done.",
        },
        { id: "when", kind: "text", label: "How often, or by when?" },
        {
          id: "sign",
          kind: "text",
          label: "How will the other know?",
          hint: "Something they notice without having to check. It needs no passwords, no look at a phone, no tracking.",
        },
      ],
    },
    {
      id: "in-the-way",
      kind: "write",
      title: "When it gets hard",
      who: "each",
      seen: "at-once",
      mayPass: true,
      intro:
        "Almost everybody misses a promise some day. Think of the one that matters most to you, and plan for that day now. If you are two, the other reads your answer as soon as you have sent it.",
      fields: [
        {
          id: "obstacle",
          kind: "text",
          label: "What could get in the way?",
          hint: "A long day, an old habit, a moment of shame.",
        },
        {
          id: "missed",
          kind: "text",
          label: "What will you do when you miss it?",
          hint: "For example: say so yourself, the same day, and say what happens next.",
        },
      ],
    },
  ],
  next: {
    guide: "weekly-meeting",
    why: "A short talk each week is a good place to see how your promises are going.",
  },
};
