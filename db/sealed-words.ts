import type { Words } from "#conversation/moves";
import type { Seat } from "#conversation/seats";
import { type SealingKey, seal, unseal } from "./sealing";

/** Where words belong; part of what is sealed, so that words cannot be moved elsewhere unnoticed (safety.md §3). */
export interface WordsPlace {
  readonly spaceId: string;
  readonly conversationId: string;
  /** The move's id, or `draft:<slot>`, or `topic`. */
  readonly what: string;
  readonly seat: Seat;
}

const placeOf = ({ spaceId, conversationId, what, seat }: WordsPlace): string =>
  `${spaceId}|${conversationId}|${what}|${seat}`;

export function sealWords(key: SealingKey, place: WordsPlace, words: Words): Uint8Array {
  return seal(key, placeOf(place), Buffer.from(JSON.stringify(words)));
}

/** The words, or null when they cannot be opened: a changed row, a destroyed key. */
export function unsealWords(
  key: SealingKey | undefined,
  place: WordsPlace,
  sealed: Uint8Array,
): Words | null {
  const plain = key && unseal(key, placeOf(place), sealed);
  return plain ? (JSON.parse(Buffer.from(plain).toString("utf8")) as Words) : null;
}
