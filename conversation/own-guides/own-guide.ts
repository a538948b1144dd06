import type { Guide, Step } from "../guide";

/** Names no step: what is marked has still to be chosen (K3). */
const NOTHING = "none";
/** How a guide of one’s own is called while it has no version: nothing that ships is. */
const NO_VERSION = 0;

/** The two parts that a guide for two has at first. Which words they get is for whoever writes it. */
const ROLES: Guide["roles"] = [
  { id: "first", mine: "", yours: "" },
  { id: "second", mine: "", yours: "" },
];

/** The first draft of a guide that begins with nothing. */
export function emptyGuide(id: string): Guide {
  return {
    ...{ id, version: NO_VERSION, area: 3, title: "", purpose: "", how: "", minutes: 30 },
    roles: ROLES,
    steps: [],
  };
}

/** A draft that begins as a copy of another guide: under an id of its own, and naming no other that could come next. */
export function copyOf({ next: _, ...guide }: Guide, id: string): Guide {
  return { ...guide, id, version: NO_VERSION };
}

/** The draft as the version that conversations begin with (I4). */
export function asVersion(draft: Guide, version: number): Guide {
  return { ...draft, version };
}

/** A step of this kind, with nothing in it yet; named so that no other step has its id. */
export function emptyStep(kind: OwnStepKind, steps: readonly Pick<Step, "id">[]): Step {
  const base = { id: freeId("step", steps), title: "" };
  switch (kind) {
    case "acknowledge":
      return { ...base, kind, lines: [""], button: "" };
    case "write":
      return { ...base, kind, who: "each", seen: "together", intro: "", fields: [] };
    case "dialogue":
      return { ...base, kind, intro: "", first: "first" };
    case "mark":
      return { ...base, kind, intro: "", of: NOTHING, by: "first" };
    case "settle":
      return { ...base, kind, intro: "", sort: "commitment", fields: [] };
  }
}

/** What can be added to a guide of one’s own. */
export const OWN_STEP_KINDS = ["acknowledge", "write", "dialogue", "mark", "settle"] as const;
export type OwnStepKind = (typeof OWN_STEP_KINDS)[number];

/** `name-1`, or the first number after it that none of these has. */
export function freeId(name: string, taken: readonly { readonly id: string }[]): string {
  let number = taken.length + 1;
  while (taken.some(({ id }) => id === `${name}-${number}`)) number += 1;
  return `${name}-${number}`;
}
