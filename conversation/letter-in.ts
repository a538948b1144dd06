import type { Guide } from "./guide";

/** Where a guide for one asks for a letter: the step, and its question. */
export interface LetterPlace {
  readonly step: string;
  readonly field: string;
}

/** Null where a guide asks for none, and where somebody else would read it. */
export function letterIn({ solo, steps }: Pick<Guide, "solo" | "steps">): LetterPlace | null {
  if (solo !== true) return null;
  const step = steps.find((each) => each.kind === "write" && each.seen === "self" && each.id === "letter");
  const [field] = step?.kind === "write" ? step.fields : [];
  return step && field?.kind === "text" ? { step: step.id, field: field.id } : null;
}
