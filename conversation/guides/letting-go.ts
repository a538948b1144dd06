import type { Guide } from "../guide";

/**
 * Area 7, forgiveness and letting go. The way through it after REACH (Worthington), and the two scales because a
 * decision and a feeling do not come together; see docs/sources.md.
 */
export const lettingGo: Guide = {
  id: "letting-go",
  version: 1,
  area: 7,
  title: "Letting go",
  purpose:
    "To put down some of what you carry, for your own sake. Nobody is told, and nobody else here can read it.",
  asks: "It asks for time by yourself, in a place where nobody looks over your shoulder. You can skip what is too much.",
  isNot:
    "It does not mend the relationship, and it does not mean to forget, to excuse or to stay. Nobody can ask you to forgive.",
  how: "You write for yourself, one question after the other.",
  minutes: 40,
  solo: true,
  roles: [],
  steps: [
    {
      id: "for-you",
      kind: "acknowledge",
      title: "Before you begin",
      lines: [
        "This is for you alone. Your partner is not told about it.",
        "To forgive is a choice. You owe it to nobody, and you can take it back.",
        "To let go does not mean that it was all right, that you forget it, or that you trust again.",
        "If it is still going on, letting go can keep you in it. Then your safety and your boundaries come first.",
        "You can stop at any time and come back, or not.",
      ],
      button: "I am ready to begin",
    },
    {
      id: "happened",
      kind: "write",
      title: "What happened",
      who: "each",
      seen: "self",
      mayPass: true,
      intro: "Only you will ever see this. You do not have to tell all of it.",
      fields: [
        { id: "what", kind: "text", label: "What happened?", hint: "As it was, not smaller and not bigger." },
        {
          id: "cost",
          kind: "text",
          label: "What has it cost me?",
          hint: "Sleep, ease, trust, time, a picture of the future.",
        },
      ],
    },
    {
      id: "free",
      kind: "write",
      title: "What you wish to put down",
      who: "each",
      seen: "self",
      mayPass: true,
      intro: "Think of what comes back again and again: a thought, a picture, a feeling.",
      fields: [{ id: "free", kind: "text", label: "What do I wish to be free of?" }],
    },
    {
      id: "not-excusing",
      kind: "write",
      title: "What stays wrong",
      who: "each",
      seen: "self",
      mayPass: true,
      intro: "You can let go of something and still call it wrong.",
      fields: [
        {
          id: "not-excusing",
          kind: "text",
          label: "What am I not excusing?",
          hint: "“It was not all right that …”",
        },
      ],
    },
    {
      id: "letter",
      kind: "write",
      title: "A letter you need not send",
      who: "each",
      seen: "self",
      mayPass: true,
      intro: "Say what you would like to say, to whom you like. It goes nowhere from here.",
      fields: [{ id: "letter", kind: "text", label: "What I want to say to you" }],
    },
    {
      id: "kindness",
      kind: "write",
      title: "A kindness to yourself",
      who: "each",
      seen: "self",
      mayPass: true,
      intro: "You have looked at something hard.",
      fields: [
        {
          id: "kindness",
          kind: "text",
          label: "What would be good for me in the next days?",
          hint: "Small and real: a walk, a call to a friend, an early night.",
        },
      ],
    },
    {
      id: "where-you-are",
      kind: "write",
      title: "Where you are now",
      who: "each",
      seen: "self",
      mayPass: true,
      intro:
        "A decision and a feeling are two things. They often come at different times, and neither has to come at all.",
      fields: [
        {
          id: "decision",
          kind: "scale",
          label: "My decision to let this go",
          low: "I have not decided that",
          high: "I have fully decided it",
        },
        {
          id: "feeling",
          kind: "scale",
          label: "My feeling when I think of it",
          low: "as heavy as ever",
          high: "it has become light",
        },
      ],
    },
    {
      id: "changed",
      kind: "write",
      title: "What has changed, and what has not",
      who: "each",
      seen: "self",
      mayPass: true,
      intro: "Letting go changes what you carry. It does not change what somebody else does.",
      fields: [
        {
          id: "changed",
          kind: "text",
          label: "What has changed?",
          hint: "In you, or around you. It may be nothing yet.",
        },
        { id: "still-needs", kind: "text", label: "What still needs to change?" },
      ],
    },
  ],
  next: {
    guide: "boundaries",
    why: "If something still needs to change, a boundary can say what you will do about it.",
  },
};
