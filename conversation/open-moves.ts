import type { Guide } from "./guide";
import { openMeetings } from "./meetings";
import type { OpenMove } from "./open-move";
import { otherPartner, PARTNERS, type Partner, type Seat } from "./seats";
import { currentStep, type State, statusOf } from "./state";
import { mayHandFloor } from "./steps/dialogue";
import { marksOn } from "./steps/mark";
import { openInStep } from "./steps/rules-of";

/**
 * Every move that `seat` may make now: which buttons exist. `decide` accepts a move exactly when it is
 * one of these and its own choices are within bounds. `now` is milliseconds since 1970.
 */
export function openMoves(_guide: Guide, state: State, seat: Seat, now: number): readonly OpenMove[] {
  if (seat === "t") return state.roster.therapist ? openToTherapist(state) : [];
  if (!state.roster.partners.includes(seat)) return [];
  switch (statusOf(state)) {
    case "left":
      return [];
    case "complete":
      return openMarks(state, seat);
    case "stopped":
      return [{ kind: "reopen" }];
    case "timed-out":
      return mayReturn(state, now) ? [{ kind: "return" }, { kind: "stop" }] : [{ kind: "stop" }];
    case "held":
      return [{ kind: "stop" }];
    case "running":
      return [...openInCurrentStep(state, seat), ...openMarks(state, seat), ...openAtAnyTime(state, seat)];
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

/** M4: marks made in steps that have ended may still be changed. */
function openMarks(state: State, seat: Partner): readonly OpenMove[] {
  return state.steps.flatMap(({ progress, endedBy }) =>
    progress.kind === "mark" && progress.by === seat && endedBy !== null ? marksOn(progress) : [],
  );
}

function openAtAnyTime(state: State, seat: Partner): readonly OpenMove[] {
  const alone = state.roster.partners.length === 1;
  const repairOfOther = state.repairs[otherPartner(seat)];
  return [
    ...(alone ? [] : [{ kind: "repair" } as const]),
    ...(repairOfOther === undefined ? [] : [{ kind: "answer-repair", answers: repairOfOther } as const]),
    ...(alone ? [] : openMeetings(state, seat)),
    { kind: "time-out" },
    { kind: "stop" },
  ];
}

/** H1 to H5, and T3: what the therapist may do. */
function openToTherapist(state: State): readonly OpenMove[] {
  switch (statusOf(state)) {
    case "left":
    case "complete":
    case "stopped":
      return [];
    case "timed-out":
      return [{ kind: "return" }];
    case "held":
      return [
        state.caucus ? { kind: "caucus", with: state.caucus.with } : { kind: "resume" },
        { kind: "prompt" },
      ];
    case "running":
      return [
        { kind: "hold" },
        { kind: "prompt" },
        { kind: "skip-step" },
        ...turnsToExtend(state),
        ...floorsToHand(state),
        ...state.roster.partners.map((partner): OpenMove => ({ kind: "caucus", with: partner })),
      ];
  }
}

/** H8: where a turn has a suggested length. */
function turnsToExtend(state: State): readonly OpenMove[] {
  const progress = currentStep(state)?.progress;
  return progress?.kind === "dialogue" && progress.step.softSeconds ? [{ kind: "extend-turn" }] : [];
}

function floorsToHand(state: State): readonly OpenMove[] {
  const progress = currentStep(state)?.progress;
  if (progress?.kind !== "dialogue") return [];
  return PARTNERS.filter((to) => mayHandFloor(progress, to)).map((to) => ({ kind: "hand-floor", to }));
}
