import type { Guide } from "../guide";

/** Area 9, moving forward. New things done together, a little each week; see docs/sources.md. */
export const goodThingsAhead: Guide = {
  id: "good-things-ahead",
  version: 1,
  area: 9,
  title: "Good things ahead",
  purpose: "To make room for something good again, old or new. You need more to share than what went wrong.",
  asks: "Each of you names something you miss and something new you would like to try with the other. Then you choose a day.",
  isNot:
    "It does not ask you to act as if all were well. It does not replace talking about what hurt, and no plan here asks for more closeness than you both want.",
  how: "You both write what you would enjoy, plan one or two things together, and end with a thank you.",
  minutes: 30,
  roles: [
    { id: "first", mine: "I would like to suggest the first plan", yours: "You may suggest the first plan" },
    {
      id: "second",
      mine: "I would like to hear a suggestion first",
      yours: "You may wait to hear a suggestion first",
    },
  ],
  steps: [
    {
      id: "wishes",
      kind: "write",
      title: "Something old, something new",
      who: "each",
      seen: "together",
      mayPass: true,
      intro:
        "It can be as small as a walk. Choose what you would really enjoy, not what you think you ought to. You see each other’s answers once both are there.",
      fields: [
        {
          id: "miss",
          kind: "text",
          label: "What do you miss doing together?",
          hint: "Leave it empty if it hurts too much today.",
          optional: true,
        },
        {
          id: "new",
          kind: "text",
          label: "What is something new you would like to try with the other?",
          hint: "New to both of you works well: a place, a dish, a game, a dance.",
        },
      ],
    },
    {
      id: "plans",
      kind: "settle",
      title: "Choose a day",
      sort: "plan",
      intro:
        "Plan one or two things. An hour or two is plenty. Either of you may say no, or suggest something gentler.",
      fields: [
        {
          id: "what",
          kind: "text",
          label: "What shall we do?",
          hint: "Something you both look forward to, at least a little.",
        },
        { id: "on", kind: "date", precision: "day", label: "When?" },
        { id: "who", kind: "text", label: "Who prepares it?", hint: "Or who prepares what." },
      ],
    },
    {
      id: "thanks",
      kind: "write",
      title: "One thing today",
      who: "each",
      seen: "at-once",
      mayPass: true,
      intro: "To end with: something small and true from today. It is shown as you send it.",
      fields: [
        {
          id: "appreciate",
          kind: "text",
          label: "What is one thing you appreciate about the other today?",
          hint: "“You asked how I slept.”",
        },
      ],
    },
  ],
  next: {
    guide: "weekly-meeting",
    why: "A weekly meeting can help good plans survive a busy week.",
  },
};
