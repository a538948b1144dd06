import { and, asc, eq, inArray, lte, sql } from "drizzle-orm";
import type { Db } from "./database";
import { notice, noticeWish } from "./schema";

/** Between which times, `21:00`, somebody is told of nothing, by their own clock. The same twice: never. */
export interface QuietHours {
  readonly quietFrom: string;
  readonly quietTo: string;
}

/** What the table says for whoever never chose any. */
export const USUAL_QUIET_HOURS: QuietHours = { quietFrom: "21:00", quietTo: "08:00" };

/** The quiet hours of a person: null for whoever never wanted notices. */
export async function readQuietHours(db: Db, personId: string): Promise<QuietHours | null> {
  const [row] = await db
    .select({ quietFrom: noticeWish.quietFrom, quietTo: noticeWish.quietTo })
    .from(noticeWish)
    .where(eq(noticeWish.personId, personId));
  return row ?? null;
}

export async function writeQuietHours(db: Db, personId: string, hours: QuietHours): Promise<void> {
  await db
    .insert(noticeWish)
    .values({ personId, ...hours })
    .onConflictDoUpdate({ target: noticeWish.personId, set: hours });
}

/** Has everything that may wait for a person looked at soon: they agree to be told from now on. */
export async function lookAtSoon(tx: Db, personId: string, now: Date): Promise<void> {
  await tx
    .insert(noticeWish)
    .values({ personId, lookAt: now })
    .onConflictDoUpdate({ target: noticeWish.personId, set: { lookAt: now } });
}

/**
 * Finds what waits for a person anew, if they have ever wanted notices: by another clock it is due at another time, and
 * who was a guest before has more that may wait. What is waiting to be told is forgotten, and found again.
 */
export async function findAnew(tx: Db, personId: string, now: Date): Promise<void> {
  // The wish first, as whoever tells them takes it first, too.
  await tx.update(noticeWish).set({ lookAt: now }).where(eq(noticeWish.personId, personId));
  await tx.delete(notice).where(and(eq(notice.personId, personId), eq(notice.state, "waiting")));
}

/**
 * Whoever was told of something as a guest was told of it: they are not again within the hours that are to be between.
 * To be called before any notice of theirs is touched.
 */
export async function carryOverLast(tx: Db, from: string, to: string): Promise<void> {
  const wishes = await tx
    .select({ personId: noticeWish.personId, lastAt: noticeWish.lastAt })
    .from(noticeWish)
    .where(inArray(noticeWish.personId, [from, to]))
    .orderBy(asc(noticeWish.personId))
    .for("update");
  const lastAt = wishes.find(({ personId }) => personId === from)?.lastAt;
  if (!lastAt) return;
  await tx
    .insert(noticeWish)
    .values({ personId: to, lastAt })
    .onConflictDoUpdate({
      target: noticeWish.personId,
      set: { lastAt: sql`greatest(${noticeWish.lastAt}, excluded."last_at")` },
    });
}

/**
 * Takes up to `most` people whose turn it is. No other process takes them before `until`; should this one be killed,
 * another looks at them then.
 */
export async function takePeople(db: Db, most: number, now: Date, until: Date): Promise<string[]> {
  const due = db
    .select({ personId: noticeWish.personId })
    .from(noticeWish)
    .where(lte(noticeWish.lookAt, now))
    .orderBy(asc(noticeWish.lookAt))
    .limit(most)
    .for("update", { skipLocked: true });
  const rows = await db
    .update(noticeWish)
    .set({ lookAt: until })
    .where(eq(noticeWish.personId, sql`any(array(${due}))`))
    .returning({ personId: noticeWish.personId });
  return rows.map(({ personId }) => personId);
}

/** They were looked at, and are next at `next`; but for those who have changed something since they were taken. */
export async function lookAgainAt(
  db: Db,
  personIds: readonly string[],
  until: Date,
  next: Date,
): Promise<void> {
  await db
    .update(noticeWish)
    .set({ lookAt: next })
    .where(and(inArray(noticeWish.personId, [...personIds]), eq(noticeWish.lookAt, until)));
}
