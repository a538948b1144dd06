import { and, eq, gt, inArray, lte } from "drizzle-orm";
import type { Partner } from "#conversation/seats";
import type { Db } from "./database";
import { whereabouts } from "./therapy-schema";

/** Where one of a couple is before a meeting, for one therapist; still sealed. */
export interface WhereaboutsRow {
  readonly engagementId: string;
  readonly seat: Partner;
  readonly words: Uint8Array;
  /** When the word was said. */
  readonly askedAt: Date | null;
  readonly goneAt: Date;
}

/** Takes the place of what was given before. To be called under `lockEngagement`. */
export async function putWhereabouts(tx: Db, given: Omit<WhereaboutsRow, "askedAt">): Promise<void> {
  const { words, goneAt } = given;
  await tx
    .insert(whereabouts)
    .values(given)
    .onConflictDoUpdate({
      target: [whereabouts.engagementId, whereabouts.seat],
      set: { words, goneAt, askedAt: null },
    });
}

/** What has been given in these engagements and is not gone. */
export function readWhereabouts(
  db: Db,
  engagementIds: readonly string[],
  now: Date,
): Promise<WhereaboutsRow[]> {
  if (engagementIds.length === 0) return Promise.resolve([]);
  return db
    .select()
    .from(whereabouts)
    .where(and(inArray(whereabouts.engagementId, [...engagementIds]), gt(whereabouts.goneAt, now)))
    .orderBy(whereabouts.engagementId, whereabouts.seat);
}

/** The word was said. */
export async function markAsked(
  tx: Db,
  engagementIds: readonly string[],
  seat: Partner,
  now: Date,
): Promise<void> {
  await tx
    .update(whereabouts)
    .set({ askedAt: now })
    .where(and(inArray(whereabouts.engagementId, [...engagementIds]), eq(whereabouts.seat, seat)));
}

/** For good; of one of the two, or of both. */
export async function deleteWhereabouts(
  tx: Db,
  engagementIds: readonly string[],
  seat?: Partner,
): Promise<void> {
  if (engagementIds.length === 0) return;
  const its = inArray(whereabouts.engagementId, [...engagementIds]);
  await tx.delete(whereabouts).where(seat ? and(its, eq(whereabouts.seat, seat)) : its);
}

/** What has had its time. */
export async function deleteGoneWhereabouts(db: Db, now: Date): Promise<void> {
  await db.delete(whereabouts).where(lte(whereabouts.goneAt, now));
}
