import { OUTCOMES, type ProposalSort } from "../agreements";
import type { Words } from "../moves";
import type { Partner } from "../seats";

/** A day of the calendar, `2027-03-01`, without a time or a zone. Days compare as text: the later one is greater. */
export type Day = string;

/** What a proposal about an agreement that holds can come to: what a review can come to, and a rest for a while. */
export const CHANGES = [...OUTCOMES, "pause"] as const;
export type Change = (typeof CHANGES)[number];

/** What the other says to something that was told: they saw it, or they saw it differently. Never who is right. */
export const SIGHTS = ["seen", "differently"] as const;
export type Sight = (typeof SIGHTS)[number];

/**
 * The structure of each kind of keeping: what one of two has done about what lasts between them. `answers` and `amends`
 * name the number of an earlier one, `agreement` an agreement of their space and `version` the wording of it that was
 * on the screen.
 */
interface Structures {
  /** Something new to agree on, in words. */
  offer: { readonly sort: ProposalSort; readonly amends?: number };
  /** What should become of an agreement; `change` comes with words, `pause` with its days. */
  propose: {
    readonly agreement: string;
    readonly version: number;
    readonly change: Change;
    readonly amends?: number;
    readonly from?: Day;
    readonly until?: Day;
  };
  accept: { readonly answers: number };
  decline: { readonly answers: number };
  /** Takes back an offer or a proposal of one's own. */
  withdraw: { readonly answers: number };
  /** Ends an agreement at once, whatever its wording. It takes one. */
  end: { readonly agreement: string };
  /** A boundary was crossed: what happened, and what happened next. */
  crossed: { readonly agreement: string; readonly version: number };
  /** How it went with a commitment on one of its days. Told again, it takes the place of the earlier one. */
  report: { readonly agreement: string; readonly version: number; readonly day: Day; readonly kept: boolean };
  /** Says to a crossing or to a report of the other that one saw it, or saw it differently. */
  see: { readonly answers: number; readonly sight: Sight };
  /** Owns a miss: what happened, and what one does now. */
  "make-good": { readonly answers: number };
  /** A milestone is reached: it is when both have said so. */
  reached: { readonly agreement: string; readonly version: number };
  /** After a plan: one line each, shown when both have written. */
  "how-was-it": { readonly agreement: string; readonly version: number };
  appreciate: object;
  /** A letter that its author sends on purpose, as it stands. */
  letter: object;
}

export type KeepingKind = keyof Structures;

/** A keeping without its words: all that the rules see. */
export type KeepingStructure<K extends KeepingKind = KeepingKind> = {
  [P in K]: { readonly kind: P } & Structures[P];
}[K];

/** What a browser sends. Seat and number are never inside: the server knows them. */
export type Keeping<K extends KeepingKind = KeepingKind> = KeepingStructure<K> & { readonly words?: Words };

/** An accepted one as the rules see it again: numbered from 1 in its space, with its seat and time (ISO 8601). */
export type RecordedKeeping<K extends KeepingKind = KeepingKind> = KeepingStructure<K> & {
  readonly seq: number;
  readonly seat: Partner;
  readonly at: string;
};
