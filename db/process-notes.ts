import { and, asc, eq, inArray } from "drizzle-orm";
import type { Db } from "./database";
import { processNote } from "./therapy-schema";

// Process notes, each its author's alone. `spaceIds` are always the spaces that are theirs alone: somebody else's note is
// as one that is not there.

/** A note, its words still sealed. */
export interface SealedNote {
  readonly id: string;
  readonly ownSpaceId: string;
  readonly engagementId: string;
  readonly words: Uint8Array;
  readonly version: number;
  readonly createdAt: Date;
  readonly changedAt: Date;
}

/** Whose notes, and about which work. */
export interface NotesPlace {
  readonly spaceIds: readonly string[];
  readonly engagementId: string;
}

/** Stores it once, however often it is asked to. To be called under `lockEngagement`. */
export async function insertNote(
  tx: Db,
  { at, ...made }: Pick<SealedNote, "id" | "ownSpaceId" | "engagementId" | "words"> & { readonly at: Date },
): Promise<void> {
  await tx
    .insert(processNote)
    .values({ ...made, createdAt: at, changedAt: at })
    .onConflictDoNothing();
}

/** The oldest first. */
export function readNotes(db: Db, place: NotesPlace): Promise<SealedNote[]> {
  return db
    .select()
    .from(processNote)
    .where(inPlace(place))
    .orderBy(asc(processNote.createdAt), asc(processNote.id));
}

export async function findNote(db: Db, place: NotesPlace, id: string): Promise<SealedNote | null> {
  const [row] = await db
    .select()
    .from(processNote)
    .where(and(inPlace(place), eq(processNote.id, id)));
  return row ?? null;
}

/** Only if it is still the `version` that was read. Says whether it was changed. */
export async function changeNote(
  db: Db,
  { id, ownSpaceId, version }: Pick<SealedNote, "id" | "ownSpaceId" | "version">,
  words: Uint8Array,
  changedAt: Date,
): Promise<boolean> {
  const changed = await db
    .update(processNote)
    .set({ words, changedAt, version: version + 1 })
    .where(
      and(eq(processNote.id, id), eq(processNote.ownSpaceId, ownSpaceId), eq(processNote.version, version)),
    )
    .returning({ id: processNote.id });
  return changed.length > 0;
}

/** For good. False where there is none. */
export async function deleteNote(db: Db, place: NotesPlace, id: string): Promise<boolean> {
  const gone = await db
    .delete(processNote)
    .where(and(inPlace(place), eq(processNote.id, id)))
    .returning({ id: processNote.id });
  return gone.length > 0;
}

/** All notes about one work, for good: its author has erased everything, or the day has come until which they are kept. */
export async function deleteNotesOf(db: Db, engagementId: string): Promise<void> {
  await db.delete(processNote).where(eq(processNote.engagementId, engagementId));
}

function inPlace({ spaceIds, engagementId }: NotesPlace) {
  return and(eq(processNote.engagementId, engagementId), inArray(processNote.ownSpaceId, [...spaceIds]));
}
