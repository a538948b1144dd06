import { unsealWords, type WordsPlace } from "#db/sealed-words";
import type { SealingKey } from "#db/sealing";
import type { SealedSummary } from "#db/shared-summaries";

/** As many characters as a summary may have. */
export const LONGEST_SUMMARY = 8_000;

/** Where its words belong: the third seat’s, in the couple’s space. */
export function summaryPlace(spaceId: string, summaryId: string): WordsPlace {
  return { spaceId, conversationId: "summary", what: summaryId, seat: "t" };
}

/** Null where it cannot be opened. */
export function openSummary(
  { id, words }: Pick<SealedSummary, "id" | "words">,
  spaceId: string,
  key: SealingKey | undefined,
): string | null {
  const text = unsealWords(key, summaryPlace(spaceId, id), words)?.text;
  return typeof text === "string" ? text : null;
}
