import type { Guide } from "../guide";

/** Area 8, boundaries and respect: alone first, then together; see docs/sources.md. */
export const boundaries: Guide = {
  id: "boundaries",
  version: 1,
  area: 8,
  title: "Boundary agreement",
  purpose:
    "To say what you need to feel safe and respected. Then you write down what each of you will do if that is crossed.",
  asks: "Each of you names what you need, in words the other can picture, and decides on an act of your own. It asks you to hear a limit without bargaining over it.",
  isNot:
    "It is not a list of rules for the other, and not a way to punish or to keep watch. If saying what you need could put you in danger, do not begin here: talk to a help line or to somebody you trust first, alone.",
  how: "You both write what you need, each speak and listen once, and then agree on a few clear boundaries.",
  minutes: 60,
  alone: true,
  roles: [
    { id: "first", mine: "I would like to speak first", yours: "You speak first" },
    { id: "second", mine: "I would like to listen first", yours: "You listen first" },
  ],
  steps: [
    {
      id: "what-it-is",
      kind: "acknowledge",
      title: "What a boundary is",
      lines: [
        "A boundary says what I will do. It does not say what you must do.",
        "It is not a punishment. It is there so that you can feel safe and respected.",
        "It never uses children, money, a home, papers, or contact with family and friends.",
        "You may step back from an agreement at any time. You need no reason, and nobody else’s yes.",
        "Your own limits hold without anybody’s yes. What you agree on here is what you both know and want to respect.",
      ],
      button: "I have read this",
    },
    {
      id: "need",
      kind: "write",
      title: "What you need",
      who: "each",
      seen: "together",
      mayPass: true,
      intro:
        "Take your time. Write only what you are willing to tell the other. If you are two, you see each other’s answers once both are there.",
      fields: [
        {
          id: "safe",
          kind: "text",
          label: "What do you need to feel safe?",
          hint: "Think of one moment when you did not. What would have helped?",
        },
        {
          id: "respected",
          kind: "text",
          label: "What do you need to feel respected?",
          hint: "In how you talk, in private things, with other people.",
        },
      ],
    },
    {
      id: "talk",
      kind: "dialogue",
      title: "Speak and say back",
      intro:
        "Each of you says what you need and why it matters. The other says it back. This is for hearing; what to agree on comes after.",
      first: "first",
      once: true,
      softSeconds: 90,
    },
    {
      id: "agree",
      kind: "settle",
      title: "Agree on a few",
      sort: "boundary",
      intro:
        "One boundary at a time, and only what matters most. The other may accept, suggest a change or say no. A no here does not take away your own limit.",
      fields: [
        {
          id: "behaviour",
          kind: "text",
          label: "What is it about?",
          hint: "Something one could see or hear. “Shouting”, not “being disrespectful”.",
        },
        { id: "why", kind: "text", label: "Why does it matter to me?" },
        {
          id: "whose",
          kind: "choice",
          label: "Whose boundary is it?",
          options: [
            { id: "mine", text: "Mine" },
            { id: "both", text: "It holds for both of us" },
          ],
        },
        {
          id: "then",
          kind: "text",
          label: "What will I do if it is crossed?",
          hint: "An act of my own that I am sure I can do. “I leave the room and come back after half an hour.”",
        },
        {
          id: "except",
          kind: "text",
          label: "Are there exceptions?",
          hint: "An emergency, for example.",
          optional: true,
        },
        { id: "from", kind: "date", precision: "day", label: "From when?", optional: true },
        {
          id: "review",
          kind: "date",
          precision: "day",
          label: "When do we look at it again?",
          hint: "In a month or two, for example.",
        },
      ],
    },
  ],
  next: {
    guide: "weekly-meeting",
    why: "When it is time to look at a boundary again, a weekly meeting has a place for it.",
  },
};
