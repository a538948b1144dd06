import type { AnsweredAt } from "./changes";
import type { StatementId } from "./statements";

/** The longest time between two answers that a line may cross: what lies between is not known (days). */
const LONGEST_STRETCH = 35;
const DAY = 86_400_000;

/** One answer to one statement. */
export interface Point<From extends AnsweredAt = AnsweredAt> {
  readonly value: number;
  readonly from: From;
}

/**
 * Somebody's own line through their answers to one statement, in stretches without a gap (J3): it is broken where a
 * check-in left the statement out, and where more than five weeks passed. `checkIns` are the oldest first.
 */
export function lineOf<From extends AnsweredAt>(
  statement: StatementId,
  checkIns: readonly From[],
): readonly (readonly Point<From>[])[] {
  const stretches: Point<From>[][] = [];
  let last: Point<From> | null = null;
  for (const from of checkIns) {
    const value = from.answers[statement];
    const point: Point<From> | null = value === undefined ? null : { value, from };
    if (point && last && isWithinReach(last.from.at, from.at)) stretches.at(-1)?.push(point);
    else if (point) stretches.push([point]);
    last = point;
  }
  return stretches;
}

function isWithinReach(earlier: Date, later: Date): boolean {
  return later.getTime() - earlier.getTime() <= LONGEST_STRETCH * DAY;
}
