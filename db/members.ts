import { and, eq, inArray, isNull, ne, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Partner } from "#conversation/seats";
import type { SeatInfo } from "#wire/events";
import type { Db } from "./database";
import { conversation, engagement, membership, seatKey, signIn, space } from "./schema";

export interface NewMember {
  readonly spaceId: string;
  readonly personId: string;
  readonly seat: Partner;
  readonly name: string;
  readonly at: Date;
}

/**
 * From here to the end of the transaction nobody else changes who sits in this space or may come in: what two people do
 * at the same time comes in one order or the other (asvs 15.4.2). Moves are not held up.
 */
export async function lockSeats(tx: Db, spaceId: string): Promise<void> {
  await tx.select({ id: space.id }).from(space).where(eq(space.id, spaceId)).for("no key update");
}

/** Gives a person a seat in a space. Fails where the seat is taken or the person has one there already. */
export async function insertMember(tx: Db, { at, ...member }: NewMember): Promise<void> {
  await tx.insert(membership).values({ ...member, createdAt: at });
}

/** The partner’s seat of the person with this sign-in, at `now`; null for a stranger and for an unknown conversation alike. */
export async function findSeat(
  db: Db,
  conversationId: string,
  tokenHash: Uint8Array,
  now: Date,
): Promise<Partner | null> {
  const [row] = await db
    .select({ seat: membership.seat, expiresAt: signIn.expiresAt })
    .from(conversation)
    .innerJoin(membership, eq(membership.spaceId, conversation.spaceId))
    .innerJoin(signIn, eq(signIn.personId, membership.personId))
    .where(and(eq(conversation.id, conversationId), eq(signIn.tokenHash, tokenHash)));
  return row && row.expiresAt > now ? toPartner(row.seat) : null;
}

/** The same for a space: the seat of one of its two, or of whoever is alone there. */
export async function findPartnerSeat(
  db: Db,
  spaceId: string,
  tokenHash: Uint8Array,
  now: Date,
): Promise<Partner | null> {
  const [row] = await db
    .select({ seat: membership.seat, expiresAt: signIn.expiresAt })
    .from(membership)
    .innerJoin(signIn, eq(signIn.personId, membership.personId))
    .where(and(eq(membership.spaceId, spaceId), eq(signIn.tokenHash, tokenHash)));
  return row && row.expiresAt > now && (row.seat === "a" || row.seat === "b") ? row.seat : null;
}

/** Which partner sits where; a seat that is still free has no name. */
export async function readSeats(db: Db, spaceId: string, solo: boolean): Promise<SeatInfo[]> {
  const rows = await db
    .select({ seat: membership.seat, name: membership.name, leftAt: membership.leftAt })
    .from(membership)
    .where(eq(membership.spaceId, spaceId));
  const seats: Partner[] = solo ? ["a"] : ["a", "b"];
  return seats.map((seat) => {
    const row = rows.find((each) => each.seat === seat);
    return { seat, name: row?.name || null, ...(row?.leftAt && { left: true as const }) };
  });
}

/** Who sits in one of several spaces, or sat there before they left. */
export interface MemberOf {
  readonly spaceId: string;
  readonly seat: Partner;
  /** Null once they have left. */
  readonly personId: string | null;
  /** Empty once they have erased everything of theirs. */
  readonly name: string;
}

/** Everybody in these spaces, in one query. */
export async function readMembersIn(db: Db, spaceIds: readonly string[]): Promise<MemberOf[]> {
  if (spaceIds.length === 0) return [];
  const rows = await db
    .select({
      spaceId: membership.spaceId,
      seat: membership.seat,
      personId: membership.personId,
      name: membership.name,
    })
    .from(membership)
    .where(inArray(membership.spaceId, [...spaceIds]));
  return rows.map((row) => ({ ...row, seat: toPartner(row.seat) }));
}

/** Who has left a space for good, and whose words are gone with them; and whether a therapist works with the two. */
export interface WhoIsThere {
  readonly left: readonly Partner[];
  readonly withdrawn: readonly Partner[];
  readonly isWithTherapist: boolean;
}

/** Of each of these spaces, in one query. A space that nobody has a seat in, or ever had, is not there. */
export async function readWhoIsThere(
  db: Db,
  spaceIds: readonly string[],
): Promise<ReadonlyMap<string, WhoIsThere>> {
  const ofSpace = and(eq(engagement.spaceId, membership.spaceId), isNull(engagement.endedAt));
  const underway = db.select({ one: sql`1` }).from(engagement).where(ofSpace);
  const rows = await db
    .select({
      spaceId: membership.spaceId,
      seat: membership.seat,
      leftAt: membership.leftAt,
      keyOf: seatKey.seat,
      isWithTherapist: sql<boolean>`exists ${underway}`,
    })
    .from(membership)
    .leftJoin(seatKey, and(eq(seatKey.spaceId, membership.spaceId), eq(seatKey.seat, membership.seat)))
    .where(inArray(membership.spaceId, [...spaceIds]));
  const bySpace = new Map<string, WhoIsThere & { readonly left: Partner[]; readonly withdrawn: Partner[] }>();
  for (const { spaceId, seat, leftAt, keyOf, isWithTherapist } of rows) {
    const there = bySpace.get(spaceId) ?? { left: [], withdrawn: [], isWithTherapist };
    bySpace.set(spaceId, there);
    if (leftAt === null || (seat !== "a" && seat !== "b")) continue;
    there.left.push(seat);
    if (keyOf === null) there.withdrawn.push(seat);
  }
  return bySpace;
}

/** Every seat that a person has anywhere. */
export async function readSeatsOf(
  db: Db,
  personId: string,
): Promise<{ readonly spaceId: string; readonly seat: Partner }[]> {
  const rows = await db
    .select({ spaceId: membership.spaceId, seat: membership.seat })
    .from(membership)
    .where(eq(membership.personId, personId));
  return rows.map(({ spaceId, seat }) => ({ spaceId, seat: toPartner(seat) }));
}

/** Who sits in `seat` of a space, or sat there before they left; null while it is free. */
export async function readMember(
  db: Db,
  spaceId: string,
  seat: Partner,
): Promise<{ readonly personId: string | null; readonly name: string } | null> {
  const [row] = await db
    .select({ personId: membership.personId, name: membership.name })
    .from(membership)
    .where(and(eq(membership.spaceId, spaceId), eq(membership.seat, seat)));
  return row ?? null;
}

/** Calls a person by this name wherever they have a seat. Gives the spaces in which somebody else sits too. */
export async function renameMember(tx: Db, personId: string, name: string): Promise<string[]> {
  const other = alias(membership, "other");
  await tx.update(membership).set({ name }).where(eq(membership.personId, personId));
  const rows = await tx
    .selectDistinct({ spaceId: membership.spaceId })
    .from(membership)
    .innerJoin(other, and(eq(other.spaceId, membership.spaceId), ne(other.seat, membership.seat)))
    .where(eq(membership.personId, personId));
  return rows.map(({ spaceId }) => spaceId);
}

/** The seat of a person in a space; null for a stranger. */
export async function readSeatOf(db: Db, spaceId: string, personId: string): Promise<Partner | null> {
  const [row] = await db
    .select({ seat: membership.seat })
    .from(membership)
    .where(and(eq(membership.spaceId, spaceId), eq(membership.personId, personId)));
  return row ? toPartner(row.seat) : null;
}

function toPartner(stored: string): Partner {
  return stored as Partner; // the table's check admits no other
}
