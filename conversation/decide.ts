import type { Guide } from "./guide";
import { isMeetingTime, isToCome, MEETING_KINDS } from "./meetings";
import type { MoveKind, Structure } from "./moves";
import { answered, type OpenMove, offers } from "./open-move";
import { mayReturn, openInCurrentStep, openMoves } from "./open-moves";
import { ACCEPTED, type Decision, type Refusal, refused } from "./refusals";
import type { Seat } from "./seats";
import { currentStep, type State, statusOf } from "./state";
import { inPlaceOf, OFFER_KINDS } from "./steps/offers";
import { kindsIn } from "./steps/rules-of";

const MINUTE = 60_000;
/** T1: a time-out lasts at least 20 minutes: it takes that long for a racing heart to settle (Gottman). */
const SHORTEST_TIME_OUT = 20 * MINUTE;
const LONGEST_TIME_OUT = 24 * 60 * MINUTE;

/**
 * Whether the rules accept `move` from `seat`. Sees the structure only, never words (G5).
 * `now` is milliseconds since 1970 by the clock of whoever asks; the server's answer is the one that counts.
 */
export function decide(guide: Guide, state: State, seat: Seat, move: Structure, now: number): Decision {
  const open = openMoves(guide, state, seat, now);
  if (!open.some((candidate) => offers(candidate, move)))
    return refused(whyNot(guide, state, seat, move, open, now));
  const outOfBounds = whyNotThen(state, move, now);
  return outOfBounds ? refused(outOfBounds) : ACCEPTED;
}

/** The times in a move are the seat's own choice, within bounds. */
function whyNotThen({ suggestion }: State, move: Structure, now: number): Refusal | null {
  switch (move.kind) {
    case "time-out":
      return isReturnTime(move.returnAt, now) ? null : { kind: "bad-return-time" };
    case "suggest-time":
      return isMeetingTime(move.meetAt, now) ? null : { kind: "bad-meeting-time" };
    case "answer-time":
      return move.accepted && suggestion && !isToCome(suggestion, now) ? { kind: "bad-meeting-time" } : null;
    default:
      return null;
  }
}

function isReturnTime(returnAt: string, now: number): boolean {
  const ahead = Date.parse(returnAt) - now;
  return ahead >= SHORTEST_TIME_OUT && ahead <= LONGEST_TIME_OUT;
}

/** The reason that helps most, for a move that is not open. */
function whyNot(
  guide: Guide,
  state: State,
  seat: Seat,
  move: Structure,
  open: readonly OpenMove[],
  now: number,
): Refusal {
  if (seat !== "t" && !state.roster.partners.includes(seat)) return { kind: "not-a-member" };
  if (seat === "t" && !state.roster.therapist) return { kind: "not-a-member" };
  switch (statusOf(state)) {
    case "left":
      return { kind: "left" };
    case "complete":
      return { kind: "complete" };
    case "stopped":
      return { kind: "stopped" };
    case "timed-out":
      return whyNotInTimeOut(state, move, now);
    case "held":
      return { kind: "held" };
    case "running":
      return whyNotWhileRunning(guide, state, seat, move, open, now);
  }
}

function whyNotInTimeOut(state: State, move: Structure, now: number): Refusal {
  const until = state.timeOut?.until ?? "";
  return move.kind === "return" && !mayReturn(state, now)
    ? { kind: "too-soon", until }
    : { kind: "timed-out", until };
}

function whyNotWhileRunning(
  guide: Guide,
  state: State,
  seat: Seat,
  move: Structure,
  open: readonly OpenMove[],
  now: number,
): Refusal {
  const ofThisKind = open.filter(({ kind }) => kind === move.kind);
  const kinds = [...kindsIn(currentStep(state)?.progress.kind ?? "acknowledge"), ...KINDS_AT_ANY_TIME];
  if (ofThisKind.length === 0 && !kinds.includes(move.kind)) return { kind: "not-open" };
  // One's own to make, with something else chosen: a pace that one has said already.
  if (move.kind === "pace") return { kind: "not-open" };
  const openToOthers = state.roster.partners
    .filter((partner) => partner !== seat)
    .flatMap((partner) => openMoves(guide, state, partner, now));
  if (openToOthers.some((candidate) => offers(candidate, move))) return { kind: "not-your-turn" };
  const named = answered(move);
  const inItsPlace = onTheTable(move, ofThisKind);
  if (inItsPlace !== undefined && inItsPlace !== named) return { kind: "stale", current: inItsPlace };
  if (named !== undefined) {
    const isNamed = (candidate: OpenMove) => candidate.kind === move.kind && answered(candidate) === named;
    // What it names is right, and something else about it is not: a part that is not there, another sort.
    if (open.some(isNamed)) return { kind: "not-open" };
    if (openToOthers.some(isNamed)) return { kind: "not-your-turn" };
    return { kind: "stale", current: current(state, move.kind, named, ofThisKind) };
  }
  const hasSomethingToDo = seat === "t" || openInCurrentStep(state, seat).length > 0;
  return { kind: hasSomethingToDo ? "not-open" : "not-your-turn" };
}

/** E2: the proposal about the same agreement that this one would have to amend, if there is one. */
function onTheTable(move: Structure, ofThisKind: readonly OpenMove[]): number | undefined {
  if (move.kind !== "propose" || move.reviews === undefined) return undefined;
  return ofThisKind.find(({ reviews }) => reviews === move.reviews)?.amends;
}

/**
 * G4: what this seat may name instead. What waits for the other would send it to a move it may not make. Of several
 * proposals only the one that took the place of the one it named is meant.
 */
function current(
  state: State,
  kind: MoveKind,
  named: number,
  ofThisKind: readonly OpenMove[],
): number | null {
  const progress = currentStep(state)?.progress;
  const isOnTheTable = OFFER_KINDS.includes(kind);
  if (!isOnTheTable || (progress?.kind !== "settle" && progress?.kind !== "review"))
    return ofThisKind[0]?.answers ?? null;
  const successor = inPlaceOf(progress.offers, named);
  return ofThisKind.some((candidate) => answered(candidate) === successor) ? successor : null;
}

const KINDS_AT_ANY_TIME: readonly MoveKind[] = [
  "repair",
  "answer-repair",
  "time-out",
  "stop",
  ...MEETING_KINDS,
];
