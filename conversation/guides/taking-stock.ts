import type { Guide, ScaleField } from "../guide";

const statement = (id: string, label: string, hint?: string): ScaleField => ({
  id,
  kind: "scale",
  label,
  low: "not true for me",
  high: "very true for me",
  optional: true,
  ...(hint !== undefined && { hint }),
});

/** Area 1, signs of broken trust. Alone first, then together: OurRelationship; see docs/sources.md. */
export const takingStock: Guide = {
  id: "taking-stock",
  version: 1,
  area: 1,
  title: "Taking stock",
  purpose: "To see what the broken trust has done to you, each for yourself. Then you choose what to share.",
  asks: "Each of you takes an honest look, for your own eyes only. Nobody has to share anything.",
  isNot: "It is not a test. There is no score, and nobody compares the two of you.",
  how: "Each answers some questions that nobody else sees, chooses what to share, and then you listen to each other.",
  minutes: 45,
  roles: [
    {
      id: "first",
      mine: "I would like to speak first",
      yours: "You speak first, once both have looked for themselves",
    },
    {
      id: "second",
      mine: "I would like to listen first",
      yours: "You listen first, once both have looked for themselves",
    },
  ],
  alone: true,
  steps: [
    {
      id: "for-yourself",
      kind: "write",
      title: "How it is for you",
      who: "each",
      seen: "self",
      mayPass: true,
      intro:
        "Only you will ever see this, and nothing adds it up. Think of the last two weeks: first talking, then being close, then trust in others and in yourself. Leave out what you like. If somebody could be looking at your screen, simply pass.",
      fields: [
        statement("avoid", "There are things I avoid talking about with my partner"),
        statement("eggshells", "I weigh every word, so as not to set something off"),
        statement("hold-back", "When something hurts me, I keep it to myself"),
        statement("distance", "I feel far away from my partner, even in the same room"),
        statement("small-things", "I tell my partner about the small things of my day"),
        statement("time-together", "I want to spend time with my partner"),
        statement("others", "I have begun to doubt other people too"),
        statement("judgement", "I doubt my own judgement"),
        statement("watchful", "I keep looking for signs that it is happening again"),
        statement("hope", "I have hope for the two of us"),
        statement(
          "safe",
          "I feel safe to say what I think",
          "If you do not, somebody you trust or a help line can be there for you, on your own. You need not share that here.",
        ),
        {
          id: "note",
          kind: "text",
          label: "Is there something these sentences do not say?",
          hint: "A note to yourself.",
          optional: true,
        },
      ],
    },
    {
      id: "share",
      kind: "write",
      title: "What you want to share",
      who: "each",
      seen: "together",
      mayPass: true,
      intro:
        "You choose. One thing is enough, and you may also pass. If you are two, you see each other’s answers once both are there; on your own, it is a note for you.",
      fields: [
        {
          id: "which",
          kind: "text",
          label: "Which of these do I want to share now?",
          hint: "In your own words. The numbers stay with you.",
        },
        {
          id: "know",
          kind: "text",
          label: "What I would like you to know about it",
          hint: "How it is for you, not whose fault it is.",
        },
      ],
    },
    {
      id: "talk",
      kind: "dialogue",
      title: "Listen to each other",
      intro:
        "One turn each, about what you chose to share. The other says back what they heard, and solves nothing yet.",
      first: "first",
      once: true,
      softSeconds: 90,
    },
  ],
  next: {
    guide: "speak-and-reflect",
    why: "If one thing stood out, it may want an evening of its own.",
  },
};
