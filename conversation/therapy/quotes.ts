import type { Recorded, Words } from "../moves";
import { type Entry, type Reader, readableFrom, seatView, type WordsOf } from "../seat-view";
import { PARTNERS } from "../seats";
import type { State } from "../state";
import type { Access } from "./sharing";

type Stored = Recorded & { readonly moveId: string };

/** A move whose words a summary may quote. */
export type Quotable = Entry & { readonly words: Words };

/**
 * Of these moves those that a summary may quote (Y13): there are words, and both partners and the therapist may read them.
 * Nothing that one of the three may not read is even opened.
 * @param state the conversation as it is now
 */
export function quotable(
  state: State,
  moves: readonly Stored[],
  access: Access,
  wordsOf: WordsOf,
): readonly Quotable[] {
  if (state.roster.partners.length < PARTNERS.length) return []; // what one does alone is nobody else’s
  const readByBoth = moves.filter((move) =>
    PARTNERS.every((seat) => readableFrom(state, move, seat) !== null),
  );
  return quotesSeenBy(state, readByBoth, { seat: "t", access }, wordsOf).flatMap((entry) =>
    entry.words ? [{ ...entry, words: entry.words }] : [],
  );
}

/** What somebody reads of moves that are quoted, as the conversation is now and by what they may read of it (Y14). */
export function quotesSeenBy(
  state: State,
  quoted: readonly Stored[],
  reader: Reader,
  wordsOf: WordsOf,
): readonly Entry[] {
  return seatView(state, quoted, reader, state.head, wordsOf).entries;
}
