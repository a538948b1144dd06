import { and, asc, eq, inArray } from "drizzle-orm";
import type { Partner } from "#conversation/seats";
import type { Db } from "./database";
import { checkIn, checkInNote, checkInShare } from "./schema";

// What somebody answered to “How is it now?”, in the spaces that are theirs alone. `spaceIds` are always those: another
// person's check-in is as one that is not there.

/** A check-in, its answers still sealed. */
export interface SealedCheckIn {
  readonly id: string;
  readonly spaceId: string;
  readonly answers: Uint8Array;
  readonly at: Date;
}

/** Stores it once, however often it is asked to. */
export async function insertCheckIn(db: Db, made: SealedCheckIn): Promise<void> {
  await db.insert(checkIn).values(made).onConflictDoNothing();
}

/** The oldest first. */
export function readCheckIns(db: Db, spaceIds: readonly string[]): Promise<SealedCheckIn[]> {
  return db
    .select()
    .from(checkIn)
    .where(inArray(checkIn.spaceId, [...spaceIds]))
    .orderBy(asc(checkIn.at), asc(checkIn.id));
}

/** In a transaction it stays until the end of it. */
export async function findCheckIn(
  tx: Db,
  spaceIds: readonly string[],
  id: string,
): Promise<SealedCheckIn | null> {
  const [row] = await tx
    .select()
    .from(checkIn)
    .where(and(eq(checkIn.id, id), inArray(checkIn.spaceId, [...spaceIds])))
    .for("key share");
  return row ?? null;
}

/** With all that was written beside it, and no longer shared with anybody. False where there is none. */
export async function deleteCheckIn(db: Db, spaceIds: readonly string[], id: string): Promise<boolean> {
  const gone = await db
    .delete(checkIn)
    .where(and(eq(checkIn.id, id), inArray(checkIn.spaceId, [...spaceIds])))
    .returning({ id: checkIn.id });
  return gone.length > 0;
}

/** What stands beside one answer, or beside all of them. */
export interface SealedNote {
  readonly checkInId: string;
  readonly statement: string;
  readonly note: Uint8Array;
}

export async function readNotes(db: Db, spaceIds: readonly string[]): Promise<SealedNote[]> {
  const rows = await db
    .select({ note: checkInNote })
    .from(checkInNote)
    .innerJoin(checkIn, eq(checkIn.id, checkInNote.checkInId))
    .where(inArray(checkIn.spaceId, [...spaceIds]));
  return rows.map(({ note }) => note);
}

/** In place of the one before it. */
export async function putNote(tx: Db, made: SealedNote): Promise<void> {
  await tx
    .insert(checkInNote)
    .values(made)
    .onConflictDoUpdate({
      target: [checkInNote.checkInId, checkInNote.statement],
      set: { note: made.note },
    });
}

export async function deleteNote(
  tx: Db,
  { checkInId, statement }: Pick<SealedNote, "checkInId" | "statement">,
): Promise<void> {
  await tx
    .delete(checkInNote)
    .where(and(eq(checkInNote.checkInId, checkInId), eq(checkInNote.statement, statement)));
}

/** One answer, and whose seat of which space may read it. */
export interface Share {
  readonly checkInId: string;
  readonly statement: string;
  readonly spaceId: string;
  readonly toSeat: "a" | "b" | "t";
}

/** What of these check-ins others may read. */
export function readSharesOf(db: Db, spaceIds: readonly string[]): Promise<Share[]> {
  return db
    .select({
      checkInId: checkInShare.checkInId,
      statement: checkInShare.statement,
      spaceId: checkInShare.spaceId,
      toSeat: checkInShare.toSeat,
    })
    .from(checkInShare)
    .innerJoin(checkIn, eq(checkIn.id, checkInShare.checkInId))
    .where(inArray(checkIn.spaceId, [...spaceIds]))
    .orderBy(asc(checkInShare.at));
}

/** Lets that seat read that answer; once, however often it is asked to. */
export async function insertShare(
  tx: Db,
  made: Share & { readonly id: string; readonly fromSeat: Partner; readonly at: Date },
): Promise<void> {
  await tx.insert(checkInShare).values(made).onConflictDoNothing();
}

/** The row goes, and nothing says that it was there. */
export async function deleteShare(tx: Db, { checkInId, statement, spaceId, toSeat }: Share): Promise<void> {
  await tx
    .delete(checkInShare)
    .where(
      and(
        eq(checkInShare.checkInId, checkInId),
        eq(checkInShare.statement, statement),
        eq(checkInShare.spaceId, spaceId),
        eq(checkInShare.toSeat, toSeat),
      ),
    );
}

/** A check-in of which one answer is shared: the others must not go any further than whoever opens it. */
export interface SharedWithSeat {
  readonly statement: string;
  readonly checkIn: SealedCheckIn;
  /** The space in which it is read, and where its author sits there. */
  readonly spaceId: string;
  readonly fromSeat: Partner;
  readonly toSeat: "a" | "b" | "t";
}

/** What others share in these spaces, with any of their seats; the newest answer first. */
export function readSharedIn(db: Db, spaceIds: readonly string[]): Promise<SharedWithSeat[]> {
  return db
    .select({
      statement: checkInShare.statement,
      checkIn,
      spaceId: checkInShare.spaceId,
      fromSeat: checkInShare.fromSeat,
      toSeat: checkInShare.toSeat,
    })
    .from(checkInShare)
    .innerJoin(checkIn, eq(checkIn.id, checkInShare.checkInId))
    .where(inArray(checkInShare.spaceId, [...spaceIds]))
    .orderBy(asc(checkIn.at), asc(checkInShare.statement));
}

/** What a seat shares in a space, and what it was let read there: both end when it is left. */
export async function deleteSharesOfSeat(tx: Db, spaceId: string, seat: string): Promise<void> {
  const shares = await tx
    .select({ id: checkInShare.id, fromSeat: checkInShare.fromSeat, toSeat: checkInShare.toSeat })
    .from(checkInShare)
    .where(eq(checkInShare.spaceId, spaceId));
  const ended = shares.filter((one) => one.fromSeat === seat || one.toSeat === seat).map(({ id }) => id);
  await tx.delete(checkInShare).where(inArray(checkInShare.id, ended));
}
