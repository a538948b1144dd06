import type { Guide } from "../guide";

/** Area 3, open and honest talk. Understanding before persuading, core and flexible: Gottman and Rapoport; see docs/sources.md. */
export const understandFirst: Guide = {
  id: "understand-first",
  version: 1,
  area: 3,
  title: "Understand first",
  purpose:
    "For one thing you disagree about. First you understand each other’s side, then you look for what both can live with.",
  asks: "Each of you says the other’s side so well that the other says yes to it. Then each looks at where they can bend.",
  isNot: "It is not a way to win. You may end without an agreement.",
  how: "Each says how they see it and the other sums it up; then you write what you need, and offer what you can do.",
  minutes: 60,
  roles: [
    { id: "first", mine: "I would like to say my side first", yours: "You say your side first" },
    {
      id: "second",
      mine: "I would like to hear the other side first",
      yours: "You hear the other side first",
    },
  ],
  steps: [
    {
      id: "ground-rules",
      kind: "acknowledge",
      title: "Before you begin",
      lines: [
        "Take one question, not several. If another comes up, leave it for another evening.",
        "Nobody tries to persuade until both sides have been said back, and both of you have said: yes, that is how I see it.",
        "To understand a side is not to agree with it.",
        "Tell what is behind it too: what you fear, what you hope, what you have lived through.",
        "There may be no agreement tonight. To have understood each other is already something.",
        "Either of you may take a break or stop at any time. Nobody needs a reason.",
      ],
      button: "I will try to keep to this",
    },
    {
      id: "both-sides",
      kind: "dialogue",
      title: "Both sides",
      intro:
        "Say how you see it and why it matters to you. The other says it back, and at the end of your turn sums it all up.",
      first: "first",
      once: true,
      summary: true,
      softSeconds: 90,
    },
    {
      id: "room",
      kind: "write",
      title: "What you need, and where you can bend",
      who: "each",
      seen: "together",
      mayPass: true,
      intro: "Each of you writes alone. You see each other’s answer once both are there.",
      fields: [
        {
          id: "core",
          kind: "text",
          label: "What I cannot give up",
          hint: "As small as you can honestly make it. Say what makes it so important.",
        },
        {
          id: "flexible",
          kind: "text",
          label: "Where I can bend",
          hint: "When, where, how much, in what order: anything that could also be otherwise.",
        },
      ],
    },
    {
      id: "agree",
      kind: "settle",
      title: "What each of you can do",
      sort: "commitment",
      intro:
        "Offer something that you yourself will do and that leaves room for what neither of you can give up. It holds only when the other says yes.",
      fields: [
        {
          id: "what",
          kind: "text",
          label: "What will I do?",
          hint: "Small enough that you are sure you can. It can be a try for two weeks.",
        },
        { id: "when", kind: "text", label: "How often, or by when?" },
        { id: "sign", kind: "text", label: "How will the other know?" },
        {
          id: "honours",
          kind: "text",
          label: "How does it honour what neither of us can give up?",
          hint: "Name both: what matters most to you, and what matters most to the other.",
        },
      ],
    },
  ],
  next: {
    guide: "keeping-promises",
    why: "What you have agreed grows firm by being kept, and by talking early about what could get in the way.",
  },
};
