import type { Guide } from "./guide";
import { afterMeetingMove, NO_MEETINGS } from "./meetings";
import type { MoveKind, Recorded } from "./moves";
import type { Roster } from "./seats";
import type { BegunStep, Caucus, State } from "./state";
import { extendTurn, handFloor } from "./steps/dialogue";
import { marked } from "./steps/mark";
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
    held: false,
    caucus: null,
    repairs: {},
    ...NO_MEETINGS,
  };
  return enterNextStep(guide, blank);
}

/**
 * The state after one more recorded move. Total: it never throws, whatever it is given,
 * and it decides nothing: what is in the log was accepted when it was made.
 */
export function evolve(guide: Guide, state: State, move: Recorded): State {
  const sofar: State = { ...state, head: move.seq };
  if (move.seat === "t") return byTherapist(guide, sofar, move);
  const by = move.seat;
  // H7: they have gone on, so there was nobody any more who asked them to wait.
  const next: State = OPEN_WHILE_HELD.has(move.kind) ? sofar : { ...sofar, held: false, caucus: null };
  switch (move.kind) {
    case "repair":
      return { ...next, repairs: { ...state.repairs, [by]: move.seq } };
    case "answer-repair":
      return { ...next, repairs: without(state.repairs, move.answers) };
    case "pace":
    case "suggest-time":
    case "answer-time":
    case "withdraw-time":
      return { ...next, ...afterMeetingMove(state, by, move) };
    case "time-out":
      return { ...next, timeOut: { seq: move.seq, by, until: move.returnAt } };
    case "return":
      return { ...next, timeOut: null };
    case "stop":
      return { ...next, stoppedBy: by };
    case "reopen":
      return { ...next, stoppedBy: null };
    case "mark":
      return inMarkStep(guide, next, { ...move, seat: by });
    default:
      return inCurrentStep(guide, next, { ...move, seat: by });
  }
}

const OPEN_WHILE_HELD: ReadonlySet<MoveKind> = new Set(["stop", "reopen"]);

/** The state after all of `moves`, which are in the order of their numbers. */
export function replay(guide: Guide, roster: Roster, moves: Iterable<Recorded>): State {
  let state = begin(guide, roster);
  for (const move of moves) state = evolve(guide, state, move);
  return state;
}

function byTherapist(guide: Guide, state: State, move: Recorded): State {
  switch (move.kind) {
    case "hold":
      return { ...state, held: true };
    case "resume":
      return { ...state, held: false };
    case "caucus":
      return { ...state, caucus: state.caucus?.with === move.with ? null : caucusBegunBy(move) };
    case "return":
      return { ...state, timeOut: null };
    case "hand-floor": {
      const current = unendedStep(state);
      if (current?.progress.kind !== "dialogue") return state;
      return withCurrent(state, { ...current, progress: handFloor(current.progress, move.to, move.seq) });
    }
    case "extend-turn": {
      const current = unendedStep(state);
      if (current?.progress.kind !== "dialogue") return state;
      return withCurrent(state, { ...current, progress: extendTurn(current.progress, move.minutes) });
    }
    case "skip-step": {
      const current = unendedStep(state);
      if (!current) return state;
      return enterNextStep(guide, withCurrent(state, { ...current, endedBy: move.seq, skipped: true }));
    }
    default:
      return state;
  }
}

function caucusBegunBy({ with: partner, seq, by }: Recorded<"caucus">): Caucus {
  return { with: partner, since: seq, ...(by !== undefined && { by }) };
}

/** M4: a mark goes to its own step, in whichever step the conversation is by now. */
function inMarkStep(guide: Guide, state: State, move: Extract<PartnerMove, { kind: "mark" }>): State {
  const current = unendedStep(state)?.progress;
  if (current?.kind === "mark" && current.of === move.answers) return inCurrentStep(guide, state, move);
  const steps = state.steps.map((step) =>
    step.progress.kind === "mark" ? { ...step, progress: marked(step.progress, move) } : step,
  );
  return { ...state, steps };
}

function inCurrentStep(guide: Guide, state: State, move: PartnerMove): State {
  const current = unendedStep(state);
  if (!current || !kindsIn(current.progress.kind).includes(move.kind)) return state;
  const progress = afterInStep(current.progress, move, state.roster);
  const ended = stepHasEnded(progress, state.roster);
  const next = withCurrent(state, { ...current, progress, endedBy: ended ? move.seq : null });
  return ended ? enterNextStep(guide, next) : next;
}

function unendedStep(state: State): BegunStep | undefined {
  return state.complete ? undefined : state.steps.at(-1);
}

function withCurrent(state: State, current: BegunStep): State {
  return { ...state, steps: [...state.steps.slice(0, -1), current] };
}

/** Goes on to the next step in which there is something to do (G9), or to the end. */
function enterNextStep(guide: Guide, state: State): State {
  const step = guide.steps[state.steps.length];
  if (!step) return { ...state, complete: true };
  const progress = beginStep(step, state);
  const ended = stepHasEnded(progress, state.roster);
  const begun: BegunStep = { from: state.head + 1, endedBy: ended ? state.head : null, progress };
  const next = { ...state, steps: [...state.steps, begun] };
  return ended ? enterNextStep(guide, next) : next;
}

function without(repairs: State["repairs"], seq: number): State["repairs"] {
  return {
    ...(repairs.a !== undefined && repairs.a !== seq && { a: repairs.a }),
    ...(repairs.b !== undefined && repairs.b !== seq && { b: repairs.b }),
  };
}
