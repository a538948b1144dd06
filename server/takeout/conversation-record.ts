import type { Guide } from "#conversation/guide";
import type { Words } from "#conversation/moves";
import type { Entry } from "#conversation/seat-view";
import type { Roster, Seat } from "#conversation/seats";
import { readReadiness } from "#db/everything-of";
import { unsealWords } from "#db/sealed-words";
import type { Draft, SaidApartEntry, SeatInfo } from "#wire/events";
import { type ConversationOpener, type Opener, openConversation } from "../open-conversation";

/** A conversation as it is taken out: what its reader wrote and may read, in the shape in which a page gets it. */
export interface ConversationRecord {
  readonly id: string;
  /** With it the entries can be understood without us: every question is in it. In the reader's language. */
  readonly guide: Guide;
  readonly roster: Roster;
  readonly topic: string | null;
  readonly seats: readonly SeatInfo[];
  /** Whose record it is. */
  readonly seat: Seat;
  readonly entries: readonly Entry[];
  /** What was begun and not sent, on whichever device. */
  readonly drafts: readonly Pick<Draft, "slot" | "words">[];
  /** What was said apart with a therapist, by the reader and to them, in order. */
  readonly apart: readonly SaidApartEntry[];
  /** What the reader alone answered before the conversation. */
  readonly ready: Words | null;
}

/** Reads one conversation from one seat; null for one that is gone. */
export async function conversationRecord(
  conversations: ConversationOpener,
  opener: Opener,
  conversationId: string,
  now: Date,
): Promise<ConversationRecord | null> {
  const opened = await openConversation(conversations, opener, { conversationId }, now);
  if (!opened) return null;
  const { guide, roster, topic, seats, seat, entries, apart } = opened;
  const drafts = opened.drafts.flatMap(({ slot, words, elsewhere = [] }) =>
    [{ words }, ...elsewhere].map((one) => ({ slot, words: one.words })),
  );
  const ready = await ownReadiness(conversations, seat, conversationId);
  return { id: conversationId, guide, roster, topic, seats, seat, entries, drafts, apart, ready };
}

async function ownReadiness({ db, live }: ConversationOpener, seat: Seat, conversationId: string) {
  const row = await readReadiness(db, conversationId, seat);
  const known = row && (await live.load(conversationId));
  if (!known) return null;
  const place = { spaceId: known.spaceId, conversationId, what: "ready", seat };
  return unsealWords(known.keys.get(seat), place, row.answers);
}
