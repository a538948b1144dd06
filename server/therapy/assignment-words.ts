import type { AssignmentRow } from "#db/assignments";
import { unsealWords, type WordsPlace } from "#db/sealed-words";
import type { SealingKey } from "#db/sealing";

/** What a therapist writes with what they ask. */
export interface AssignmentWords {
  readonly note: string;
  /** What is to be read, or promised; empty where it is neither. */
  readonly text: string;
}

/** As many characters as a note, and as a text to be read, may have. */
export const LONGEST_NOTE = 2_000;
export const LONGEST_TEXT = 8_000;

/** Where its words belong: the third seat’s, in the couple’s space. */
export function assignmentPlace(spaceId: string, assignmentId: string): WordsPlace {
  return { spaceId, conversationId: "assignment", what: assignmentId, seat: "t" };
}

/** Null where they cannot be opened. */
export function openAssignment(
  { id, words }: Pick<AssignmentRow, "id" | "words">,
  spaceId: string,
  key: SealingKey | undefined,
): AssignmentWords | null {
  const opened = unsealWords(key, assignmentPlace(spaceId, id), words);
  if (!opened) return null;
  const { note, text } = opened;
  return { note: typeof note === "string" ? note : "", text: typeof text === "string" ? text : "" };
}
