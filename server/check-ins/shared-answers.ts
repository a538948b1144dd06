import { isStatement, type StatementId } from "#conversation/check-ins/statements";
import { readSharedIn, type SharedWithSeat } from "#db/check-ins";
import { unsealWords } from "#db/sealed-words";
import { type OwnSpace, readSpaces } from "#db/spaces";
import { readKeysOfSpaces } from "../lasting/space-keys";
import type { OwnReader } from "../own-space";
import { answersPlace } from "./check-in-place";

/**
 * One answer that a partner shares. Nothing else of their check-in: not its id, not what else it asked, not whether there
 * is another.
 */
export interface SharedAnswer {
  readonly space: OwnSpace;
  readonly statement: StatementId;
  readonly value: number;
  /** When it was answered. */
  readonly at: Date;
}

/**
 * What partners share with a person now, the oldest first. It is opened with its author's key, here and nowhere else;
 * what cannot be opened, and what was taken back, is not there.
 */
export async function sharedAnswers(
  { db, ring }: OwnReader,
  personId: string,
): Promise<readonly SharedAnswer[]> {
  const spaces = await readSpaces(db, personId);
  const shares = await readSharedIn(
    db,
    spaces.map(({ id }) => id),
  );
  const forMe = shares.flatMap((share) => {
    const space = spaces.find(({ id }) => id === share.spaceId);
    return space && isFor(space, share) ? [{ space, share }] : [];
  });
  const keys = await readKeysOfSpaces(
    db,
    ring,
    forMe.map(({ share }) => share.checkIn.spaceId),
  );
  return forMe.flatMap(({ space, share: { statement, checkIn } }) => {
    const key = keys.get(checkIn.spaceId)?.get("a");
    const answers = unsealWords(key, answersPlace(checkIn.spaceId, checkIn.id), checkIn.answers);
    const value = answers?.[statement];
    if (typeof value !== "number" || !isStatement(statement)) return [];
    return [{ space, statement, value, at: checkIn.at }];
  });
}

function isFor({ seat, otherLeft }: OwnSpace, { toSeat, fromSeat }: SharedWithSeat): boolean {
  return toSeat === seat && fromSeat !== seat && !otherLeft;
}
