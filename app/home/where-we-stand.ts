import type { Area, Guide } from "#conversation/guide";
import { isInFirstStep } from "#conversation/situation";
import { type State, statusOf } from "#conversation/state";

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
  /** Gone through, and the last time not all of it had landed yet. */
  | { readonly kind: "unlanded" }
  | { readonly kind: "been"; readonly times: number; readonly last: Date };

export interface AreaStanding {
  readonly area: Area;
  /** What can be begun there. */
  readonly guides: readonly Guide[];
  readonly standing: Standing;
}

/** Every area once, in order. `outlines`: the conversations that two share, the newest first. */
export function whereWeStand(
  guides: readonly Guide[],
  outlines: readonly Outline[],
): readonly AreaStanding[] {
  const areas = [...new Set(guides.map(({ area }) => area))].sort();
  return areas.map((area) => {
    const own = guides.filter((guide) => guide.area === area);
    const there = outlines.filter(({ guide }) => guide.area === area);
    const standing: Standing = own.every(({ solo }) => solo) ? { kind: "alone" } : standingOf(there);
    return { area, guides: own, standing };
  });
}

function standingOf(outlines: readonly Outline[]): Standing {
  const [open] = outlines.filter(isOpen);
  if (open) return { kind: "open", since: open.createdAt };
  const been = outlines.filter(hasHappened);
  const [last] = been;
  if (!last) return { kind: "empty" };
  if (isUnlanded(last.state)) return { kind: "unlanded" };
  return { kind: "been", times: been.length, last: last.lastAt };
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
