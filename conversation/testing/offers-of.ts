import type { Offers } from "../state";
import type { Play } from "./play";

/** What has been offered in the latest step that is for that. */
export function offersOf({ state }: Play): Offers {
  const offers = state.steps.flatMap(({ progress }) => ("offers" in progress ? [progress.offers] : []));
  const latest = offers.at(-1);
  if (!latest) throw new Error("no step has begun in which anything can be offered");
  return latest;
}
