import type { AcknowledgeStep, DialogueStep, StepKind, WriteStep } from "./guide";
import type { Partner, Roster } from "./seats";

export interface AcknowledgeProgress {
  readonly kind: "acknowledge";
  readonly step: AcknowledgeStep;
  readonly done: readonly Partner[];
}

export interface WriteProgress {
  readonly kind: "write";
  readonly step: WriteStep;
  /** Whom the step names. */
  readonly writers: readonly Partner[];
  /** The number of each one's latest writing. */
  readonly latest: Readonly<Partial<Record<Partner, number>>>;
}

/** What a dialogue waits for. `say` and `reflection` are the numbers of those moves. */
export type Waiting =
  | { readonly for: "say" }
  | { readonly for: "reflection"; readonly say: number; readonly notYes: number }
  | { readonly for: "check"; readonly say: number; readonly reflection: number; readonly notYes: number }
  | { readonly for: "choice"; readonly say: number };

export interface DialogueProgress {
  readonly kind: "dialogue";
  readonly step: DialogueStep;
  readonly floor: Partner;
  /** The number of the move that gave the floor, 0 at the start: where the present turn begins. */
  readonly since: number;
  readonly waiting: Waiting;
  readonly held: readonly Partner[];
  readonly passed: readonly Partner[];
  readonly heard: readonly Partner[];
}

interface ProgressMap {
  acknowledge: AcknowledgeProgress;
  write: WriteProgress;
  dialogue: DialogueProgress;
}
/** How far a step has come. */
export type Progress<K extends StepKind = StepKind> = ProgressMap[K];

/** A step that has begun. Its moves are those numbered from `from` to `endedBy`. */
export interface BegunStep {
  readonly from: number;
  readonly endedBy: number | null;
  readonly progress: Progress;
}

export interface TimeOut {
  readonly seq: number;
  readonly by: Partner;
  /** ISO 8601. */
  readonly until: string;
}

/** All that the rules know of a conversation. Computed from its moves and nothing else. */
export interface State {
  readonly roster: Roster;
  /** The number of the last move, 0 before the first. */
  readonly head: number;
  /** Every step that has begun, in order; the last one is current unless it has ended. */
  readonly steps: readonly BegunStep[];
  readonly complete: boolean;
  readonly stoppedBy: Partner | null;
  readonly timeOut: TimeOut | null;
  /** Each partner's latest repair that has no answer yet. */
  readonly repairs: Readonly<Partial<Record<Partner, number>>>;
}

export type Status = "running" | "timed-out" | "stopped" | "complete";

/** Whether the conversation is running. A stop lies over a time-out: reopening leads back to it (F2). */
export function statusOf(state: State): Status {
  if (state.complete) return "complete";
  if (state.stoppedBy) return "stopped";
  return state.timeOut ? "timed-out" : "running";
}

/** The current step; null once the conversation is complete. */
export function currentStep(state: State): BegunStep | null {
  return state.complete ? null : (state.steps.at(-1) ?? null);
}

/** Who has the floor; null where nobody has it more than the other, and while nothing goes on. */
export function floorOf(state: State): Partner | null {
  if (statusOf(state) !== "running") return null;
  const progress = currentStep(state)?.progress;
  return progress?.kind === "dialogue" ? progress.floor : null;
}
