import { and, eq, sql } from "drizzle-orm";
import type { Partner, Seat } from "#conversation/seats";
import type { Db } from "./database";
import { keeping, membership, openedKeeping } from "./schema";

/** Which keepings of the other a seat has opened. */
export async function readOpened(db: Db, spaceId: string, seat: Partner): Promise<number[]> {
  const rows = await db
    .select({ seq: openedKeeping.seq })
    .from(openedKeeping)
    .where(and(eq(openedKeeping.spaceId, spaceId), eq(openedKeeping.seat, seat)));
  return rows.map(({ seq }) => seq);
}

/**
 * Remembers, in one statement, that a person has opened a letter or an appreciation that the other left for them. Says
 * whether there is such a one; the same one again is no news.
 */
export async function insertOpened(db: Db, personId: string, spaceId: string, seq: number): Promise<boolean> {
  const { rows } = (await db.execute(sql`
    with meant as materialized (
      select ${membership.seat} as seat from ${membership}
      join ${keeping} on ${keeping.spaceId} = ${membership.spaceId} and ${keeping.seat} <> ${membership.seat}
      where ${membership.spaceId} = ${spaceId} and ${membership.personId} = ${personId}
        and ${membership.seat} in ('a', 'b')
        and ${keeping.seq} = ${seq} and ${keeping.kind} in ('appreciate', 'letter')
      for key share of ${membership}
    ), noted as (
      insert into ${openedKeeping} ("space_id", "seat", "seq")
      select ${spaceId}::uuid, seat, ${seq}::integer from meant
      on conflict do nothing
    )
    select 1 from meant`)) as { readonly rows: readonly unknown[] }; // both drivers give it; Drizzle's type is of neither
  return rows.length > 0;
}

/** What a seat has opened is nobody's business once it is nobody's. */
export async function deleteOpened(tx: Db, spaceId: string, seat: Seat): Promise<void> {
  await tx
    .delete(openedKeeping)
    .where(and(eq(openedKeeping.spaceId, spaceId), sql`${openedKeeping.seat} = ${seat}`));
}
