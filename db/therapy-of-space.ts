import { and, eq, inArray, isNull } from "drizzle-orm";
import type { Db } from "./database";
import { engagement } from "./schema";
import { accessLog, assignment, caucusWord, sharedSummary } from "./therapy-schema";
import { deleteWhereabouts } from "./whereabouts";

/**
 * What therapists had to do with a space that nobody is left in: their work is over, and what was said apart, asked and
 * summed up there goes; nobody could read it any more. Their own notes are kept until the day that is given. To be called
 * under `lockSeats`.
 */
export async function closeTherapyIn(
  tx: Db,
  spaceId: string,
  { now, keptUntil }: { readonly now: Date; readonly keptUntil: Date },
): Promise<void> {
  await tx
    .update(engagement)
    .set({ endedAt: now, keptUntil })
    .where(and(eq(engagement.spaceId, spaceId), isNull(engagement.endedAt)));
  const rows = await tx.select({ id: engagement.id }).from(engagement).where(eq(engagement.spaceId, spaceId));
  const ids = rows.map(({ id }) => id);
  if (ids.length === 0) return;
  await deleteWhereabouts(tx, ids);
  await tx.delete(caucusWord).where(inArray(caucusWord.engagementId, ids));
  await tx.delete(assignment).where(inArray(assignment.engagementId, ids));
  await tx.delete(sharedSummary).where(inArray(sharedSummary.engagementId, ids));
  await tx.delete(accessLog).where(inArray(accessLog.engagementId, ids));
}
