import { and, eq } from "drizzle-orm";
import type { Seat } from "#conversation/seats";
import type { Db } from "./database";
import { draft } from "./schema";

/** What an author had begun to write, still sealed. */
export interface SealedDraft {
  readonly slot: string;
  readonly words: Uint8Array;
}

/** Keeps a draft in place of the one before it. */
export async function putDraft(
  db: Db,
  conversationId: string,
  seat: Seat,
  { slot, words }: SealedDraft,
  updatedAt: Date,
): Promise<void> {
  await db
    .insert(draft)
    .values({ conversationId, seat, slot, words, updatedAt })
    .onConflictDoUpdate({
      target: [draft.conversationId, draft.seat, draft.slot, draft.signInId],
      set: { words, updatedAt },
    });
}

export async function deleteDraft(db: Db, conversationId: string, seat: Seat, slot: string): Promise<void> {
  await db
    .delete(draft)
    .where(and(eq(draft.conversationId, conversationId), eq(draft.seat, seat), eq(draft.slot, slot)));
}

export function readDrafts(db: Db, conversationId: string, seat: Seat): Promise<SealedDraft[]> {
  return db
    .select({ slot: draft.slot, words: draft.words })
    .from(draft)
    .where(and(eq(draft.conversationId, conversationId), eq(draft.seat, seat)));
}
