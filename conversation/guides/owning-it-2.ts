import type { Guide } from "../guide";
import { askingHowOften } from "./asking-how-often";
import { owningIt } from "./owning-it";

/** The first version; how often an offer is to be kept is asked in a way that the calendar understands. */
export const owningIt2: Guide = { ...owningIt, version: 2, steps: askingHowOften(owningIt.steps) };
