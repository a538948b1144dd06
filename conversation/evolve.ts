import type { Guide } from "./guide";
import type { Recorded } from "./moves";
import type { Roster } from "./seats";
import type { State } from "./state";
import { afterInStep, beginStep, kindsIn, stepHasEnded } from "./steps/rules-of";
import type { PartnerMove } from "./steps/step-rules";

/** A conversation before its first move. A guide without steps is complete at once; `checkGuide` refuses it. */
export function begin(guide: Guide, roster: Roster): State {
  const blank: State = {
    roster,
    head: 0,
    steps: [],
    complete: false,
    stoppedBy: null,
    timeOut: null,
    repairs: {},
  };
  return enterNextStep(guide, blank);
}

/**
 * The state after one more recorded move. Total: it never throws, whatever it is given,
 * and it decides nothing: what is in the log was accepted when it was made.
 */
export function evolve(guide: Guide, state: State, move: Recorded): State {
  const next: State = { ...state, head: move.seq };
  if (move.seat === "t") return next;
  const by = move.seat;
  switch (move.kind) {
    case "repair":
      return { ...next, repairs: { ...state.repairs, [by]: move.seq } };
    case "answer-repair":
      return { ...next, repairs: without(state.repairs, move.answers) };
    case "time-out":
      return { ...next, timeOut: { seq: move.seq, by, until: move.returnAt } };
    case "return":
      return { ...next, timeOut: null };
    case "stop":
      return { ...next, stoppedBy: by };
    case "reopen":
      return { ...next, stoppedBy: null };
    default:
      return inCurrentStep(guide, next, { ...move, seat: by });
  }
}

/** The state after all of `moves`, which are in the order of their numbers. */
export function replay(guide: Guide, roster: Roster, moves: Iterable<Recorded>): State {
  let state = begin(guide, roster);
  for (const move of moves) state = evolve(guide, state, move);
  return state;
}

function inCurrentStep(guide: Guide, state: State, move: PartnerMove): State {
  const current = state.steps.at(-1);
  if (!current || state.complete || !kindsIn(current.progress.kind).includes(move.kind)) return state;
  const progress = afterInStep(current.progress, move, state.roster);
  const ended = stepHasEnded(progress, state.roster);
  const steps = [...state.steps.slice(0, -1), { ...current, progress, endedBy: ended ? move.seq : null }];
  return ended ? enterNextStep(guide, { ...state, steps }) : { ...state, steps };
}

function enterNextStep(guide: Guide, state: State): State {
  const step = guide.steps[state.steps.length];
  if (!step) return { ...state, complete: true };
  const progress = beginStep(step, state.roster, state.head);
  return { ...state, steps: [...state.steps, { from: state.head + 1, endedBy: null, progress }] };
}

function without(repairs: State["repairs"], seq: number): State["repairs"] {
  return {
    ...(repairs.a !== undefined && repairs.a !== seq && { a: repairs.a }),
    ...(repairs.b !== undefined && repairs.b !== seq && { b: repairs.b }),
  };
}
