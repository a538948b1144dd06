import type { WordsPlace } from "#db/sealed-words";

/** Where the answers of a check-in belong. */
export function answersPlace(spaceId: string, checkInId: string): WordsPlace {
  return { spaceId, conversationId: "check-in", what: checkInId, seat: "a" };
}

/** Where the note beside one of its answers belongs. */
export function notePlace(spaceId: string, checkInId: string, statement: string): WordsPlace {
  return { spaceId, conversationId: "check-in", what: `${checkInId}:${statement}`, seat: "a" };
}
