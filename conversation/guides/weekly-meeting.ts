import type { Field, Guide } from "../guide";

const appreciation = (id: string, label: string): Field => ({ id, kind: "text", label, optional: true });

/** Area 4, consistency. The order follows the weekly meeting of the Gottmans; see docs/sources.md. */
export const weeklyMeeting: Guide = {
  id: "weekly-meeting",
  version: 1,
  area: 4,
  title: "Weekly meeting",
  purpose: "To stop once a week and look at how the two of you are doing. You begin with what went well.",
  asks: "Each of you names something the other did this week, says one thing out of your week, listens once, and asks for one thing for the week to come.",
  isNot:
    "It is not the place for the hardest thing between you. That deserves an evening of its own. And nobody is asked to be thankful for what hurt.",
  how: "You thank each other, look at what you agreed, each say one thing from the week, and each name a wish.",
  minutes: 45,
  roles: [
    { id: "first", mine: "I would like to speak first", yours: "You speak first" },
    { id: "second", mine: "I would like to listen first", yours: "You listen first" },
  ],
  steps: [
    {
      id: "appreciations",
      kind: "write",
      title: "What was good",
      who: "each",
      seen: "together",
      mayPass: true,
      intro:
        "What did the other do this week that you were glad about? Give an example for each: the day, the moment, the words. One is enough, five are welcome. You see each other’s once both are there.",
      fields: [
        {
          id: "one",
          kind: "text",
          label: "One thing I was glad about, and when it was",
          hint: "“You were patient. On Tuesday you let me finish, though you were tired.”",
        },
        appreciation("two", "A second one, with its moment"),
        appreciation("three", "A third"),
        appreciation("four", "A fourth"),
        appreciation("five", "A fifth"),
      ],
    },
    {
      id: "agreements",
      kind: "review",
      title: "What you agreed",
      intro:
        "These are the agreements it is time to look at. For each one, decide together whether to keep it, change it or end it; what you cannot decide can wait. Nobody is held to an agreement against their will: what one of you no longer wants can be said, or left open. If something was missed, say so plainly, then decide what would make it easier to keep.",
    },
    {
      id: "this-week",
      kind: "dialogue",
      title: "One thing from this week",
      intro:
        "Each of you says one thing that stayed with you, good or hard. The other says it back before anyone goes on. You do not need to solve it here.",
      first: "first",
      once: true,
      softSeconds: 90,
    },
    {
      id: "next-week",
      kind: "write",
      title: "The week to come",
      who: "each",
      seen: "together",
      mayPass: true,
      intro:
        "Choose something small that can happen in the next seven days. It is a wish, so the other is free to say yes or no. You see each other’s once both are there.",
      fields: [
        {
          id: "wish",
          kind: "text",
          label: "What would help you feel loved this week?",
          hint: "Something one can do: a walk on Thursday, a call at lunch, an evening of quiet.",
        },
      ],
    },
  ],
  next: {
    guide: "good-things-ahead",
    why: "If the week had little room for joy, you could plan something good together.",
  },
};
