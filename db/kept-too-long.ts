import { and, eq, gt, inArray, isNull, lte, notExists, or, sql } from "drizzle-orm";
import type { Db } from "./database";
import { conversation, engagement, keeping, membership, space } from "./schema";
import { processNote } from "./therapy-schema";
import { deleteGoneWhereabouts } from "./whereabouts";

/**
 * Deletes what has had its time at `now`: a therapist’s notes about a couple (Y11), what was left of a space for their
 * sake alone, and where somebody was (Z2).
 */
export async function deleteKeptTooLong(db: Db, now: Date): Promise<void> {
  const over = db.select({ id: engagement.id }).from(engagement).where(lte(engagement.keptUntil, now));
  await db.delete(processNote).where(inArray(processNote.engagementId, over));
  await deleteEmptySpaces(db, now);
  await deleteGoneWhereabouts(db, now);
}

/** Those that nobody is left in and nothing was ever said in, once nobody’s notes hang on them or could. */
async function deleteEmptySpaces(db: Db, now: Date): Promise<void> {
  const one = { one: sql`1` };
  const worked = db.select({ id: engagement.spaceId }).from(engagement).where(lte(engagement.keptUntil, now));
  const noted = db
    .select(one)
    .from(engagement)
    .innerJoin(processNote, eq(processNote.engagementId, engagement.id))
    .where(eq(engagement.spaceId, space.id));
  const kept = db
    .select(one)
    .from(engagement)
    .where(
      and(eq(engagement.spaceId, space.id), or(isNull(engagement.keptUntil), gt(engagement.keptUntil, now))),
    );
  await db
    .delete(space)
    .where(
      and(
        inArray(space.id, worked),
        notExists(db.select(one).from(membership).where(eq(membership.spaceId, space.id))),
        notExists(db.select(one).from(conversation).where(eq(conversation.spaceId, space.id))),
        notExists(db.select(one).from(keeping).where(eq(keeping.spaceId, space.id))),
        notExists(noted),
        notExists(kept),
      ),
    );
}
