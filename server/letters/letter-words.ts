import { MOST_CHARACTERS } from "#conversation/words";
import type { SealedLetter } from "#db/letters";
import { unsealWords } from "#db/sealed-words";
import type { OwnPlace } from "../own-space";
import type { Outcome } from "../requester";
import { letterPlace } from "./letter-place";

/** What a letter says. The title may be empty; a letter that was only begun has no text either. */
export interface LetterWords {
  readonly title: string;
  readonly text: string;
}

/** As long as what can be sent: a letter may always be sent as it stands. */
export const LETTER_TOO_LONG: Outcome<never> = {
  ok: false,
  refusal: { kind: "too-long", limit: MOST_CHARACTERS },
};

export function isLetterTooLong({ title, text }: LetterWords): boolean {
  return title.length + text.length > MOST_CHARACTERS;
}

/** Null where they cannot be opened. */
export function openLetter(
  places: readonly OwnPlace[],
  { id, spaceId, words }: SealedLetter,
): LetterWords | null {
  const key = places.find((place) => place.spaceId === spaceId)?.key;
  const opened = unsealWords(key, letterPlace(spaceId, id), words);
  return opened && { title: String(opened.title), text: String(opened.text) };
}
