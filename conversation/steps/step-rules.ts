import type { Step, StepKind } from "../guide";
import type { MoveKind, Recorded } from "../moves";
import type { OpenMove } from "../open-move";
import type { Partner, Roster } from "../seats";
import type { BegunStep, Progress } from "../state";

/** A move by a partner: what a step's rules are given. What a therapist does is not for the step to judge. */
export type PartnerMove = Recorded & { readonly seat: Partner };

/** What stands when a step begins. */
export interface Before {
  readonly roster: Roster;
  /** The number of the last move, 0 at the start. */
  readonly head: number;
  /** The steps that have ended. */
  readonly steps: readonly BegunStep[];
}

/** The rules of one kind of step. Everything else in the core is the same for all of them. */
export interface StepRules<K extends StepKind> {
  /** The kinds that can ever be open in such a step. */
  readonly kinds: readonly MoveKind[];
  /** The step as it stands when it begins. */
  begin(step: Extract<Step, { kind: K }>, before: Before): Progress<K>;
  /** What `seat` may do now. The only place that says so: `decide` accepts these and nothing else. */
  open(progress: Progress<K>, seat: Partner, roster: Roster): readonly OpenMove[];
  /** The step after a move that `open` offered. Total: never throws. */
  after(progress: Progress<K>, move: PartnerMove, roster: Roster): Progress<K>;
  /** Whether nothing is left to do in it. A step of which this is true from the start ends as it begins (G9). */
  hasEnded(progress: Progress<K>, roster: Roster): boolean;
}
