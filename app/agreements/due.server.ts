import { isDue } from "#conversation/is-due";
import type { LastingOne, LastingView } from "#server/lasting/lasting-view";

/**
 * Whether the day has come on which two people wanted to look at a boundary again. How it goes with what they promised
 * and planned is seen where they live with it.
 */
export function isDueFor(
  { calendar, zone }: Pick<LastingView, "calendar" | "zone">,
  { sort, endedAt, wordings }: LastingOne,
): boolean {
  if (sort !== "boundary" || endedAt !== null) return false;
  const words = wordings.at(-1)?.words;
  return words != null && isDue(sort, words, calendar.today(zone));
}
