import type { OpenMove } from "../open-move";
import type { MarkProgress } from "../state";
import type { PartnerMove, StepRules } from "./step-rules";

/** M1 to M3: one role marks each part of a writing; to defer is a mark too. */
export const markRules: StepRules<"mark"> = {
  kinds: ["mark"],

  begin(step, { roster, steps }) {
    const named = steps.find(({ progress }) => progress.step.id === step.of)?.progress;
    const written = named?.kind === "write" ? named : null;
    return {
      kind: "mark",
      step,
      by: roster.roles[step.by] ?? "a",
      of: Object.values(written?.latest ?? {})[0] ?? null,
      parts: written?.step.fields.map(({ id }) => id) ?? [],
      marks: {},
    };
  },

  open: (progress, seat) => (seat === progress.by ? marksOn(progress) : []),
  after: (progress, move) => (move.kind === "mark" ? marked(progress, move) : progress),
  // G9: alone, or where the writing was left out, there is nothing to mark.
  hasEnded: ({ of, parts, marks }, { partners }) =>
    partners.length < 2 || of === null || parts.every((part) => marks[part] !== undefined),
};

/** Every mark its role may make: on each part, as often as they like (M4); what has no mark yet comes first. */
export function marksOn({ of, parts, marks }: MarkProgress): readonly OpenMove[] {
  if (of === null) return [];
  const isMarked = (part: string) => marks[part] !== undefined;
  const inOrder = [...parts.filter((part) => !isMarked(part)), ...parts.filter(isMarked)];
  return inOrder.map((part) => ({ kind: "mark", answers: of, part }));
}

/** The step with one more mark. What is no part of it, or answers another writing, changes nothing. */
export function marked(
  progress: MarkProgress,
  { answers, part, verdict }: Extract<PartnerMove, { kind: "mark" }>,
): MarkProgress {
  if (answers !== progress.of || !progress.parts.includes(part)) return progress;
  return { ...progress, marks: { ...progress.marks, [part]: verdict } };
}
