import type { Field } from "#conversation/guide";
import type { Words } from "#conversation/moves";

/** A question that is answered otherwise than before. */
export interface ChangedAnswer {
  readonly field: Field;
  /** Undefined where it was left empty. */
  readonly before: Words[string] | undefined;
  readonly after: Words[string] | undefined;
}

/** What differs between two wordings of an agreement, question by question. */
export function changedAnswers(fields: readonly Field[], before: Words, after: Words): ChangedAnswer[] {
  return fields
    .map((field) => ({ field, before: given(before[field.id]), after: given(after[field.id]) }))
    .filter((one) => one.before !== one.after);
}

/** Left empty is left out. */
function given(value: Words[string] | undefined): Words[string] | undefined {
  return value === "" ? undefined : value;
}
