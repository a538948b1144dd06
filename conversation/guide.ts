/** The nine areas of rebuilding trust, numbered as in docs/areas. */
export type Area = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9;

/** What a guide calls a seat, e.g. "hurt". The opener takes one, the other partner gets the other. */
export interface Role {
  readonly id: string;
  /** Said to the one who chooses it: "I speak first". */
  readonly mine: string;
  /** Said to the other about themselves: "You say back first". */
  readonly yours: string;
}

/** Somebody a step names: every partner, or the one who holds a role. */
export type Who = "each" | { readonly role: string };

/**
 * Who reads what was written, and when (W4).
 * `self`: the author. `therapist`: the author and the therapist.
 * `together`: everyone, once all have answered. `at-once`: everyone, as it is sent.
 */
export type Seen = "self" | "therapist" | "together" | "at-once";

interface FieldBase {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  /** May be left empty. */
  readonly optional?: true;
}
export interface TextField extends FieldBase {
  readonly kind: "text";
}
/** A whole number from 0 to 10. */
export interface ScaleField extends FieldBase {
  readonly kind: "scale";
  readonly low: string;
  readonly high: string;
}
export interface ChoiceField extends FieldBase {
  readonly kind: "choice";
  readonly options: readonly { readonly id: string; readonly text: string }[];
}
export type Field = TextField | ScaleField | ChoiceField;

interface StepBase {
  readonly id: string;
  readonly title: string;
}
/** A short text that each partner reads and says yes to (A1). */
export interface AcknowledgeStep extends StepBase {
  readonly kind: "acknowledge";
  readonly lines: readonly string[];
  readonly button: string;
}
/** Questions answered in writing (W1 to W6). */
export interface WriteStep extends StepBase {
  readonly kind: "write";
  readonly who: Who;
  readonly seen: Seen;
  readonly intro: string;
  readonly fields: readonly Field[];
  readonly mayPass?: true;
}
/** One speaks, the other says back what was heard (D1 to D12). */
export interface DialogueStep extends StepBase {
  readonly kind: "dialogue";
  readonly intro: string;
  /** The role that has the floor first. */
  readonly first: string;
  /** Each holds the floor once, instead of as often as they like. */
  readonly once?: true;
  /** This role alone holds the floor; the step ends with its "I was heard". */
  readonly only?: string;
  /** A suggested length of one turn. It is shown as a ring and stops nobody. */
  readonly softSeconds?: number;
}
export type Step = AcknowledgeStep | WriteStep | DialogueStep;
export type StepKind = Step["kind"];

/** A conversation's script, as data. A shipped guide never changes: new wording is a new version. */
export interface Guide {
  readonly id: string;
  readonly version: number;
  readonly area: Area;
  readonly title: string;
  /** What it is for, in two lines. */
  readonly purpose: string;
  /** How it goes, in one sentence; shown on the invitation. */
  readonly how: string;
  /** An honest guess of how long it takes when both are there. */
  readonly minutes: number;
  readonly roles: readonly Role[];
  /** One person goes through it alone. */
  readonly solo?: true;
  readonly steps: readonly Step[];
}
