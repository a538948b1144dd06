import { decide } from "#conversation/decide";
import { begin, evolve } from "#conversation/evolve";
import type { Guide } from "#conversation/guide";
import type { Move, Recorded, Words } from "#conversation/moves";
import { rosterFor } from "#conversation/roster-for";
import { seatView } from "#conversation/seat-view";
import { PARTNERS, type Partner } from "#conversation/seats";
import { checkWords } from "#conversation/words";
import type { AnyRefusal } from "#wire/refusals";
import { knowNothing, learn } from "../c/[id]/known-conversation";
import type { LiveConversation } from "../c/[id]/live-conversation";
import type { Snapshot } from "../c/[id]/snapshot";

/** One conversation from both its seats. */
export type TriedConversation = Readonly<Record<Partner, LiveConversation>>;

/** A recorded move as it goes to be looked at from a seat. */
type Logged = Recorded & { readonly moveId: string };

/**
 * Makes a conversation of which both seats are in this window. The same rules decide, and each seat reads what it
 * would read from a server; but the log is in memory, and gone with the page.
 * @param guide a guide for two
 * @param names what the two are called
 * @param now the time in milliseconds since 1970
 */
export function makeTriedConversation(
  guide: Guide,
  names: Readonly<Record<Partner, string>>,
  now: () => number = Date.now,
): TriedConversation {
  const log: Logged[] = [];
  const words = new Map<number, Words>();
  let state = begin(guide, rosterFor(guide));

  const refusalOf = (seat: Partner, move: Move): AnyRefusal | null => {
    const decision = decide(guide, state, seat, move, now());
    if (!decision.ok) return decision.refusal;
    const checked = checkWords(state, move);
    return checked.ok ? null : checked.refusal;
  };
  const record = (seat: Partner, { words: written, ...structure }: Move) => {
    const seq = state.head + 1;
    const recorded = { ...structure, seq, seat, at: new Date(now()).toISOString() };
    log.push({ ...recorded, moveId: `move-${seq}` });
    if (written) words.set(seq, written);
    state = evolve(guide, state, recorded);
  };
  const viewFrom = (seat: Partner, since: number) =>
    seatView(state, log.slice(since), seat, since, (seq) => words.get(seq));

  const take = (seat: Partner, move: Move): AnyRefusal | null => {
    const refusal = refusalOf(seat, move);
    if (refusal) return refusal;
    record(seat, move);
    for (const reader of PARTNERS) seats[reader].look((since) => viewFrom(reader, since));
    return null;
  };
  const sitDown = (seat: Partner) =>
    makeTriedSeat(firstSnapshot(guide, seat, names), (move) => take(seat, move), now);
  const seats = { a: sitDown("a"), b: sitDown("b") };
  return { a: seats.a.live, b: seats.b.live };
}

interface TriedSeat {
  readonly live: LiveConversation;
  /** Lets this seat read what has come since the last number it knows. */
  look(viewSince: (since: number) => ReturnType<typeof seatView>): void;
}

/** One of the two seats, as a page of a real conversation knows it. `take` gives what was said no with, if anything. */
function makeTriedSeat(
  first: Snapshot,
  take: (move: Move) => AnyRefusal | null,
  now: () => number,
): TriedSeat {
  let current = first;
  const listeners = new Set<() => void>();
  const drafts = new Map<string, Words>();
  const change = (next: Partial<Snapshot>) => {
    current = { ...current, ...next };
    for (const listener of listeners) listener();
  };
  const live: LiveConversation = {
    snapshot: () => current,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    send(slot, move) {
      const refusal = take(move);
      if (refusal && move.words && move.words.passed !== true) drafts.set(slot, move.words);
      if (!refusal) drafts.delete(slot);
      change({ returned: refusal && { slot, move, refusal, isInBox: true } });
    },
    keepDraft(slot, words) {
      if (words) drafts.set(slot, words);
      else drafts.delete(slot);
      change({}); // whether there is a draft decides whether an example is offered
    },
    saveDrafts() {}, // there is nowhere to bring them
    draftOf: (slot) => drafts.get(slot) ?? null,
    draftElsewhere: () => null, // there is one device
    chooseDraft() {},
    drafts: () => [...drafts].map(([slot, words]) => ({ slot, words })),
    dismissReturned: () => change({ returned: null }),
    sayWord: async () => false, // nobody is there to hear it
    sayApart: async () => false, // there is no therapist here
    goOn: () => change({ isReady: true }),
    serverNow: now,
    start: () => () => undefined, // nothing to connect to
  };
  return { live, look: (viewSince) => change(learn(current, viewSince(current.state.head)) ?? {}) };
}

function firstSnapshot(guide: Guide, seat: Partner, names: Readonly<Record<Partner, string>>): Snapshot {
  return {
    ...knowNothing(guide, rosterFor(guide)),
    conversationId: "tried",
    seat,
    topic: null,
    seats: PARTNERS.map((partner) => ({ seat: partner, name: names[partner] })),
    here: PARTNERS,
    invitation: null,
    therapists: [],
    apart: [],
    whereabouts: [],
    word: null,
    due: [],
    agreed: [],
    isReady: true,
    connection: { kind: "online" },
    waiting: [],
    returned: null,
    draftsAnew: 0,
    clockOffset: 0,
  };
}
