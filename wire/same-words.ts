import type { Words } from "#conversation/moves";

/** Whether two people, or one on two devices, have written the same. */
export function areSameWords(one: Words, other: Words): boolean {
  const fields = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...fields].every((field) => one[field] === other[field]);
}
