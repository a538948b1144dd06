import { AGREEMENT_FIELDS } from "../agreement-fields";
import type { Field, RepeatField, Step } from "../guide";

/** The same steps; what was asked in free words (`when`) is asked as a repeat. */
export function askingHowOften(steps: readonly Step[]): readonly Step[] {
  return steps.map((step) => {
    if (step.kind !== "settle") return step;
    const repeat = AGREEMENT_FIELDS[step.sort].find((field): field is RepeatField => field.kind === "repeat");
    if (!repeat) return step;
    return { ...step, fields: step.fields.map((field) => inPlaceOf(field, repeat)) };
  });
}

/** In the guide's own words: only the way of answering is another. */
function inPlaceOf(field: Field, repeat: RepeatField): Field {
  if (field.id !== repeat.formerly) return field;
  const { label, hint } = field;
  return { id: repeat.id, kind: "repeat", label, ...(hint !== undefined && { hint }) };
}
