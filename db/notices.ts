import { and, eq, inArray, not, type SQL, sql } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import type { NoticeKind } from "#conversation/notices";
import type { Db } from "./database";
import { agreement, consent, conversation, invitation, membership, notice } from "./schema";

export type NoticeRow = typeof notice.$inferSelect;

/** A person, and one thing that may wait for them: a conversation, an agreement or an invitation, by its id. */
export interface Examined {
  readonly personId: string;
  readonly about: string;
}

/** Something that waits for a person, in a space where they have a seat. */
export interface FoundNotice extends Examined {
  readonly spaceId: string;
  readonly kind: NoticeKind;
  readonly mark: string;
  readonly dueAt: Date;
}

/**
 * Keeps what was found out about whatever was looked at. The same mark again changes nothing, whatever has become of
 * the notice: what was told stays told, and who came does not hear of it after all. Another mark waits anew. Only those
 * get a row who agreed to be told, and who sit there still; a seat that is being given up right now is passed over.
 *
 * Of what does not wait any more the row goes, unless it was told or may have been: so that it waits anew should it
 * come back, even with the mark it had, and nobody can have somebody written to over and over by making it come and go.
 */
export async function keepNotices(
  db: Db,
  examined: readonly Examined[],
  found: readonly FoundNotice[],
): Promise<void> {
  if (examined.length === 0) return;
  await db.execute(sql`
    delete from ${notice} using ${rowsOf("seen", examined)}
    where ${notice.personId} = seen."personId" and ${notice.about} = seen.about
      and ${notice.state} in ('waiting', 'withdrawn')
      and not exists (
        select 1 from ${rowsOf("found", found)}
        where found."personId" = ${notice.personId} and found.about = ${notice.about} and found.kind = ${notice.kind}
      )`);
  if (found.length === 0) return;
  const withIds = found.map((one) => ({ ...one, id: uuidv7() }));
  // In one order, so that two processes which found the same do not wait for one another.
  await db.execute(sql`
    insert into ${notice} ("id", "person_id", "kind", "about", "mark", "state", "due_at")
    select found.id, found."personId", found.kind, found.about, found.mark, 'waiting', found."dueAt"
    from ${rowsOf("found", withIds)}
    join ${membership} on ${membership.spaceId} = found."spaceId" and ${membership.personId} = found."personId"
    where ${hasConsent(sql`found."personId"`)}
      and not exists (
        select 1 from ${notice}
        where ${notice.personId} = found."personId" and ${notice.kind} = found.kind
          and ${notice.about} = found.about and ${notice.mark} = found.mark
      )
    order by found."personId", found.kind, found.about
    for share of ${membership} skip locked
    on conflict ("person_id", "kind", "about") do update
    set "mark" = excluded."mark", "state" = 'waiting', "due_at" = excluded."due_at", "handed_at" = null
    where ${notice.mark} <> excluded."mark"`);
}

/**
 * They have come and seen that this waits: nobody tells them of it any more, not even what was on its way. Where it was
 * not found yet, it is kept as seen, so that it is not found after they left.
 */
export async function keepSeen(db: Db, seen: readonly FoundNotice[]): Promise<void> {
  if (seen.length === 0) return;
  const withIds = seen.map((one) => ({ ...one, id: uuidv7() }));
  await db.execute(sql`
    insert into ${notice} ("id", "person_id", "kind", "about", "mark", "state", "due_at")
    select seen.id, seen."personId", seen.kind, seen.about, seen.mark, 'withdrawn', seen."dueAt"
    from ${rowsOf("seen", withIds)}
    where ${hasConsent(sql`seen."personId"`)}
    order by seen."personId", seen.kind, seen.about
    on conflict ("person_id", "kind", "about") do update
    set "mark" = excluded."mark", "state" = 'withdrawn', "handed_at" = null
    where ${notice.mark} <> excluded."mark" or ${notice.state} in ('waiting', 'sending')`);
}

/** Whatever is in a space waits for nobody any more. To be called before what is in it goes. */
export async function deleteNoticesIn(tx: Db, spaceId: string): Promise<void> {
  await tx.delete(notice).where(
    inArray(
      notice.about,
      sql`(
        select ${conversation.id}::text from ${conversation} where ${conversation.spaceId} = ${spaceId}
        union all select ${agreement.id}::text from ${agreement} where ${agreement.spaceId} = ${spaceId}
        union all select ${invitation.id} from ${invitation} where ${invitation.spaceId} = ${spaceId}
      )`,
    ),
  );
}

/** What waited for a guest waits for whom they turned out to be. */
export async function moveNotices(tx: Db, from: string, to: string): Promise<void> {
  await tx.update(notice).set({ personId: to }).where(eq(notice.personId, from));
}

/** What waits for somebody who does not want to be told of anything any more. */
export async function deleteWaitingUnlessWanted(tx: Db, personId: string): Promise<void> {
  const wants = hasConsent(sql`${notice.personId}`);
  await tx.delete(notice).where(and(eq(notice.personId, personId), eq(notice.state, "waiting"), not(wants)));
}

/** Whether a person has agreed to be told of anything, in whatever way. */
export function hasConsent(personId: SQL): SQL {
  return sql`exists (
    select 1 from ${consent} where ${consent.personId} = ${personId} and ${consent.withdrawnAt} is null
  )`;
}

/** These as the rows of a query. */
function rowsOf(name: "seen" | "found", rows: readonly object[]): SQL {
  return sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as ${sql.identifier(name)}(
    id uuid, "personId" uuid, "spaceId" uuid, kind text, about text, mark text, "dueAt" timestamptz
  )`;
}
