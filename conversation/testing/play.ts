import { decide } from "../decide";
import { begin, evolve, replay } from "../evolve";
import type { Guide } from "../guide";
import type { Move, Recorded, Verdict, Words } from "../moves";
import type { OpenMove } from "../open-move";
import { openInCurrentStep, openMoves } from "../open-moves";
import type { Refusal } from "../refusals";
import { rosterFor } from "../roster-for";
import { type Reader, type SeatView, seatView } from "../seat-view";
import { type DueAgreement, otherPartner, PARTNERS, type Partner, type Roster, type Seat } from "../seats";
import { currentStep, type State, type Status, statusOf } from "../state";
import { DUE } from "./guides";

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;

/** The moment at which every conversation in a test begins. */
export const EVENING = Date.parse("2026-03-01T19:00:00.000Z");

/** A therapist with whom both share everything there is, from the start. */
export const READS_ALL: Reader = { seat: "t", access: { from: 1, answersOf: PARTNERS } };

/** A therapist with whom nothing is shared. */
export const READS_NOTHING: Reader = { seat: "t", access: null };

/** A conversation as the tests hold it: moves are taken one by one, and a clock that stands until told to go. */
export class Play {
  readonly guide: Guide;
  roster: Roster;
  /** The moves that were accepted, as the log would keep them. */
  readonly log: (Recorded & { readonly moveId: string })[] = [];
  readonly words = new Map<number, Words>();
  state: State;
  now = EVENING;

  constructor(guide: Guide, roster: Roster) {
    this.guide = guide;
    this.roster = roster;
    this.state = begin(guide, roster);
  }

  /** Partner a makes a move, which must be accepted. Gives its number. */
  a(move: Move): number {
    return this.take("a", move);
  }

  b(move: Move): number {
    return this.take("b", move);
  }

  /** The therapist makes a move, which must be accepted. Gives its number. */
  t(move: Move): number {
    return this.take("t", move);
  }

  take(seat: Seat, move: Move): number {
    const refusal = this.refusal(seat, move);
    if (refusal) throw new Error(`${seat} may not ${move.kind}: ${JSON.stringify(refusal)}`);
    return this.record(seat, move);
  }

  /** Puts a move in the log without asking the rules. Gives its number. */
  record(seat: Seat, { words, ...structure }: Move): number {
    const seq = this.state.head + 1;
    const recorded = { ...structure, seq, seat, at: new Date(this.now).toISOString() };
    this.log.push({ ...recorded, moveId: `move-${seq}` });
    if (words) this.words.set(seq, words);
    this.state = evolve(this.guide, this.state, recorded);
    return seq;
  }

  /** A move of one of several therapists. */
  recordBy(by: string, { words, ...structure }: Move): number {
    const seq = this.record("t", { ...structure, ...(words && { words }) });
    const recorded = { ...this.log[seq - 1], by } as Recorded & { readonly moveId: string };
    this.log[seq - 1] = recorded;
    this.state = replay(this.guide, this.roster, this.log);
    return seq;
  }

  /** These leave the space for good, and perhaps take back what they wrote. No move tells of it. */
  leave(seats: readonly Partner[], doWithdraw: boolean): void {
    this.roster = { ...this.roster, left: seats, ...(doWithdraw && { withdrawn: seats }) };
    this.state = { ...this.state, roster: this.roster };
  }

  /** A consent has ended: there is no therapist here any more. No move tells of it. */
  therapistGoes(): void {
    this.hasTherapist(false);
  }

  therapistComes(): void {
    this.hasTherapist(true);
  }

  private hasTherapist(therapist: boolean): void {
    this.roster = { ...this.roster, therapist };
    this.state = { ...this.state, roster: this.roster };
  }

  /** Why the rules say no to a move; null if they would accept it. Nothing is recorded. */
  refusal(seat: Seat, move: Move): Refusal | null {
    const decision = decide(this.guide, this.state, seat, move, this.now);
    return decision.ok ? null : decision.refusal;
  }

  /** The time passes. */
  later(milliseconds: number): void {
    this.now += milliseconds;
  }

  /** The instant so many milliseconds from now, as a move would name it. */
  in(milliseconds: number): string {
    return new Date(this.now + milliseconds).toISOString();
  }

  /** All that is open to a seat. */
  open(seat: Seat): readonly OpenMove[] {
    return openMoves(this.guide, this.state, seat, this.now);
  }

  /** What the current step leaves open to a partner, without repairs, breaks and stopping. */
  openInStep(partner: Partner): readonly OpenMove[] {
    return openInCurrentStep(this.state, partner);
  }

  /** What somebody sees after number `since`. */
  view(reader: Reader, since = 0): SeatView {
    return seatView(this.state, this.log.slice(since), reader, since, (seq) => this.words.get(seq));
  }

  get status(): Status {
    return statusOf(this.state);
  }

  /** The id of the current step; null once all have ended. */
  get step(): string | null {
    return currentStep(this.state)?.progress.step.id ?? null;
  }
}

/** Begins a conversation. Partner a takes `role`, or else the first one. */
export function play(guide: Guide, role?: string): Play {
  return new Play(guide, rosterFor(guide, role));
}

/** The same with a therapist in the third seat. */
export function playWithTherapist(guide: Guide, due: readonly DueAgreement[] = []): Play {
  return new Play(guide, { ...rosterFor(guide), therapist: true, due });
}

/** The same with agreements that are due for review. */
export function playWithDue(guide: Guide, due: readonly DueAgreement[] = DUE): Play {
  return new Play(guide, { ...rosterFor(guide), due });
}

/** The same for one person alone, in a guide that may also be held by two. */
export function playAlone(guide: Guide, role?: string): Play {
  return new Play(guide, rosterFor(guide, role, { alone: true }));
}

/** Both partners say yes to what they have read. */
export function bothAcknowledge(talk: Play): void {
  talk.a({ kind: "acknowledge" });
  talk.b({ kind: "acknowledge" });
}

/** One says a thing and the other says it back. Gives the number of the reflection. */
export function sayAndReflect(talk: Play, speaker: Partner): number {
  const said = talk.take(speaker, { kind: "say" });
  return talk.take(otherPartner(speaker), { kind: "reflect", answers: said });
}

/** One says a thing, the other says it back, and the one who spoke checks it. Gives the number of the check. */
export function sayReflectCheck(talk: Play, speaker: Partner, verdict: Verdict = "yes"): number {
  return talk.take(speaker, { kind: "check", answers: sayAndReflect(talk, speaker), verdict });
}
