import type { Guide } from "../guide";
import { speakAndReflect } from "./speak-and-reflect";

/** The first version, and what is said beside it where guides are chosen. The steps are the same. */
export const speakAndReflect2: Guide = {
  ...speakAndReflect,
  version: 2,
  asks: "The one who speaks brings one thing, in small pieces. The one who listens says back what they heard before they answer.",
  isNot: "It does not settle who is right, and it does not look for a solution.",
  next: {
    guide: "understand-first",
    why: "When both of you have been heard, it can be easier to look for what you can agree on.",
  },
};
