import type { Field } from "#conversation/guide";
import type { Words } from "#conversation/moves";
import { asAnswered } from "../fields/as-answered";

/** A question that is answered otherwise than before. */
export interface ChangedAnswer {
  readonly id: string;
  readonly label: string;
  /** Null where it was left empty. */
  readonly before: Answer | null;
  readonly after: Answer | null;
}

/** An answer and the question as it was asked. */
export interface Answer {
  readonly field: Field;
  readonly value: Words[string];
}

/** What differs between two wordings of an agreement, question by question. */
export function changedAnswers(fields: readonly Field[], before: Words, after: Words): ChangedAnswer[] {
  const [were, are] = [asAnswered(fields, before), asAnswered(fields, after)];
  return fields
    .map(({ id, label }, index) => ({
      id,
      label,
      before: answerTo(were[index], before),
      after: answerTo(are[index], after),
    }))
    .filter((one) => one.before?.value !== one.after?.value);
}

/** Left empty is left out. */
function answerTo(field: Field | undefined, words: Words): Answer | null {
  if (!field) return null;
  const value = words[field.id];
  return value === undefined || value === "" ? null : { field, value };
}
