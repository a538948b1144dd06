import type { ProposalSort } from "./agreements";

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
/** A day, `2027-03-01`, or where that is too exact a month, `2027-03`. */
export interface DateField extends FieldBase {
  readonly kind: "date";
  readonly precision: "day" | "month";
}
/** A time of day and where it is meant: what `parseTimeOfDay` reads (keeping/time-of-day.ts). */
export interface TimeField extends FieldBase {
  readonly kind: "time";
}
/** How often something is promised, by the calendar: what `parseRepeat` reads (keeping/repeat.ts). */
export interface RepeatField extends FieldBase {
  readonly kind: "repeat";
  /** The question that earlier guides asked instead, to be answered in free words. */
  readonly formerly?: string;
}
export type Field = TextField | ScaleField | ChoiceField | DateField | TimeField | RepeatField;

interface StepBase {
  readonly id: string;
  readonly title: string;
  /** The earlier step that people are told this one waits for (G10). */
  readonly opensAfter?: string;
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
  /** The box begins with what its author wrote in this earlier step, to be sent as it is or changed. */
  readonly startsFrom?: string;
  /** What the author is gently pointed to while writing; it never leaves their browser. */
  readonly wording?: "owning";
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
  /** Before the floor passes the other says back the whole turn (D7). */
  readonly summary?: true;
  /** … then what sense it makes to them (D8). */
  readonly validate?: true;
  /** … then guesses how it feels, which the speaker puts right once (D8). */
  readonly empathise?: true;
  /** A suggested length of one turn. It is shown as a ring and stops nobody. */
  readonly softSeconds?: number;
}
/** One role says of each part of an earlier writing whether it has landed (M1 to M4). */
export interface MarkStep extends StepBase {
  readonly kind: "mark";
  readonly intro: string;
  /** The step whose parts are marked: a writing by one role, which the one who marks can read. */
  readonly of: string;
  /** The role that marks. */
  readonly by: string;
}
/** Agreements of one sort are offered, and accepted by the other (S1 to S6). */
export interface SettleStep extends StepBase {
  readonly kind: "settle";
  readonly intro: string;
  readonly sort: ProposalSort;
  /** The role whom the box is opened for; the other may offer something too, and is not asked to (S1). */
  readonly offeredBy?: string;
  /** The questions a proposal answers: those its sort needs, in the guide's words, and more where it asks for more. */
  readonly fields: readonly Field[];
}
/** The questions of each sort of agreement. */
export type AgreementFields = Readonly<Record<ProposalSort, readonly Field[]>>;
/** The agreements that are due are kept, changed or ended, by both (E1 to E4). */
export interface ReviewStep extends StepBase {
  readonly kind: "review";
  readonly intro: string;
  /** The questions of each sort of agreement in the guide's own words or language; else those of agreement-fields.ts. */
  readonly questions?: AgreementFields;
}
export type Step = AcknowledgeStep | WriteStep | DialogueStep | MarkStep | SettleStep | ReviewStep;
export type StepKind = Step["kind"];

/** A conversation's script, as data. A shipped guide never changes: new wording is a new version. */
export interface Guide {
  readonly id: string;
  readonly version: number;
  readonly area: Area;
  readonly title: string;
  /** What it is for, in two lines. */
  readonly purpose: string;
  /** What it asks of each of the two; said where a guide is chosen. */
  readonly asks?: string;
  /** What it is not, and will not do. */
  readonly isNot?: string;
  /** How it goes, in one sentence; shown on the invitation. */
  readonly how: string;
  /** An honest guess of how long it takes when both are there. */
  readonly minutes: number;
  readonly roles: readonly Role[];
  /** One person goes through it alone, always. */
  readonly solo?: true;
  /** May be begun by one person alone: what takes two is left out then (G9). */
  readonly alone?: true;
  /** What could come next, and why, in one quiet sentence. */
  readonly next?: { readonly guide: string; readonly why: string };
  readonly steps: readonly Step[];
}
