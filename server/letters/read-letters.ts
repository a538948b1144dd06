import { findLetter, readLetters, type SealedLetter } from "#db/letters";
import { letterIdSchema } from "#wire/requests";
import { type OwnPlace, type OwnReader, ownPlaces } from "../own-space";
import { type LetterWords, openLetter } from "./letter-words";

/** A letter of one's own. */
export interface OwnLetter {
  readonly id: string;
  readonly version: number;
  readonly createdAt: Date;
  readonly changedAt: Date;
  /** Null until it was sent. */
  readonly sentAt: Date | null;
  /** Where it was sent, or is being sent. */
  readonly sentIn: string | null;
  /** Null where it cannot be opened. */
  readonly words: LetterWords | null;
}

/** All letters of a person, the one changed last first. */
export async function ownLetters(reader: OwnReader, personId: string): Promise<readonly OwnLetter[]> {
  const places = await ownPlaces(reader, personId);
  const spaceIds = places.map(({ spaceId }) => spaceId);
  return (await readLetters(reader.db, spaceIds)).map((letter) => toOwnLetter(places, letter));
}

/** One of them; null for somebody else's and an unknown one alike. */
export async function ownLetter(
  reader: OwnReader,
  personId: string,
  letterId: string,
): Promise<OwnLetter | null> {
  if (!letterIdSchema.safeParse(letterId).success) return null;
  const places = await ownPlaces(reader, personId);
  const spaceIds = places.map(({ spaceId }) => spaceId);
  const letter = await findLetter(reader.db, spaceIds, letterId);
  return letter && toOwnLetter(places, letter);
}

function toOwnLetter(places: readonly OwnPlace[], letter: SealedLetter): OwnLetter {
  const { id, version, createdAt, changedAt, sentAt, sentIn } = letter;
  return { id, version, createdAt, changedAt, sentAt, sentIn, words: openLetter(places, letter) };
}
