import { AGREEMENT_FIELDS } from "../agreement-fields";
import type {
  AcknowledgeStep,
  ChoiceField,
  DateField,
  DialogueStep,
  Guide,
  MarkStep,
  ReviewStep,
  ScaleField,
  SettleStep,
  Step,
  TextField,
  WriteStep,
} from "../guide";
import type { DueAgreement } from "../seats";

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

/** The first role says of each part of what the second wrote whether it has landed. */
export function marking(changes: Partial<MarkStep> = {}): MarkStep {
  return {
    id: "marking",
    kind: "mark",
    title: "Has it landed?",
    intro: "Part by part.",
    of: "account",
    by: "first",
    ...changes,
  };
}

/** What `marking` marks: written by the second role, read by all, in two parts. */
export function account(changes: Partial<WriteStep> = {}): WriteStep {
  return writing({
    id: "account",
    who: { role: "second" },
    seen: "at-once",
    fields: [STORY, { ...STORY, id: "harm" }],
    ...changes,
  });
}

/** Commitments are offered and accepted. */
export function settling(changes: Partial<SettleStep> = {}): SettleStep {
  const sort = changes.sort ?? "commitment";
  return {
    id: "settling",
    kind: "settle",
    title: "What we agree",
    intro: "One at a time.",
    sort,
    fields: AGREEMENT_FIELDS[sort],
    ...changes,
  };
}

/** The agreements that are due are looked at. */
export function reviewing(changes: Partial<ReviewStep> = {}): ReviewStep {
  return { id: "reviewing", kind: "review", title: "What we agreed", intro: "One at a time.", ...changes };
}

/** Two agreements that are due for review. */
export const DUE: readonly DueAgreement[] = [
  { id: "0190b5a8-0000-7000-8000-000000000001", sort: "commitment", of: "b" },
  { id: "0190b5a8-0000-7000-8000-000000000002", sort: "boundary", of: "a" },
];

export const WHEN: DateField = { id: "when", kind: "date", precision: "day", label: "On which day?" };
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
