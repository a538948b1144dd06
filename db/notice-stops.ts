import { and, eq, lt, sql } from "drizzle-orm";
import type { Db } from "./database";
import { consent, notice, noticeStop } from "./schema";

const DAY = 86_400_000;
/** A mail is found again, and its link pressed, for as long as this. */
const LASTS = 90 * DAY;

/** Keeps what a new link of a person's is known by. Those of theirs that are too old go: the new one takes their place. */
export async function insertNoticeStop(
  db: Db,
  made: { readonly tokenHash: Uint8Array; readonly personId: string },
  now: Date,
): Promise<void> {
  const isTooOld = lt(noticeStop.createdAt, new Date(now.getTime() - LASTS));
  await db.delete(noticeStop).where(and(eq(noticeStop.personId, made.personId), isTooOld));
  await db.insert(noticeStop).values({ ...made, createdAt: now });
}

/**
 * Withdraws what the person with this link has agreed to of notices, and drops those that wait to be sent. It is one
 * statement, and the same for a link that is nobody's: the time it takes tells them apart no more than the answer.
 */
export async function stopNotices(db: Db, tokenHash: Uint8Array, now: Date): Promise<void> {
  const theirs = sql`(select "person_id" from "stopping")`;
  await db.execute(sql`
    with "stopping" as (
      select ${noticeStop.personId} from ${noticeStop} where ${noticeStop.tokenHash} = ${tokenHash}::bytea
    ), "withdrawn" as (
      update ${consent} set "withdrawn_at" = ${now.toISOString()}::timestamptz
      where ${consent.personId} in ${theirs} and ${consent.what} in ('notices', 'push')
        and ${consent.withdrawnAt} is null
    )
    delete from ${notice} where ${notice.personId} in ${theirs} and ${notice.state} = 'waiting'`);
}
