import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import type { Db } from "./database";
import { sharedSummary } from "./therapy-schema";

/** A move that is quoted. */
export interface QuotedMove {
  readonly conversationId: string;
  readonly seq: number;
}

/** A summary that a therapist shares with both, its words still sealed. */
export interface SealedSummary {
  readonly id: string;
  readonly engagementId: string;
  readonly words: Uint8Array;
  readonly quotes: readonly QuotedMove[];
  readonly at: Date;
  readonly withdrawnAt: Date | null;
}

/** Stores it once, however often it is asked to. To be called under `lockEngagement`. */
export async function insertSummary(tx: Db, made: Omit<SealedSummary, "withdrawnAt">): Promise<void> {
  await tx.insert(sharedSummary).values(made).onConflictDoNothing();
}

/** Those of these engagements, the oldest first, in one query. */
export async function readSummaries(db: Db, engagementIds: readonly string[]): Promise<SealedSummary[]> {
  if (engagementIds.length === 0) return [];
  return db
    .select()
    .from(sharedSummary)
    .where(inArray(sharedSummary.engagementId, [...engagementIds]))
    .orderBy(asc(sharedSummary.at), asc(sharedSummary.id));
}

/** From here on nobody but its author reads it. False where there is none that stands. */
export async function withdrawSummary(
  db: Db,
  { id, engagementId }: Pick<SealedSummary, "id" | "engagementId">,
  withdrawnAt: Date,
): Promise<boolean> {
  const gone = await db
    .update(sharedSummary)
    .set({ withdrawnAt })
    .where(
      and(
        eq(sharedSummary.id, id),
        eq(sharedSummary.engagementId, engagementId),
        isNull(sharedSummary.withdrawnAt),
      ),
    )
    .returning({ id: sharedSummary.id });
  return gone.length > 0;
}

/** All that was shared in one work, for good: its author has erased everything of theirs. */
export async function deleteSummariesOf(db: Db, engagementId: string): Promise<void> {
  await db.delete(sharedSummary).where(eq(sharedSummary.engagementId, engagementId));
}
