import type { Partner } from "#conversation/seats";
import type { WordsPlace } from "#db/sealed-words";

/** Where the words of a keeping belong. */
export function keepingPlace(spaceId: string, keepingId: string, seat: Partner): WordsPlace {
  return { spaceId, conversationId: "keeping", what: keepingId, seat };
}
