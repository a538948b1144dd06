import { eq, sql } from "drizzle-orm";
import type { Db } from "./database";
import { noticeReading } from "./schema";

/** There is one log. */
const LOG = "log";

/** Up to when the log was read for notices; null where it never was. */
export async function readUpTo(db: Db): Promise<Date | null> {
  const [row] = await db
    .select({ upTo: noticeReading.upTo })
    .from(noticeReading)
    .where(eq(noticeReading.name, LOG));
  return row?.upTo ?? null;
}

/** It was read up to then, and what was found is kept. Another process may be further already: it never goes back. */
export async function moveUpTo(db: Db, upTo: Date): Promise<void> {
  await db
    .insert(noticeReading)
    .values({ name: LOG, upTo })
    .onConflictDoUpdate({
      target: noticeReading.name,
      set: { upTo: sql`greatest(${noticeReading.upTo}, excluded."up_to")` },
    });
}
