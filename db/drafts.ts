import { and, desc, eq, inArray, ne } from "drizzle-orm";
import type { Seat } from "#conversation/seats";
import type { Db } from "./database";
import { draft, signIn } from "./schema";

/** What an author had begun to write, still sealed. */
export interface SealedDraft {
  readonly slot: string;
  readonly words: Uint8Array;
}

/** With where and when it was written. */
export interface DraftRow extends SealedDraft {
  /** The sign-in it was written with; null for what was put there by none of their devices. */
  readonly signInId: string | null;
  /** What that device said it was; null where its sign-in is over. */
  readonly device: string | null;
  readonly updatedAt: Date;
}

/** The author's seat, and the sign-in with which they write. */
export interface Writer {
  readonly seat: Seat;
  readonly signInId: string | null;
}

/** In the table, instead of a sign-in, where there is none. */
const NO_DEVICE = "00000000-0000-0000-0000-000000000000";

/** Keeps a draft in place of the one before it from the same device. */
export async function putDraft(
  db: Db,
  conversationId: string,
  { seat, signInId }: Writer,
  { slot, words }: SealedDraft,
  updatedAt: Date,
): Promise<void> {
  await db
    .insert(draft)
    .values({ conversationId, seat, slot, signInId: signInId ?? NO_DEVICE, words, updatedAt })
    .onConflictDoUpdate({
      target: [draft.conversationId, draft.seat, draft.slot, draft.signInId],
      set: { words, updatedAt },
    });
}

/** Drops the draft of one device, and what was put there by none. */
export async function deleteDraft(
  db: Db,
  conversationId: string,
  { seat, signInId }: Writer,
  slot: string,
): Promise<void> {
  const ofDevice = inArray(draft.signInId, signInId === null ? [NO_DEVICE] : [signInId, NO_DEVICE]);
  await db.delete(draft).where(and(at(conversationId, seat, slot), ofDevice));
}

/** Drops the draft of another device, if it is still as its author has seen it. */
export async function deleteSeenDraft(
  db: Db,
  conversationId: string,
  { seat, signInId }: Writer,
  slot: string,
  seen: Date,
): Promise<void> {
  const isAsSeen = and(ne(draft.signInId, signInId ?? NO_DEVICE), eq(draft.updatedAt, seen));
  await db.delete(draft).where(and(at(conversationId, seat, slot), isAsSeen));
}

function at(conversationId: string, seat: Seat, slot: string) {
  return and(eq(draft.conversationId, conversationId), eq(draft.seat, seat), eq(draft.slot, slot));
}

/** All that an author has begun in a conversation, on whichever device, the newest first. */
export async function readDrafts(db: Db, conversationId: string, seat: Seat): Promise<DraftRow[]> {
  const rows = await db
    .select({
      slot: draft.slot,
      words: draft.words,
      signInId: draft.signInId,
      device: signIn.device,
      updatedAt: draft.updatedAt,
    })
    .from(draft)
    .leftJoin(signIn, eq(signIn.id, draft.signInId))
    .where(and(eq(draft.conversationId, conversationId), eq(draft.seat, seat)))
    .orderBy(desc(draft.updatedAt));
  return rows.map((row) => ({ ...row, signInId: row.signInId === NO_DEVICE ? null : row.signInId }));
}
