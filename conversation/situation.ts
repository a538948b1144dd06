import type { AcknowledgeStep, DialogueStep, MarkStep, ReviewStep, SettleStep, WriteStep } from "./guide";
import type { Partner, Seat } from "./seats";
import { currentStep, type DialogueProgress, type State, statusOf, type WriteProgress } from "./state";
import { TRIES } from "./steps/dialogue";

/** What is asked of one seat now. There is exactly one thing at a time. */
export type Situation =
  | { readonly kind: "complete" }
  /** The other has left for good: there is nothing to do any more. */
  | { readonly kind: "left" }
  | { readonly kind: "stopped" }
  /** `caucus`: with whom the therapist speaks alone; null where everybody waits. */
  | { readonly kind: "held"; readonly caucus: Partner | null }
  /** Asked of each alone before the first step: is this a good moment? */
  | { readonly kind: "ready" }
  | { readonly kind: "time-out"; readonly until: string }
  | { readonly kind: "acknowledge"; readonly step: AcknowledgeStep; readonly isDone: boolean }
  | { readonly kind: "write"; readonly step: WriteStep; readonly part: WritingPart }
  | { readonly kind: "mark"; readonly step: MarkStep; readonly isMine: boolean }
  | { readonly kind: "settle"; readonly step: SettleStep; readonly hasEnough: boolean }
  | { readonly kind: "review"; readonly step: ReviewStep; readonly hasEnough: boolean }
  | InDialogue;

/** A seat's part in a writing: it is asked, it has answered, or it is only the other who writes. */
export type WritingPart = "asked" | "answered" | "other";

/** In a dialogue: what the one with the floor, and the other, are asked for. */
export type InDialogue = {
  readonly step: DialogueStep;
  /** The number of the move since which the floor is where it is. */
  readonly since: number;
} & (
  | { readonly kind: "say"; readonly mayPass: boolean }
  | { readonly kind: "await-reflection"; readonly of: "say" | "turn"; readonly maySayAnew: boolean }
  | { readonly kind: "check"; readonly of: "say" | "turn"; readonly answers: number }
  | { readonly kind: "choose"; readonly mayPass: boolean; readonly mayHeard: boolean }
  | { readonly kind: "await-validation" }
  | { readonly kind: "await-empathy" }
  /** The other has guessed how it feels; the speaker puts it right. */
  | { readonly kind: "correct"; readonly answers: number }
  | { readonly kind: "listen" }
  | {
      readonly kind: "reflect";
      readonly of: "say" | "turn";
      readonly answers: number;
      readonly isAgain: boolean;
    }
  | { readonly kind: "await-check" }
  | { readonly kind: "await-choice" }
  | { readonly kind: "validate"; readonly answers: number }
  | { readonly kind: "empathise"; readonly answers: number }
  | { readonly kind: "await-correction" }
);

/** What `seat` is asked for in this state. `isReady`: it has been asked whether this is a good moment. */
export function situationOf(state: State, seat: Seat, isReady = true): Situation {
  const status = statusOf(state);
  if (status === "running" && !isReady) return { kind: "ready" };
  if (status === "left" || status === "complete") return { kind: status };
  if (status === "stopped") return { kind: status };
  if (status === "held") return { kind: status, caucus: state.caucus?.with ?? null };
  if (state.timeOut) return { kind: "time-out", until: state.timeOut.until };
  const progress = currentStep(state)?.progress;
  switch (progress?.kind) {
    case "acknowledge":
      return {
        kind: "acknowledge",
        step: progress.step,
        isDone: seat !== "t" && progress.done.includes(seat),
      };
    case "write":
      return { kind: "write", step: progress.step, part: partIn(progress, seat) };
    case "dialogue":
      return seat === progress.floor ? asSpeaker(progress) : asListener(progress);
    case "mark":
      return { kind: "mark", step: progress.step, isMine: seat === progress.by };
    case "settle":
      return { kind: "settle", step: progress.step, hasEnough: isIn(progress.offers.enough, seat) };
    case "review":
      return { kind: "review", step: progress.step, hasEnough: isIn(progress.offers.enough, seat) };
    case undefined:
      return { kind: "complete" };
  }
}

/** Whether the move of this number was made before the first step had ended: to stop there is to leave it for later. */
export function isInFirstStep(state: State, seq: number): boolean {
  const [first] = state.steps;
  return first !== undefined && (first.endedBy === null || seq <= first.endedBy);
}

const isIn = (seats: readonly Seat[], seat: Seat): boolean => seats.includes(seat);

function partIn({ writers, latest }: WriteProgress, seat: Seat): WritingPart {
  if (seat === "t" || !writers.includes(seat)) return "other";
  return latest[seat] === undefined ? "asked" : "answered";
}

function asSpeaker({ step, since, waiting, heard, passed, floor }: DialogueProgress): InDialogue {
  const turn = { step, since };
  switch (waiting.for) {
    case "say":
      return { kind: "say", ...turn, mayPass: isIn(step.once ? passed : heard, floor) };
    case "reflection":
      return { kind: "await-reflection", ...turn, of: waiting.of, maySayAnew: waiting.notYes >= TRIES };
    case "check":
      return { kind: "check", ...turn, of: waiting.of, answers: waiting.reflection };
    case "choice":
      return { kind: "choose", ...turn, mayPass: !step.only, mayHeard: !step.once };
    case "validation":
      return { kind: "await-validation", ...turn };
    case "empathy":
      return { kind: "await-empathy", ...turn };
    case "correction":
      return { kind: "correct", ...turn, answers: waiting.guess };
  }
}

function asListener({ step, since, waiting }: DialogueProgress): InDialogue {
  const turn = { step, since };
  switch (waiting.for) {
    case "say":
      return { kind: "listen", ...turn };
    case "reflection": {
      const { of, say: answers, notYes } = waiting;
      return { kind: "reflect", ...turn, of, answers, isAgain: notYes > 0 };
    }
    case "check":
      return { kind: "await-check", ...turn };
    case "choice":
      return { kind: "await-choice", ...turn };
    case "validation":
      return { kind: "validate", ...turn, answers: waiting.say };
    case "empathy":
      return { kind: "empathise", ...turn, answers: waiting.say };
    case "correction":
      return { kind: "await-correction", ...turn };
  }
}
