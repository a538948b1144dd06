import { and, eq, inArray, sql } from "drizzle-orm";
import type { Locale } from "#wire/locales";
import type { CalendarTitles } from "#wire/preferences";
import type { Db } from "./database";
import { calendarFeed, membership, person } from "./schema";

export interface NewFeed {
  readonly spaceId: string;
  readonly personId: string;
  readonly tokenHash: Uint8Array;
  readonly titles: CalendarTitles;
}

/** A calendar that somebody asks for by its secret address, and whose it is. */
export interface Feed {
  readonly spaceId: string;
  readonly personId: string;
  readonly titles: CalendarTitles;
  readonly locale: Locale | null;
  readonly timeZone: string | null;
}

/**
 * Gives a partner's calendar of a space an address, in the place of the one it had, which leads nowhere from then on.
 * Says whether there was such a partner: it is one statement, so that nobody gets one who leaves meanwhile.
 */
export async function putFeed(db: Db, { spaceId, personId, tokenHash, titles }: NewFeed, now: Date) {
  const { rows } = (await db.execute(sql`
    with theirs as materialized (
      select ${membership.spaceId} as space, ${membership.personId} as person from ${membership}
      where ${membership.spaceId} = ${spaceId}::uuid and ${membership.personId} = ${personId}::uuid
        and ${membership.seat} in ('a', 'b')
      for key share of ${membership}
    )
    insert into ${calendarFeed} ("space_id", "person_id", "token_hash", "titles", "created_at")
    select space, person, ${tokenHash}::bytea, ${titles}::text, ${now.toISOString()}::timestamptz from theirs
    on conflict ("space_id", "person_id") do update
      set "token_hash" = excluded.token_hash, "titles" = excluded.titles, "created_at" = excluded.created_at
    returning 1`)) as { readonly rows: readonly unknown[] }; // both drivers give it; Drizzle's type is of neither
  return rows.length > 0;
}

/** Takes the address away. Where there was none, nothing happens. */
export async function deleteFeed(db: Db, spaceId: string, personId: string): Promise<void> {
  await db
    .delete(calendarFeed)
    .where(and(eq(calendarFeed.spaceId, spaceId), eq(calendarFeed.personId, personId)));
}

/** How the calendar that somebody has of a space names things; null where they have none. */
export async function readFeedTitles(
  db: Db,
  spaceId: string,
  personId: string,
): Promise<CalendarTitles | null> {
  const [row] = await db
    .select({ titles: calendarFeed.titles })
    .from(calendarFeed)
    .where(and(eq(calendarFeed.spaceId, spaceId), eq(calendarFeed.personId, personId)));
  return row?.titles ?? null;
}

/** The calendar with this address, for as long as whoever made it has a seat there. */
export async function findFeed(db: Db, tokenHash: Uint8Array): Promise<Feed | null> {
  const [row] = await db
    .select({
      spaceId: calendarFeed.spaceId,
      personId: calendarFeed.personId,
      titles: calendarFeed.titles,
      locale: person.locale,
      timeZone: person.timeZone,
    })
    .from(calendarFeed)
    .innerJoin(person, eq(person.id, calendarFeed.personId))
    .innerJoin(
      membership,
      and(eq(membership.spaceId, calendarFeed.spaceId), eq(membership.personId, calendarFeed.personId)),
    )
    .where(and(eq(calendarFeed.tokenHash, tokenHash), inArray(membership.seat, ["a", "b"])));
  return row ?? null;
}
