import { and, desc, eq, inArray, isNull, or } from "drizzle-orm";
import type { Db } from "./database";
import { letter } from "./schema";

// Letters, each its author's alone. `spaceIds` are always the spaces that are theirs alone: another person's letter is as
// one that is not there.

/** A letter, its words still sealed. */
export interface SealedLetter {
  readonly id: string;
  readonly spaceId: string;
  readonly words: Uint8Array;
  readonly createdAt: Date;
  readonly changedAt: Date;
  readonly version: number;
  /** Null until it was sent. */
  readonly sentAt: Date | null;
  /** The space it was sent in, or is being sent in: from then on its words stay as they are. */
  readonly sentIn: string | null;
}

/** Stores it once, however often it is asked to. */
export async function insertLetter(
  db: Db,
  { at, ...made }: Pick<SealedLetter, "id" | "spaceId" | "words"> & { readonly at: Date },
): Promise<void> {
  await db
    .insert(letter)
    .values({ ...made, createdAt: at, changedAt: at })
    .onConflictDoNothing();
}

/** The one changed last first. */
export function readLetters(db: Db, spaceIds: readonly string[]): Promise<SealedLetter[]> {
  return db
    .select()
    .from(letter)
    .where(inArray(letter.spaceId, [...spaceIds]))
    .orderBy(desc(letter.changedAt), desc(letter.id));
}

export async function findLetter(
  db: Db,
  spaceIds: readonly string[],
  id: string,
): Promise<SealedLetter | null> {
  const [row] = await db.select().from(letter).where(one(spaceIds, id));
  return row ?? null;
}

/** Only if it is still the `version` that was read, and not on its way to anybody. Says whether it was changed. */
export async function changeLetter(
  db: Db,
  { id, spaceId, version }: Pick<SealedLetter, "id" | "spaceId" | "version">,
  words: Uint8Array,
  changedAt: Date,
): Promise<boolean> {
  const changed = await db
    .update(letter)
    .set({ words, changedAt, version: version + 1 })
    .where(and(one([spaceId], id), eq(letter.version, version), isNull(letter.sentIn)))
    .returning({ id: letter.id });
  return changed.length > 0;
}

/** From now on its words stay as they are. Only if it is still that `version`; again where it was that already. */
export async function holdForSending(
  db: Db,
  { id, spaceId, version }: Pick<SealedLetter, "id" | "spaceId" | "version">,
  sentIn: string,
): Promise<boolean> {
  const held = await db
    .update(letter)
    .set({ sentIn })
    .where(
      and(
        one([spaceId], id),
        eq(letter.version, version),
        or(isNull(letter.sentIn), eq(letter.sentIn, sentIn)),
      ),
    )
    .returning({ id: letter.id });
  return held.length > 0;
}

/** It was not taken: it may be changed again. */
export async function releaseLetter(db: Db, spaceId: string, id: string): Promise<void> {
  await db
    .update(letter)
    .set({ sentIn: null })
    .where(and(one([spaceId], id), isNull(letter.sentAt)));
}

/** It is in `keeping` of that space now. */
export async function markSent(
  db: Db,
  { id, spaceId }: Pick<SealedLetter, "id" | "spaceId">,
  sentIn: string,
  sentAt: Date,
): Promise<void> {
  await db
    .update(letter)
    .set({ sentIn, sentAt })
    .where(and(one([spaceId], id), isNull(letter.sentAt)));
}

/** For good. What was sent of it is the other's. False where there is none. */
export async function deleteLetter(db: Db, spaceIds: readonly string[], id: string): Promise<boolean> {
  const gone = await db.delete(letter).where(one(spaceIds, id)).returning({ id: letter.id });
  return gone.length > 0;
}

function one(spaceIds: readonly string[], id: string) {
  return and(eq(letter.id, id), inArray(letter.spaceId, [...spaceIds]));
}
