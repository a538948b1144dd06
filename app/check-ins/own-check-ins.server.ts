import type { OwnCheckIn } from "#server/check-ins/read-check-ins";
import type { Stretch } from "./chart.server";

/** As far back as the page looks by itself (days). */
const A_YEAR = 366;
const DAY = 86_400_000;

/** What a page of check-ins is drawn from. */
export interface Looked {
  /** The oldest first; never empty. */
  readonly checkIns: readonly OwnCheckIn[];
  readonly over: Stretch;
  /** There are older ones than these. */
  readonly hasOlder: boolean;
}

/** The last twelve months, or everything. Null where there is nothing. */
export function lookBack(all: readonly OwnCheckIn[], now: Date, isEverything: boolean): Looked | null {
  const start = new Date(now.getTime() - A_YEAR * DAY);
  const recent = all.filter(({ at }) => at >= start);
  const checkIns = isEverything || recent.length === 0 ? all : recent;
  const [first, last] = [checkIns[0], checkIns.at(-1)];
  if (!first || !last) return null;
  return { checkIns, over: { from: first.at, until: last.at }, hasOlder: checkIns.length < all.length };
}
