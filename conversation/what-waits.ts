import { isToCome } from "./meetings";
import type { Partner } from "./seats";
import { type Situation, situationOf } from "./situation";
import { currentStep, type Offers, type State, statusOf } from "./state";

/** What somebody is asked to do, where it is theirs to do it. Each has its sentence in messages, `home.waits.how`. */
export type Waiting =
  | "acknowledge"
  | "write"
  | "say"
  | "check"
  | "choose"
  | "correct"
  | "reflect"
  | "validate"
  | "empathise"
  | "mark"
  | "answer"
  | "offer"
  | "return"
  | "answer-time";

/**
 * What waits for `seat` in this conversation; null where nothing does. Of what waits for the other nothing is said
 * here: nobody is to be told that somebody has not answered. `now` is milliseconds since 1970.
 */
export function whatWaits(state: State, seat: Partner, now: number): Waiting | null {
  const status = statusOf(state);
  if (status !== "running" && status !== "timed-out") return null;
  return inStep(state, seat, now) ?? (status === "running" ? inMeetings(state, seat, now) : null);
}

/** A time that the other has suggested and that is still to come. */
function inMeetings({ suggestion }: State, seat: Partner, now: number): "answer-time" | null {
  return suggestion && suggestion.by !== seat && isToCome(suggestion, now) ? "answer-time" : null;
}

function inStep(state: State, seat: Partner, now: number): Waiting | null {
  const situation = situationOf(state, seat);
  switch (situation.kind) {
    case "time-out":
      return now >= Date.parse(situation.until) ? "return" : null;
    case "acknowledge":
      return situation.isDone ? null : "acknowledge";
    case "write":
      return situation.part === "asked" ? "write" : null;
    case "mark":
      return situation.isMine ? "mark" : null;
    case "settle":
    case "review":
      return inOffers(state, seat);
    default:
      return inDialogue(situation);
  }
}

function inDialogue({ kind }: Situation): Waiting | null {
  switch (kind) {
    case "say":
    case "check":
    case "choose":
    case "correct":
    case "reflect":
    case "validate":
    case "empathise":
      return kind;
    default:
      return null;
  }
}

/** What the other has offered is to be answered; else one may offer something, until one has said that this is all. */
function inOffers(state: State, seat: Partner): "answer" | "offer" | null {
  const progress = currentStep(state)?.progress;
  if (progress?.kind !== "settle" && progress?.kind !== "review") return null;
  const { current, enough }: Offers = progress.offers;
  if (current.some(({ by }) => by !== seat)) return "answer";
  if (current.length > 0 || enough.includes(seat)) return null;
  const asked = progress.kind === "settle" ? progress.step.offeredBy : undefined;
  return asked === undefined || state.roster.roles[asked] === seat ? "offer" : null;
}
