import type {
  AcknowledgeStep,
  ChoiceField,
  DialogueStep,
  Guide,
  ScaleField,
  Step,
  TextField,
  WriteStep,
} from "../guide";

/** A guide for two: whoever opens it is "first", the other is "second". */
export function pairGuide(...steps: readonly Step[]): Guide {
  return {
    id: "for-a-test",
    version: 1,
    area: 3,
    title: "For a test",
    purpose: "To show a rule.",
    how: "Step by step.",
    minutes: 5,
    roles: [
      { id: "first", mine: "I begin", yours: "You begin" },
      { id: "second", mine: "You begin", yours: "I begin" },
    ],
    steps,
  };
}

/** The same for one person alone. */
export function soloGuide(...steps: readonly Step[]): Guide {
  return { ...pairGuide(...steps), solo: true, roles: [] };
}

/** "Yes, I have read this." */
export function reading(changes: Partial<AcknowledgeStep> = {}): AcknowledgeStep {
  return {
    id: "reading",
    kind: "acknowledge",
    title: "Before you begin",
    lines: ["Listen."],
    button: "Yes",
    ...changes,
  };
}

/** One question, which each answers; shown once both have. */
export function writing(changes: Partial<WriteStep> = {}): WriteStep {
  return {
    id: "writing",
    kind: "write",
    title: "In writing",
    who: "each",
    seen: "together",
    intro: "Take your time.",
    fields: [STORY],
    ...changes,
  };
}

/** A free dialogue, which the first role begins. */
export function talking(changes: Partial<DialogueStep> = {}): DialogueStep {
  return {
    id: "talking",
    kind: "dialogue",
    title: "Aloud",
    intro: "One at a time.",
    first: "first",
    ...changes,
  };
}

export const STORY: TextField = { id: "story", kind: "text", label: "What happened?" };
export const TRUST: ScaleField = { id: "trust", kind: "scale", label: "Trust", low: "none", high: "full" };
export const NEXT: ChoiceField = {
  id: "next",
  kind: "choice",
  label: "And now?",
  options: [
    { id: "talk", text: "Talk" },
    { id: "rest", text: "Rest" },
  ],
};
