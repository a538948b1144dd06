import type { WordsPlace } from "#db/sealed-words";

/** Where the words of a letter belong. */
export function letterPlace(spaceId: string, letterId: string): WordsPlace {
  return { spaceId, conversationId: "letter", what: letterId, seat: "a" };
}
