import type { Guide } from "./guide";
import type { OpenMove } from "./open-move";
import { otherPartner, type Partner, type Seat } from "./seats";
import { currentStep, type State, statusOf } from "./state";
import { openInStep } from "./steps/rules-of";

/**
 * Every move that `seat` may make now: which buttons exist. `decide` accepts a move exactly when it is
 * one of these and its own choices are within bounds. `now` is milliseconds since 1970.
 */
export function openMoves(_guide: Guide, state: State, seat: Seat, now: number): readonly OpenMove[] {
  // The therapist's moves (H) come with the guides that need them; until then nothing is open to `t` (G6).
  if (seat === "t" || !state.roster.partners.includes(seat)) return [];
  switch (statusOf(state)) {
    case "complete":
      return [];
    case "stopped":
      return [{ kind: "reopen" }];
    case "timed-out":
      return mayReturn(state, now) ? [{ kind: "return" }, { kind: "stop" }] : [{ kind: "stop" }];
    case "running":
      return [...openInCurrentStep(state, seat), ...openAtAnyTime(state, seat)];
  }
}

/** What the current step leaves open to `seat`, without repairs, breaks and stopping. */
export function openInCurrentStep(state: State, seat: Partner): readonly OpenMove[] {
  const current = currentStep(state);
  return current ? openInStep(current.progress, seat, state.roster) : [];
}

/** T3: from the return time on. */
export function mayReturn(state: State, now: number): boolean {
  return state.timeOut !== null && now >= Date.parse(state.timeOut.until);
}

function openAtAnyTime(state: State, seat: Partner): readonly OpenMove[] {
  const alone = state.roster.partners.length === 1;
  const repairOfOther = state.repairs[otherPartner(seat)];
  return [
    ...(alone ? [] : [{ kind: "repair" } as const]),
    ...(repairOfOther === undefined ? [] : [{ kind: "answer-repair", answers: repairOfOther } as const]),
    { kind: "time-out" },
    { kind: "stop" },
  ];
}
