import type { Outcome, ProposalSort } from "./agreements";
import type {
  AcknowledgeStep,
  DialogueStep,
  MarkStep,
  ReviewStep,
  SettleStep,
  StepKind,
  WriteStep,
} from "./guide";
import type { Meetings } from "./meetings";
import type { PartVerdict } from "./moves";
import { type DueAgreement, hasBeenLeft, type Partner, type Roster } from "./seats";

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

/**
 * What a dialogue waits for; the numbers are those of the moves to be answered. `say` is the one that is said back,
 * or, where the reflection is `of` the whole turn, the turn's first one.
 */
export type Waiting =
  | { readonly for: "say" }
  | {
      readonly for: "reflection";
      readonly of: "say" | "turn";
      readonly say: number;
      /** How many reflections of it were not it. */
      readonly notYes: number;
    }
  | {
      readonly for: "check";
      readonly of: "say" | "turn";
      readonly say: number;
      readonly reflection: number;
      readonly notYes: number;
    }
  | { readonly for: "choice" }
  | { readonly for: "validation"; readonly say: number }
  | { readonly for: "empathy"; readonly say: number }
  | { readonly for: "correction"; readonly guess: number };

export interface DialogueProgress {
  readonly kind: "dialogue";
  readonly step: DialogueStep;
  readonly floor: Partner;
  /** The number of the move that gave the floor, 0 at the start: where the present turn begins. */
  readonly since: number;
  /** The first thing said in this turn: what a summary of it names (D7). */
  readonly first: number | null;
  readonly waiting: Waiting;
  /** What a therapist has added to the suggested length of this turn (H8). Seconds. */
  readonly extraSeconds: number;
  /** How the speaker gives the floor away, while what comes before that is still being done (D7, D8). */
  readonly leaving: "pass-floor" | "heard" | null;
  readonly held: readonly Partner[];
  readonly passed: readonly Partner[];
  readonly heard: readonly Partner[];
}

export interface MarkProgress {
  readonly kind: "mark";
  readonly step: MarkStep;
  readonly by: Partner;
  /** The number of the writing whose parts are marked; null where it was left out. */
  readonly of: number | null;
  readonly parts: readonly string[];
  readonly marks: Readonly<Record<string, PartVerdict>>;
}

/** Something offered, as the rules see it. */
export interface Proposal {
  readonly seq: number;
  /** Who sent it: only the other may accept it (S2). */
  readonly by: Partner;
  /** In whose words it speaks, whoever wrote them: “I call” is a promise of theirs (S2, E2). */
  readonly of: Partner;
  readonly sort: ProposalSort;
  /** In a review: which agreement, and what should become of it. */
  readonly reviews?: string;
  readonly outcome?: Outcome;
}

/** What has been offered in a step, and what came of it. */
export interface Offers {
  /** Waiting for the other's answer. */
  readonly current: readonly Proposal[];
  /** Accepted by both; `accepted` is the number of the move that did it. */
  readonly settled: readonly (Proposal & { readonly accepted: number })[];
  /** What took the place of a proposal that was amended. */
  readonly amended: Readonly<Record<number, number>>;
  /** Who has said "that is all for now". */
  readonly enough: readonly Partner[];
}

export interface SettleProgress {
  readonly kind: "settle";
  readonly step: SettleStep;
  readonly offers: Offers;
}

export interface ReviewProgress {
  readonly kind: "review";
  readonly step: ReviewStep;
  readonly due: readonly DueAgreement[];
  readonly offers: Offers;
}

interface ProgressMap {
  acknowledge: AcknowledgeProgress;
  write: WriteProgress;
  dialogue: DialogueProgress;
  mark: MarkProgress;
  settle: SettleProgress;
  review: ReviewProgress;
}
/** How far a step has come. */
export type Progress<K extends StepKind = StepKind> = ProgressMap[K];

/** A step that has begun. Its moves are those numbered from `from` to `endedBy`. */
export interface BegunStep {
  readonly from: number;
  readonly endedBy: number | null;
  /** A therapist ended it before its own rules did (H4). */
  readonly skipped?: true;
  readonly progress: Progress;
}

export interface TimeOut {
  readonly seq: number;
  readonly by: Partner;
  /** ISO 8601. */
  readonly until: string;
}

/** A therapist speaks with one of the two alone: what is said there is in no log (H9). */
export interface Caucus {
  readonly with: Partner;
  /** The number of the move that began it. */
  readonly since: number;
  /** Whose caucus it is, of several therapists. */
  readonly by?: string;
}

/** All that the rules know of a conversation. Computed from its moves and nothing else. */
export interface State extends Meetings {
  readonly roster: Roster;
  /** The number of the last move, 0 before the first. */
  readonly head: number;
  /** Every step that has begun, in order; the last one is current unless it has ended. */
  readonly steps: readonly BegunStep[];
  readonly complete: boolean;
  readonly stoppedBy: Partner | null;
  readonly timeOut: TimeOut | null;
  /** The therapist has asked everybody to wait (H1). */
  readonly held: boolean;
  /** With whom the therapist speaks alone (H5). */
  readonly caucus: Caucus | null;
  /** Each partner's latest repair that has no answer yet. */
  readonly repairs: Readonly<Partial<Record<Partner, number>>>;
}

export type Status = "running" | "held" | "timed-out" | "stopped" | "complete" | "left";

/**
 * Whether the conversation is running. A stop lies over a time-out or a hold: reopening leads back to it (F2). That
 * somebody has left lies over everything, and nothing leads back (G11).
 */
export function statusOf(state: State): Status {
  if (hasBeenLeft(state.roster)) return "left";
  if (state.complete) return "complete";
  if (state.stoppedBy) return "stopped";
  if (state.timeOut) return "timed-out";
  return (state.held || state.caucus) && state.roster.therapist ? "held" : "running"; // H7
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
