import type { Guide } from "../guide";

/** Area 5, realistic expectations: alone first, then together; see docs/sources.md. */
export const whatWeCanExpect: Guide = {
  id: "what-we-can-expect",
  version: 1,
  area: 5,
  title: "What we can expect",
  purpose:
    "To tell each other what you can give now, and what you cannot give yet. Then you choose small steps to look out for.",
  asks: "Each of you says honestly what you can promise, where your limits are, and how fast you can go. It asks you to hear the other’s limits without arguing them away.",
  isNot:
    "It is not a decision to stay or to leave. It is not a timetable for feeling better, and no step here has to be reached.",
  how: "You both write first, each speak and listen once, and then name small steps on a scale of months.",
  minutes: 60,
  alone: true,
  roles: [
    { id: "first", mine: "I would like to speak first", yours: "You speak first" },
    { id: "second", mine: "I would like to listen first", yours: "You listen first" },
  ],
  steps: [
    {
      id: "how-it-goes",
      kind: "acknowledge",
      title: "How this often goes",
      lines: [
        "Trust comes back over months, not days. For some it takes years, and for some it does not come back.",
        "There will be setbacks. A bad week does not mean that all was for nothing.",
        "You may need different amounts of time. The slower pace is not a punishment, and the faster one is not a lack of care.",
        "Staying together and going separate ways are both honest outcomes. Neither has to be decided here.",
        "“I cannot promise that yet” is a good answer. It is better than a promise that will not hold.",
      ],
      button: "I will try to be honest and patient",
    },
    {
      id: "honestly",
      kind: "write",
      title: "What is true for you now",
      who: "each",
      seen: "together",
      mayPass: true,
      intro:
        "Write what is true today, not what you think should be. If you are two, you see each other’s answers once both are there.",
      fields: [
        {
          id: "can",
          kind: "text",
          label: "What can you promise?",
          hint: "Only what is in your own hands. “I will answer when you ask.”",
        },
        {
          id: "not-yet",
          kind: "text",
          label: "What can you not promise yet?",
          hint: "For example: to forgive, to stay, to be calm every time.",
        },
        {
          id: "hope",
          kind: "text",
          label: "What do you hope for in three months?",
          hint: "Something small that you would notice on an ordinary day.",
        },
        {
          id: "pace",
          kind: "text",
          label: "What pace can you bear?",
          hint: "How often you can talk about it, how close you can be, what needs more time.",
        },
      ],
    },
    {
      id: "talk",
      kind: "dialogue",
      title: "Speak and say back",
      intro:
        "Each of you takes the one thing from your answers that matters most. The other says it back. A limit that has been heard does not have to be defended.",
      first: "first",
      once: true,
      softSeconds: 90,
    },
    {
      id: "milestones",
      kind: "settle",
      title: "Small steps to look out for",
      sort: "milestone",
      intro:
        "Name one to three small steps that you could both see. The month is a guess: when it comes you look together, and a step may come later, or never.",
      fields: [
        {
          id: "what",
          kind: "text",
          label: "What would be a small step we can both see?",
          hint: "“We talk about it for half an hour, and then we can eat together.”",
        },
        { id: "month", kind: "date", precision: "month", label: "Around which month could it be?" },
      ],
    },
  ],
  next: {
    guide: "keeping-promises",
    why: "What you can already promise could become one or two clear promises.",
  },
};
