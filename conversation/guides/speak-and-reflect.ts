import type { Guide } from "../guide";

/** Area 3, open and honest talk. Floor and paraphrase after PREP's speaker-listener rules; see docs/sources.md. */
export const speakAndReflect: Guide = {
  id: "speak-and-reflect",
  version: 1,
  area: 3,
  title: "Speak and reflect",
  purpose: "To say one thing that matters and know that it was heard. You do not have to solve it tonight.",
  how: "One speaks, the other says back what was heard. Then you change.",
  minutes: 40,
  roles: [
    { id: "first", mine: "I would like to speak first", yours: "You speak first" },
    { id: "second", mine: "I would like to listen first", yours: "You listen first" },
  ],
  steps: [
    {
      id: "ground-rules",
      kind: "acknowledge",
      title: "Before you begin",
      lines: [
        "Stay with one thing. The rest can have its own evening.",
        "Speak for yourself: what you saw, what you felt, what you need. Leave out what the other must have meant.",
        "Say it in small pieces. The other has to be able to say it back.",
        "While one speaks, the other listens and says back what they heard. Saying it back is not the same as agreeing.",
        "Do not try to solve it yet. Hearing comes first.",
        "Either of you may take a break or stop at any time. Nobody needs a reason.",
      ],
      button: "I will try to keep to this",
    },
    {
      id: "talk",
      kind: "dialogue",
      title: "Speak and say back",
      intro: "No answer yet, no defence. The turn to speak comes to both of you.",
      first: "first",
      softSeconds: 90,
    },
    {
      id: "understood",
      kind: "write",
      title: "What you understood",
      who: "each",
      seen: "together",
      mayPass: true,
      intro: "Each of you writes alone. You see each other’s answer once both are there.",
      fields: [
        {
          id: "understood",
          kind: "text",
          label: "What is one thing you understand now that you did not before?",
          hint: "It can be small.",
        },
      ],
    },
    {
      id: "for-yourself",
      kind: "write",
      title: "For yourself",
      who: "each",
      seen: "self",
      mayPass: true,
      intro: "Only you will ever see this. It may help you choose when and how to talk next time.",
      fields: [
        { id: "heard", kind: "scale", label: "I felt heard", low: "not at all", high: "fully" },
        {
          id: "topic",
          kind: "scale",
          label: "We stayed with what matters to me",
          low: "not at all",
          high: "all the time",
        },
        {
          id: "pace",
          kind: "scale",
          label: "The pace was right for me",
          low: "not at all",
          high: "just right",
        },
      ],
    },
  ],
};
