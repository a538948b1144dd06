import type { Field } from "#conversation/guide";
import type { Words } from "#conversation/moves";

/**
 * The questions as these words answer them. What was agreed in the words of an earlier guide answers the question that
 * it asked: “every Sunday” instead of days of the calendar.
 */
export function asAnswered(fields: readonly Field[], words: Words): readonly Field[] {
  return fields.map((field) => {
    if (field.kind !== "repeat" || field.formerly === undefined) return field;
    if (isGiven(words[field.id]) || !isGiven(words[field.formerly])) return field;
    return { id: field.formerly, kind: "text", label: field.label };
  });
}

function isGiven(value: Words[string] | undefined): boolean {
  return value !== undefined && value !== "";
}
