import type { ProposalSort } from "./agreements";
import type { Words } from "./moves";

/**
 * Whether an agreement that holds is due for review (E1). A commitment always is; a boundary on the day it names, a
 * milestone in its month, a plan once its day has passed. Where the date cannot be told, it is looked at.
 * @param today the day, `2027-03-01`
 */
export function isDue(sort: ProposalSort, words: Words, today: string): boolean {
  switch (sort) {
    case "commitment":
    case "repair-offer":
      return true;
    case "boundary":
      return !isDate(words.review) || words.review <= today;
    case "milestone":
      return !isDate(words.month) || words.month <= today.slice(0, "2027-03".length);
    case "plan":
      return !isDate(words.on) || words.on < today;
  }
}

/** Days and months of one form compare as text: the later one is greater. */
function isDate(value: Words[string] | undefined): value is string {
  return typeof value === "string" && value !== "";
}
