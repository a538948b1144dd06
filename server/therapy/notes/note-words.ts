import type { SealedNote } from "#db/process-notes";
import { unsealWords, type WordsPlace } from "#db/sealed-words";
import type { OwnPlace } from "../../own-space";
import type { Outcome } from "../../requester";

/** What a note says. The title may be empty; a note that was only begun has no text either. */
export interface NoteWords {
  readonly title: string;
  readonly text: string;
}

/** As many characters as a note may have, its title with it. */
const LONGEST = 16_000;

export const NOTE_TOO_LONG: Outcome<never> = { ok: false, refusal: { kind: "too-long", limit: LONGEST } };

export function isNoteTooLong({ title, text }: NoteWords): boolean {
  return title.length + text.length > LONGEST;
}

/** Where its words belong: in its author’s own space, and about this work. */
export function notePlace({
  id,
  ownSpaceId,
  engagementId,
}: Pick<SealedNote, "id" | "ownSpaceId" | "engagementId">): WordsPlace {
  return { spaceId: ownSpaceId, conversationId: `notes:${engagementId}`, what: id, seat: "a" };
}

/** Null where they cannot be opened. */
export function openNote(places: readonly OwnPlace[], note: SealedNote): NoteWords | null {
  const key = places.find(({ spaceId }) => spaceId === note.ownSpaceId)?.key;
  const opened = unsealWords(key, notePlace(note), note.words);
  return opened && { title: String(opened.title), text: String(opened.text) };
}
