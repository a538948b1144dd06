import type { Guide } from "../guide";
import { askingHowOften } from "./asking-how-often";
import { understandFirst } from "./understand-first";

/** The first version; how often is asked in a way that the calendar understands. */
export const understandFirst2: Guide = {
  ...understandFirst,
  version: 2,
  steps: askingHowOften(understandFirst.steps),
};
