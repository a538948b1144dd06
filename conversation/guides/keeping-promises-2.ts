import type { Guide } from "../guide";
import { askingHowOften } from "./asking-how-often";
import { keepingPromises } from "./keeping-promises";

/** The first version, asking how often in a way that the calendar understands. */
export const keepingPromises2: Guide = {
  ...keepingPromises,
  version: 2,
  steps: askingHowOften(keepingPromises.steps),
};
