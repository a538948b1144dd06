import { and, desc, eq, exists, inArray, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { PARTNERS, type Partner } from "#conversation/seats";
import { lastMoveAt } from "./conversations";
import type { Db } from "./database";
import { lastKeepingAt } from "./read-keepings";
import { conversation, membership, seatKey } from "./schema";

/** A space, as one of the two who share it has it. */
export interface OwnSpace {
  readonly id: string;
  readonly seat: Partner;
  /** What whoever asks is called there. */
  readonly name: string;
  /** What the other is called: null while nobody has taken their seat, and where whoever left has erased it. */
  readonly other: string | null;
  /** The other has left for good. */
  readonly otherLeft: boolean;
  /** When somebody last moved or kept something in it: when one came into it, where nobody has. */
  readonly lastAt: Date;
}

/** The spaces that a person shares, the one used last first. What somebody does alone has a space that is none of these. */
export function readSpaces(db: Db, personId: string): Promise<OwnSpace[]> {
  return select(db, personId);
}

/** One of them; null where the person has no seat in it, or nobody else ever can. */
export async function readSpace(db: Db, personId: string, spaceId: string): Promise<OwnSpace | null> {
  const [row] = await select(db, personId, spaceId);
  return row ?? null;
}

async function select(db: Db, personId: string, spaceId?: string): Promise<OwnSpace[]> {
  const other = alias(membership, "other");
  const lastMove = sql`(select max(${lastMoveAt()}) from ${conversation} where ${conversation.spaceId} = ${membership.spaceId})`;
  const lastAt = sql<Date>`coalesce(greatest(${lastMove}, ${lastKeepingAt(membership.spaceId)}), ${membership.createdAt})`;
  const rows = await db
    .select({
      id: membership.spaceId,
      seat: membership.seat,
      name: membership.name,
      other: other.name,
      otherLeftAt: other.leftAt,
      lastAt: lastAt.mapWith(membership.createdAt),
    })
    .from(membership)
    .leftJoin(
      other,
      and(
        eq(other.spaceId, membership.spaceId),
        inArray(other.seat, [...PARTNERS]),
        sql`${other.seat} <> ${membership.seat}`,
      ),
    )
    .where(
      and(
        eq(membership.personId, personId),
        inArray(membership.seat, [...PARTNERS]),
        isForTwo(db),
        spaceId === undefined ? undefined : eq(membership.spaceId, spaceId),
      ),
    )
    .orderBy(desc(lastAt), desc(membership.spaceId));
  return rows.map(({ seat, other: name, otherLeftAt, ...row }) => ({
    ...row,
    seat: seat === "a" ? "a" : "b",
    other: name || null,
    otherLeft: otherLeftAt !== null,
  }));
}

/** Where two are to come both seats have a key from the start; it goes only after somebody has sat there. */
function isForTwo(db: Db) {
  const second = alias(membership, "second");
  const hasKey = db
    .select({ one: sql`1` })
    .from(seatKey)
    .where(and(eq(seatKey.spaceId, membership.spaceId), eq(seatKey.seat, "b")));
  const hadSomebody = db
    .select({ one: sql`1` })
    .from(second)
    .where(and(eq(second.spaceId, membership.spaceId), eq(second.seat, "b")));
  return or(exists(hasKey), exists(hadSomebody));
}
