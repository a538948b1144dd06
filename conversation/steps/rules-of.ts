import type { Step, StepKind } from "../guide";
import type { MoveKind } from "../moves";
import type { OpenMove } from "../open-move";
import type { Partner, Roster } from "../seats";
import type { Progress } from "../state";
import { acknowledgeRules } from "./acknowledge";
import { dialogueRules } from "./dialogue";
import { markRules } from "./mark";
import { reviewRules } from "./review";
import { settleRules } from "./settle";
import type { Before, PartnerMove, StepRules } from "./step-rules";
import { writeRules } from "./write";

/** The one table of step kinds: a new kind does not compile until it has its rules here. */
const RULES: { readonly [K in StepKind]: StepRules<K> } = {
  acknowledge: acknowledgeRules,
  write: writeRules,
  dialogue: dialogueRules,
  mark: markRules,
  settle: settleRules,
  review: reviewRules,
};

/** The kinds of move that can ever be open in a step of this kind. */
export function kindsIn(kind: StepKind): readonly MoveKind[] {
  return RULES[kind].kinds;
}

export function beginStep<K extends StepKind>(
  step: Extract<Step, { kind: K }> & { kind: K },
  before: Before,
): Progress<K> {
  const rules: StepRules<K> = RULES[step.kind];
  return rules.begin(step, before);
}

/** What `seat` may do in the step itself, leaving aside what is open at any time. */
export function openInStep<K extends StepKind>(
  progress: Progress<K> & { kind: K },
  seat: Partner,
  roster: Roster,
): readonly OpenMove[] {
  const rules: StepRules<K> = RULES[progress.kind];
  return rules.open(progress, seat, roster);
}

export function afterInStep<K extends StepKind>(
  progress: Progress<K> & { kind: K },
  move: PartnerMove,
  roster: Roster,
): Progress<K> {
  const rules: StepRules<K> = RULES[progress.kind];
  return rules.after(progress, move, roster);
}

export function stepHasEnded<K extends StepKind>(
  progress: Progress<K> & { kind: K },
  roster: Roster,
): boolean {
  const rules: StepRules<K> = RULES[progress.kind];
  return rules.hasEnded(progress, roster);
}
