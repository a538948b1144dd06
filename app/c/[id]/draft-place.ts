import { questionsIn } from "#conversation/agreement-fields";
import type { Field } from "#conversation/guide";
import { currentStep, type Progress, type State, statusOf } from "#conversation/state";
import { isReviewed } from "#conversation/steps/review";

const TEXT: Field = { id: "text", kind: "text", label: "" };

/** The questions that what is kept under this slot answers; one without a name where it answers none in particular. */
export function fieldsAt(state: State, slot: string): readonly Field[] {
  const progress = progressAt(state, slot);
  if (progress?.kind === "write" || progress?.kind === "settle") return progress.step.fields;
  if (progress?.kind !== "review") return [TEXT];
  const due = progress.due.find(({ id }) => slot.includes(id));
  return due ? questionsIn(progress.step, due.sort) : [TEXT];
}

/**
 * Whether nothing is written there any more: its step has ended, both have decided on the agreement it is about, or the
 * other has left for good.
 */
export function isOver(state: State, slot: string): boolean {
  if (slot.endsWith(":alone")) return false; // waits for its author, not for a step
  const progress = progressAt(state, slot);
  if (!progress) return false;
  if (statusOf(state) === "left") return true;
  if (progress.step.id !== currentStep(state)?.progress.step.id) return true;
  return (
    progress.kind === "review" && progress.due.some(({ id }) => slot.includes(id) && isReviewed(progress, id))
  );
}

/** The step it was written for, once that has begun: its id, or its id and what it is about, stand before the colon. */
function progressAt(state: State, slot: string): Progress | undefined {
  const [place = ""] = slot.split(":");
  const all = state.steps.map(({ progress }) => progress);
  return all.find(({ step }) => place === step.id) ?? all.find(({ step }) => place.startsWith(`${step.id}-`));
}
