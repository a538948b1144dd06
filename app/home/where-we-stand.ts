import type { Area, Guide } from "#conversation/guide";
import type { Day } from "#conversation/keeping/keepings";
import { isInFirstStep } from "#conversation/situation";
import { type State, statusOf } from "#conversation/state";

/** What holds and is not lived with by its day. */
export type HoldingSort = "boundary" | "commitment" | "milestone";

/** What holds between two people, as far as it says where they stand: how many of each, and which days are near. */
export interface Held extends Readonly<Record<HoldingSort, number>> {
  /** Boundaries to look at again, within a week or since a while; `day` is the first of their days. */
  readonly review: { readonly count: number; readonly day: Day; readonly isDue: boolean } | null;
  readonly nextPlan: Day | null;
}

/** As much of a conversation as it takes to say where two people stand. */
export interface Outline {
  readonly guide: Guide;
  readonly state: State;
  readonly createdAt: Date;
  readonly lastAt: Date;
}

/** Where two people stand in one of the nine areas. A place they have been to or not, never how well it went. */
export type Standing =
  /** Its guides are for one person alone: what anybody does there is theirs, and it always reads the same. */
  | { readonly kind: "alone" }
  | { readonly kind: "empty" }
  | { readonly kind: "open"; readonly since: Date }
  /** Boundaries that are to be looked at again: the first of them on that day. */
  | { readonly kind: "review"; readonly count: number; readonly day: Day; readonly isDue: boolean }
  /** Gone through, and the last time not all of it had landed yet. */
  | { readonly kind: "unlanded" }
  /** The next day on which two have planned something. */
  | { readonly kind: "planned"; readonly day: Day }
  /** What came of it and holds. */
  | { readonly kind: "holds"; readonly what: HoldingSort; readonly count: number }
  | { readonly kind: "been"; readonly times: number; readonly last: Date };

export interface AreaStanding {
  readonly area: Area;
  /** What can be begun there. */
  readonly guides: readonly Guide[];
  readonly standing: Standing;
}

/**
 * Every area once, in order. `outlines`: the conversations that two share, the newest first. Only of what both know: how
 * often somebody checks in with themselves, or writes letters, has no part in it.
 */
export function whereWeStand(
  guides: readonly Guide[],
  outlines: readonly Outline[],
  held: Held,
): readonly AreaStanding[] {
  const areas = [...new Set(guides.map(({ area }) => area))].sort();
  return areas.map((area) => {
    const own = guides.filter((guide) => guide.area === area);
    const there = outlines.filter(({ guide }) => guide.area === area);
    const isAlone = own.every(({ solo }) => solo);
    const standing: Standing = isAlone ? { kind: "alone" } : standingOf(there, whatHoldsIn(area, held));
    return { area, guides: own, standing };
  });
}

/** What is under way comes first, then what is to be done, then what came of it. */
function standingOf(outlines: readonly Outline[], holds: Standing | null): Standing {
  const [open] = outlines.filter(isOpen);
  if (open) return { kind: "open", since: open.createdAt };
  if (holds?.kind === "review") return holds;
  const been = outlines.filter(hasHappened);
  const [last] = been;
  if (last && isUnlanded(last.state)) return { kind: "unlanded" };
  if (holds) return holds;
  if (!last) return { kind: "empty" };
  return { kind: "been", times: been.length, last: last.lastAt };
}

function whatHoldsIn(
  area: Area,
  { commitment, milestone, boundary, review, nextPlan }: Held,
): Standing | null {
  const holds = (what: HoldingSort, count: number): Standing | null =>
    count > 0 ? { kind: "holds", what, count } : null;
  switch (area) {
    case 4:
      return holds("commitment", commitment);
    case 5:
      return holds("milestone", milestone);
    case 8:
      return review ? { kind: "review", ...review } : holds("boundary", boundary);
    case 9:
      return nextPlan === null ? null : { kind: "planned", day: nextPlan };
    default:
      return null;
  }
}

/** It goes on, now or another day. */
export function isOpen({ state }: Pick<Outline, "state">): boolean {
  const status = statusOf(state);
  return status === "running" || status === "held" || status === "timed-out";
}

/** What was put off before it began was no conversation. */
function hasHappened({ state }: Outline): boolean {
  return statusOf(state) === "complete" || !isInFirstStep(state, state.head);
}

function isUnlanded(state: State): boolean {
  return state.steps.some(
    ({ progress }) =>
      progress.kind === "mark" && Object.values(progress.marks).some((verdict) => verdict !== "landed"),
  );
}
