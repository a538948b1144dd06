import type { Step, StepKind } from "../guide";
import type { MoveKind, Recorded } from "../moves";
import type { OpenMove } from "../open-move";
import type { Partner, Roster } from "../seats";
import type { Progress } from "../state";

/** A move by a partner: what a step's rules are given. A therapist's moves never reach a step. */
export type PartnerMove = Recorded & { readonly seat: Partner };

/** The rules of one kind of step. Everything else in the core is the same for all of them. */
export interface StepRules<K extends StepKind> {
  /** The kinds that can ever be open in such a step. */
  readonly kinds: readonly MoveKind[];
  /** The step as it stands when it begins; `seq` is the number of the move before it, 0 at the start. */
  begin(step: Extract<Step, { kind: K }>, roster: Roster, seq: number): Progress<K>;
  /** What `seat` may do now. The only place that says so: `decide` accepts these and nothing else. */
  open(progress: Progress<K>, seat: Partner, roster: Roster): readonly OpenMove[];
  /** The step after a move that `open` offered. Total: never throws. */
  after(progress: Progress<K>, move: PartnerMove, roster: Roster): Progress<K>;
  hasEnded(progress: Progress<K>, roster: Roster): boolean;
}
