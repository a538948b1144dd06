import type { Guide } from "../guide";

const HOW_OFTEN = [
  { id: "no", text: "No" },
  { id: "sometimes", text: "Sometimes" },
  { id: "often", text: "Often" },
];

/**
 * Area 6, professional help: alone first, then together; see docs/sources.md. The signs stay with their author,
 * because one of them is fear of the other. Help sought alone never belongs in what both can read.
 */
export const isItTimeForHelp: Guide = {
  id: "is-it-time-for-help",
  version: 1,
  area: 6,
  title: "Is it time for help?",
  purpose:
    "To find out whether somebody from outside could help the two of you. If so, you plan the first call.",
  asks: "Each of you looks at how things are, for yourself alone. Then you say whether you would try it, what you would want from it, and what worries you about it.",
  isNot:
    "It is not a test, and it does not tell you what to do. It is not for finding out who has the problem. And if you are afraid of your partner, it is not the right way: that needs help of another kind, for you alone.",
  how: "You each look at some signs in private, tell each other what you think of getting help, and plan a first call if you both want one.",
  minutes: 35,
  alone: true,
  roles: [
    { id: "first", mine: "I would like to suggest a first step", yours: "You may suggest a first step" },
    {
      id: "second",
      mine: "I would like to hear a suggestion first",
      yours: "You may wait to hear a suggestion first",
    },
  ],
  steps: [
    {
      id: "signs",
      kind: "write",
      title: "How it is, for yourself",
      who: "each",
      seen: "self",
      mayPass: true,
      intro:
        "Only you will ever see this, and nothing adds it up. Think of the last few weeks. If somebody could be looking at your screen, simply pass.",
      fields: [
        {
          id: "stuck",
          kind: "scale",
          label: "We are stuck",
          low: "not at all",
          high: "completely",
          optional: true,
        },
        {
          id: "same-fight",
          kind: "scale",
          label: "We have the same fight again and again",
          low: "never",
          high: "every time we talk",
          optional: true,
        },
        {
          id: "fear",
          kind: "choice",
          label: "Are you afraid of your partner, or of what happens if you say what you think?",
          hint: "If so, talk to somebody you trust or to a help line first, on your own. If you are in danger now, call your local emergency number.",
          options: HOW_OFTEN,
          optional: true,
        },
        {
          id: "drinking",
          kind: "choice",
          label: "Does drinking, or anything else that is hard to stop, make things worse?",
          hint: "Yours or the other’s. There is help for this too, for the one it concerns and for those close to them.",
          options: HOW_OFTEN,
          optional: true,
        },
        {
          id: "despair",
          kind: "choice",
          label: "Do you feel so low that you cannot see a way on?",
          hint: "If you think of hurting yourself or of not wanting to live, please do not wait for this conversation: call a crisis line or your local emergency number today.",
          options: HOW_OFTEN,
          optional: true,
        },
      ],
    },
    {
      id: "would-i",
      kind: "write",
      title: "What you think of it",
      who: "each",
      seen: "together",
      mayPass: true,
      intro:
        "This is about help for the two of you. What you wrote before stays yours; nothing here has to match it. If you are two, you see each other’s answers once both are there.",
      fields: [
        {
          id: "try",
          kind: "choice",
          label: "Would you try it?",
          options: [
            { id: "yes", text: "Yes" },
            { id: "once", text: "I would go once and see" },
            { id: "unsure", text: "I am not sure" },
            { id: "not-now", text: "Not now" },
          ],
        },
        {
          id: "want",
          kind: "text",
          label: "What would you want from it?",
          hint: "For example: a calm place to talk, or to understand how it came to this.",
          optional: true,
        },
        {
          id: "worry",
          kind: "text",
          label: "What worries you about it?",
          hint: "Being blamed, the cost, telling a stranger. Most people have some worry.",
          optional: true,
        },
      ],
    },
    {
      id: "choosing",
      kind: "acknowledge",
      title: "How to choose somebody",
      lines: [
        "Look for somebody trained to work with couples, who knows what broken trust does to both people. You can ask: “How often do you work with this, and how do you go about it?”",
        "They should fit both of you. One meeting is enough to notice; if one of you does not feel at ease, try somebody else.",
        "They take no side. They do not excuse what happened, and they do not shame the one who did it.",
        "Ask before the first meeting what it costs, how long people usually come, and what they keep to themselves when one of you talks to them alone.",
        "Somebody who is afraid of their partner needs help of another kind: a person or a help line of their own, alone. Meetings for two can make it more dangerous. Nobody has to explain here why they would rather not go.",
        "Drinking or drugs, or not wanting to live, also need help of their own, and first. A doctor is a good place to begin.",
      ],
      button: "I have read this",
    },
    {
      id: "plan",
      kind: "settle",
      title: "The first step",
      sort: "plan",
      intro:
        "If you both want to try, agree on one small step. If not, say that is all for now; you can come back to it. Help that you look for on your own does not belong here, and you need not mention it.",
      fields: [
        {
          id: "what",
          kind: "text",
          label: "What will we try?",
          hint: "For example: call two places and ask for a first meeting.",
        },
        { id: "on", kind: "date", precision: "day", label: "By when?" },
        { id: "who", kind: "text", label: "Who calls or writes?" },
      ],
    },
  ],
  next: {
    guide: "what-we-can-expect",
    why: "With help or without it, it can ease things to say what each of you can give for now.",
  },
};
