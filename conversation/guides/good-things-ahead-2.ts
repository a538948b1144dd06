import type { Field, Guide, Step } from "../guide";
import { goodThingsAhead } from "./good-things-ahead";

/** Where a plan takes place and at what time, for those who know it already. */
const MORE: readonly Field[] = [
  { id: "time", kind: "time", label: "At what time?", optional: true },
  { id: "place", kind: "text", label: "Where?", optional: true },
];

/** The first version, with room for a time and a place. */
export const goodThingsAhead2: Guide = {
  ...goodThingsAhead,
  version: 2,
  steps: goodThingsAhead.steps.map(
    (step): Step => (step.kind === "settle" ? { ...step, fields: withMore(step.fields) } : step),
  ),
};

/** Between when it is and who prepares it. */
function withMore(fields: readonly Field[]): readonly Field[] {
  return fields.flatMap((field) => (field.id === "on" ? [field, ...MORE] : [field]));
}
