import type { Guide } from "../guide";

/** Area 3, open and honest talk. Saying back, the sense it makes and the feeling after the Imago dialogue; see docs/sources.md. */
export const deepMirror: Guide = {
  id: "deep-mirror",
  version: 1,
  area: 3,
  title: "Deep mirror",
  purpose: "To be understood in one thing, down to how it feels. Each of you gets a turn of your own.",
  asks: "The one who speaks brings one thing that is close to them. The one who listens leaves their own view aside until their turn.",
  isNot: "It is not a debate. To say that something makes sense is not to say that it is right.",
  how: "One speaks, and the other says it back, says what sense it makes, and guesses how it feels. Then you change.",
  minutes: 50,
  roles: [
    { id: "first", mine: "I would like to speak first", yours: "You speak first, then you listen" },
    { id: "second", mine: "I would like to listen first", yours: "You listen first, then you speak" },
  ],
  steps: [
    {
      id: "ground-rules",
      kind: "acknowledge",
      title: "Before you begin",
      lines: [
        "Choose one thing each. It can be small; it should be close to you.",
        "Say it in small pieces, and speak for yourself: “I felt”, “I needed”.",
        "Whoever listens says it back in their own words, and adds nothing.",
        "At the end of a turn the listener says it all back once, then what sense it makes, then how it might feel.",
        "A guess at a feeling may be wrong. The one who spoke can put it right.",
        "Either of you may take a break or stop at any time. Nobody needs a reason.",
      ],
      button: "I will try to keep to this",
    },
    {
      id: "mirror",
      kind: "dialogue",
      title: "Speak and be understood",
      intro:
        "One turn each. When you listen, there is nothing to answer: stay with what the other sees and feels.",
      first: "first",
      once: true,
      summary: true,
      validate: true,
      empathise: true,
      softSeconds: 90,
    },
    {
      id: "thanks",
      kind: "write",
      title: "Thank you",
      who: "each",
      seen: "at-once",
      mayPass: true,
      intro: "The other sees it as soon as you send it. One sentence is enough.",
      fields: [
        {
          id: "thanks",
          kind: "text",
          label: "Thank you for …",
          hint: "Something the other said, or how they listened.",
        },
      ],
    },
  ],
  next: {
    guide: "good-things-ahead",
    why: "After a deep talk it can do you good to have something light to look forward to.",
  },
};
