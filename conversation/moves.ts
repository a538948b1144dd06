import type { Outcome, ProposalSort } from "./agreements";
import type { Partner, Seat } from "./seats";

/** What a person wrote: `{text}`, the fields of a write step, or `{passed: true}`. The rules never read it (G5). */
export type Words = Readonly<Record<string, string | number | boolean>>;

export const VERDICTS = ["yes", "partly", "no"] as const;
export type Verdict = (typeof VERDICTS)[number];

export const PART_VERDICTS = ["landed", "not-yet", "deferred"] as const;
export type PartVerdict = (typeof PART_VERDICTS)[number];

export const REPAIR_FAMILIES = [
  "how-i-feel",
  "calm-down",
  "sorry",
  "stop-there",
  "common-ground",
  "thank-you",
] as const;
export type RepairFamily = (typeof REPAIR_FAMILIES)[number];

/** How soon somebody would like to go on. A wish, and no deadline: nothing follows from it for the other (P1). */
export const PACES = ["now", "today", "this-week"] as const;
export type Pace = (typeof PACES)[number];

/** The structure of each kind of move: everything but the words. `answers` and `amends` name a number. */
interface Structures {
  acknowledge: object;
  write: { readonly ready: true };
  say: { readonly aloud?: true };
  reflect: { readonly answers: number; readonly aloud?: true };
  check: { readonly answers: number; readonly verdict: Verdict };
  validate: { readonly answers: number; readonly aloud?: true };
  empathise: { readonly answers: number; readonly aloud?: true };
  "pass-floor": object;
  heard: object;
  mark: { readonly answers: number; readonly part: string; readonly verdict: PartVerdict };
  /** In a review `reviews` names the agreement it is about, and `outcome` what should become of it. */
  propose: {
    readonly sort: ProposalSort;
    readonly amends?: number;
    readonly reviews?: string;
    readonly outcome?: Outcome;
  };
  accept: { readonly answers: number };
  decline: { readonly answers: number };
  withdraw: { readonly answers: number };
  enough: object;
  repair: { readonly family: RepairFamily };
  "answer-repair": { readonly answers: number; readonly taken: boolean };
  /** `returnAt` is an ISO 8601 instant. */
  "time-out": { readonly returnAt: string };
  return: object;
  pace: { readonly pace: Pace };
  /** `meetAt` is an ISO 8601 instant. */
  "suggest-time": { readonly meetAt: string };
  "answer-time": { readonly answers: number; readonly accepted: boolean };
  /** Of a suggestion of one's own, or of a time that both had set aside. */
  "withdraw-time": { readonly answers: number };
  stop: object;
  reopen: object;
  hold: object;
  resume: object;
  prompt: object;
  "hand-floor": { readonly to: Partner };
  "skip-step": object;
  /** `minutes` from 1 to 10. */
  "extend-turn": { readonly minutes: number };
  caucus: { readonly with: Partner };
}

export type MoveKind = keyof Structures;

/** A move without its words: all that the rules see. */
export type Structure<K extends MoveKind = MoveKind> = { [P in K]: { readonly kind: P } & Structures[P] }[K];

/** What a browser sends. Seat and number are never inside: the server knows them. */
export type Move<K extends MoveKind = MoveKind> = Structure<K> & { readonly words?: Words };

/** An accepted move as the rules see it again: numbered from 1, with its seat and time (ISO 8601, the server's). */
export type Recorded<K extends MoveKind = MoveKind> = Structure<K> & {
  readonly seq: number;
  readonly seat: Seat;
  readonly at: string;
  /** Which therapist, where the seat is `t`: an id that says nothing of who it is. */
  readonly by?: string;
};
