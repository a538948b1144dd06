import type { AcknowledgeStep, DialogueStep, WriteStep } from "#conversation/guide";
import type { Seat } from "#conversation/seats";
import { currentStep, type DialogueProgress, type State, statusOf } from "#conversation/state";
import { TRIES } from "#conversation/steps/dialogue";

/** What is asked of one seat now. There is exactly one thing at a time. */
export type Situation =
  | { readonly kind: "complete" }
  | { readonly kind: "stopped" }
  | { readonly kind: "time-out"; readonly until: string }
  | { readonly kind: "acknowledge"; readonly step: AcknowledgeStep; readonly isDone: boolean }
  | { readonly kind: "write"; readonly step: WriteStep; readonly isDone: boolean }
  | InDialogue;

/** In a dialogue: what the one with the floor, and the other, are asked for. */
export type InDialogue = {
  readonly step: DialogueStep;
  /** The number of the move since which the floor is where it is. */
  readonly since: number;
} & (
  | { readonly kind: "say"; readonly mayPass: boolean }
  | { readonly kind: "await-reflection"; readonly maySayAnew: boolean }
  | { readonly kind: "check"; readonly answers: number }
  | { readonly kind: "choose"; readonly mayPass: boolean; readonly mayHeard: boolean }
  | { readonly kind: "listen" }
  | { readonly kind: "reflect"; readonly answers: number; readonly isAgain: boolean }
  | { readonly kind: "await-check" }
  | { readonly kind: "await-choice" }
);

/** What `seat` is asked for in this state. */
export function situationOf(state: State, seat: Seat): Situation {
  const status = statusOf(state);
  if (status === "complete" || status === "stopped") return { kind: status };
  if (state.timeOut) return { kind: "time-out", until: state.timeOut.until };
  const progress = currentStep(state)?.progress;
  switch (progress?.kind) {
    case "acknowledge":
      return {
        kind: "acknowledge",
        step: progress.step,
        isDone: seat !== "t" && progress.done.includes(seat),
      };
    case "write": {
      const isNamed = seat !== "t" && progress.writers.includes(seat);
      const isDone = !isNamed || progress.latest[seat] !== undefined;
      return { kind: "write", step: progress.step, isDone };
    }
    case "dialogue":
      return seat === progress.floor ? asSpeaker(progress) : asListener(progress);
    case undefined:
      return { kind: "complete" };
  }
}

function asSpeaker({ step, since, waiting, heard, floor }: DialogueProgress): InDialogue {
  switch (waiting.for) {
    case "say":
      return { kind: "say", step, since, mayPass: heard.includes(floor) };
    case "reflection":
      return { kind: "await-reflection", step, since, maySayAnew: waiting.notYes >= TRIES };
    case "check":
      return { kind: "check", step, since, answers: waiting.reflection };
    case "choice":
      return { kind: "choose", step, since, mayPass: !step.only, mayHeard: !step.once };
  }
}

function asListener({ step, since, waiting }: DialogueProgress): InDialogue {
  switch (waiting.for) {
    case "say":
      return { kind: "listen", step, since };
    case "reflection":
      return { kind: "reflect", step, since, answers: waiting.say, isAgain: waiting.notYes > 0 };
    case "check":
      return { kind: "await-check", step, since };
    case "choice":
      return { kind: "await-choice", step, since };
  }
}
