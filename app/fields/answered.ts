import type { Field } from "#conversation/guide";
import { parseRepeat } from "#conversation/keeping/repeat";
import type { Words } from "#conversation/moves";

/** The first question that has to be answered and is not. */
export function firstUnanswered(fields: readonly Field[], words: Words): Field | undefined {
  return fields.find((field) => !field.optional && isUnanswered(field, words[field.id]));
}

/** How often something is promised is answered bit by bit: until nothing is missing it is not. */
function isUnanswered({ kind }: Field, value: Words[string] | undefined): boolean {
  return isEmpty(value) || (kind === "repeat" && parseRepeat(String(value)) === "unreadable");
}

/** The answers without those that were left empty. */
export function answeredOnly(words: Words): Words {
  return Object.fromEntries(Object.entries(words).filter(([, value]) => !isEmpty(value)));
}

function isEmpty(value: Words[string] | undefined): boolean {
  return value === undefined || (typeof value === "string" && value.trim() === "");
}

/** Of some words those that answer these questions: what a box can begin with. */
export function answersTo(fields: readonly Field[], words: Words): Words {
  const asked = new Set(fields.map(({ id }) => id));
  return Object.fromEntries(Object.entries(words).filter(([id]) => asked.has(id)));
}
