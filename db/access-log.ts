import { desc, inArray, sql } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import type { Db } from "./database";
import { accessLog } from "./therapy-schema";

/** What a therapist can look at. */
export type Looked = "conversation" | "lasting" | "check-ins" | "answers" | "record";

/** One look. */
export interface AccessLine {
  readonly id: string;
  readonly engagementId: string;
  readonly what: Looked;
  /** The conversation, where it was one. */
  readonly about: string | null;
  readonly at: Date;
}

/** Looking at the same again within so many minutes is one look: a phone that loses its connection is no diary. */
const SAME_LOOK_MINUTES = 5;

/** Writes down that a therapist looks at something. Before they see it, or not at all. */
export async function noteAccess(
  db: Db,
  { engagementId, what, about }: Omit<AccessLine, "id" | "at">,
  now: Date,
): Promise<void> {
  const since = new Date(now.getTime() - SAME_LOOK_MINUTES * 60_000).toISOString();
  await db.execute(sql`
    insert into ${accessLog} ("id", "engagement_id", "what", "about", "at")
    select ${uuidv7()}::uuid, ${engagementId}::uuid, ${what}, ${about}::uuid, ${now.toISOString()}::timestamptz
    where not exists (
      select 1 from ${accessLog}
      where ${accessLog.engagementId} = ${engagementId}::uuid and ${accessLog.what} = ${what}
        and ${accessLog.about} is not distinct from ${about}::uuid and ${accessLog.at} > ${since}::timestamptz
    )`);
}

/** The last looks, the newest first. */
export function readAccesses(db: Db, engagementIds: readonly string[], most: number): Promise<AccessLine[]> {
  if (engagementIds.length === 0) return Promise.resolve([]);
  return db
    .select({
      id: accessLog.id,
      engagementId: accessLog.engagementId,
      what: sql<Looked>`${accessLog.what}`,
      about: accessLog.about,
      at: accessLog.at,
    })
    .from(accessLog)
    .where(inArray(accessLog.engagementId, [...engagementIds]))
    .orderBy(desc(accessLog.id))
    .limit(most);
}
