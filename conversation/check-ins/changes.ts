import { type Answers, STATEMENT_IDS, type StatementId } from "./statements";

/** How far an answer has to be from the one before it for the two to differ (J2). */
const CLEARLY = 2;

/** Answers of one time, as far as they matter here. */
export interface AnsweredAt {
  readonly at: Date;
  readonly answers: Answers;
}

/** One statement has been put higher, or lower, than before, twice in a row. Not better, and not worse. */
export interface Change {
  readonly statement: StatementId;
  readonly direction: "higher" | "lower";
  /** When it was first so. */
  readonly since: Date;
}

/**
 * What has changed (J2): of the last three times that somebody answered a statement the second and the third are both at
 * least two points above the first, or both below it. One answer alone says nothing, and what has settled is not said
 * again. `checkIns` are somebody's own, the oldest first.
 */
export function changesIn(checkIns: readonly AnsweredAt[]): readonly Change[] {
  return STATEMENT_IDS.flatMap((statement) => changeOf(statement, checkIns));
}

function changeOf(statement: StatementId, checkIns: readonly AnsweredAt[]): Change[] {
  const answered = checkIns.flatMap(({ at, answers }) => {
    const value = answers[statement];
    return value === undefined ? [] : [{ at, value }];
  });
  const [before, first, second] = answered.slice(-3);
  if (!before || !first || !second) return [];
  const [one, other] = [first.value - before.value, second.value - before.value];
  if (Math.min(one, other) >= CLEARLY) return [{ statement, direction: "higher", since: first.at }];
  if (Math.max(one, other) <= -CLEARLY) return [{ statement, direction: "lower", since: first.at }];
  return [];
}
