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

/** What a therapist looks at, and in which engagement. */
type Look = Omit<AccessLine, "id" | "at">;

/** Writes down that a therapist looks at something. Before they see it, or not at all. */
export function noteAccess(db: Db, look: Look, now: Date): Promise<void> {
  return noteAccesses(db, [look], now);
}

/** The same of several things at once, in one statement. */
export async function noteAccesses(db: Db, looks: readonly Look[], now: Date): Promise<void> {
  if (looks.length === 0) return;
  const since = new Date(now.getTime() - SAME_LOOK_MINUTES * 60_000).toISOString();
  const rows = looks.map(
    ({ engagementId, what, about }) =>
      sql`(${uuidv7()}::uuid, ${engagementId}::uuid, ${what}::text, ${about}::uuid)`,
  );
  await db.execute(sql`
    insert into ${accessLog} ("id", "engagement_id", "what", "about", "at")
    select look.id, look.engagement, look.what, look.about, ${now.toISOString()}::timestamptz
    from (values ${sql.join(rows, sql`, `)}) as look (id, engagement, what, about)
    where not exists (
      select 1 from ${accessLog}
      where ${accessLog.engagementId} = look.engagement and ${accessLog.what} = look.what
        and ${accessLog.about} is not distinct from look.about and ${accessLog.at} > ${since}::timestamptz
    )`);
}

/** Writes down that a record is made: each time, also twice in a minute. Before it leaves, or not at all. */
export async function noteRecord(db: Db, engagementId: string, at: Date): Promise<void> {
  await db.insert(accessLog).values({ id: uuidv7(), engagementId, what: "record", at });
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
