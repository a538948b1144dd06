import { and, count, eq, inArray, isNotNull, isNull } from "drizzle-orm";
import type { Db } from "./database";
import { lockSeats } from "./members";
import { carryOverLast, findAnew } from "./notice-wishes";
import { moveNotices } from "./notices";
import { calendarFeed, conversation, invitation, membership, person, signIn } from "./schema";
import { isGuest } from "./sign-ins";

interface Place {
  readonly spaceId: string;
  readonly personId: string | null;
}

/** Whether a person has a seat anywhere, or waits for one. */
export async function hasBegunAnything(db: Db, personId: string): Promise<boolean> {
  return (await readPlaces(db, [personId])).length > 0;
}

/** The spaces in which these people sit, or have asked to. */
async function readPlaces(db: Db, people: string[]): Promise<readonly Place[]> {
  const seats = await db
    .select({ spaceId: membership.spaceId, personId: membership.personId })
    .from(membership)
    .where(inArray(membership.personId, people));
  const mayBecomeSeats = await db
    .select({ spaceId: invitation.spaceId, personId: invitation.claimedBy })
    .from(invitation)
    .where(
      and(
        inArray(invitation.claimedBy, people),
        isNotNull(invitation.claimedAt),
        isNull(invitation.admitted),
        isNull(invitation.revokedAt),
      ),
    );
  return [...seats, ...mayBecomeSeats];
}

/** What has become of a guest. */
export type BroughtAlong =
  /** `spaces` have another person in them now; `signIns` are over. */
  | { readonly kind: "brought"; readonly spaces: readonly string[]; readonly signIns: readonly string[] }
  /** One would sit on both sides of a space; nothing was changed. */
  | { readonly kind: "both-seats" }
  /** There is no such guest, or not any more: brought along already, gone back to, or a member of their own by now. */
  | { readonly kind: "gone" };

/** How often it is tried again when a seat was taken in between. */
const TRIES = 5;

/** Who brings whom along, by which sign-in. */
export interface Bringing {
  readonly guestId: string;
  readonly personId: string;
  readonly tokenHash: Uint8Array;
  readonly now: Date;
}

/** Makes all that a guest has another person's, and the guest is no more. All or nothing. */
export async function bringAlong(db: Db, between: Bringing): Promise<BroughtAlong> {
  for (let tried = 1; tried <= TRIES; tried += 1) {
    const outcome = await db.transaction((tx) => bringOnce(tx, between));
    if (outcome) return outcome;
  }
  throw new Error(`Seats of guest ${between.guestId} change without end.`);
}

/** Null where somebody took a seat after the seats were read and before they were locked. */
async function bringOnce(
  tx: Db,
  { guestId, personId, tokenHash, now }: Bringing,
): Promise<BroughtAlong | null> {
  // Spaces first, in one order for everybody, then the guest: whoever gives a seat takes them in that order too.
  const locked = await lockPlaces(tx, [guestId, personId]);
  if (!(await lockGuest(tx, guestId, tokenHash))) return { kind: "gone" };
  const places = await readPlaces(tx, [guestId, personId]);
  if (places.some(({ spaceId }) => !locked.has(spaceId))) return null;
  const spacesOf = (id: string) =>
    new Set(places.filter((place) => place.personId === id).map(({ spaceId }) => spaceId));
  const [guests, own] = [spacesOf(guestId), spacesOf(personId)];
  if ([...guests].some((spaceId) => own.has(spaceId))) return { kind: "both-seats" };
  await tx.update(membership).set({ personId }).where(eq(membership.personId, guestId));
  await tx.update(invitation).set({ claimedBy: personId }).where(eq(invitation.claimedBy, guestId));
  await tx.update(calendarFeed).set({ personId }).where(eq(calendarFeed.personId, guestId));
  await carryOverLast(tx, guestId, personId);
  await moveNotices(tx, guestId, personId);
  await findAnew(tx, personId, now);
  const ended = await tx.delete(signIn).where(eq(signIn.personId, guestId)).returning({ id: signIn.id });
  await tx.delete(person).where(eq(person.id, guestId));
  return { kind: "brought", spaces: [...guests], signIns: ended.map(({ id }) => id) };
}

async function lockPlaces(tx: Db, people: string[]): Promise<ReadonlySet<string>> {
  const spaceIds = new Set((await readPlaces(tx, people)).map(({ spaceId }) => spaceId));
  for (const spaceId of [...spaceIds].sort()) await lockSeats(tx, spaceId);
  return spaceIds;
}

/**
 * From here to the end of the transaction this guest gets no seat and no address. False where there is no such guest,
 * where they have become a member of their own, or where this sign-in is not the one any more that they were before.
 */
export async function lockGuest(tx: Db, guestId: string, tokenHash: Uint8Array): Promise<boolean> {
  await tx.select({ id: person.id }).from(person).where(eq(person.id, guestId)).for("update");
  // A second statement: only that sees what whoever held the lock before has done.
  const [row] = await tx
    .select({ isGuest: isGuest(tx) })
    .from(person)
    .innerJoin(signIn, and(eq(signIn.wasGuest, person.id), eq(signIn.tokenHash, tokenHash)))
    .where(eq(person.id, guestId));
  return row?.isGuest ?? false;
}

/** How many conversations a guest has begun or been asked into; null where there is no such guest any more. */
export async function countOfGuest(db: Db, guestId: string): Promise<number | null> {
  const [row] = await db
    .select({ conversations: count(conversation.id) })
    .from(person)
    .leftJoin(membership, eq(membership.personId, person.id))
    .leftJoin(conversation, eq(conversation.spaceId, membership.spaceId))
    .where(and(eq(person.id, guestId), isGuest(db)))
    .groupBy(person.id);
  return row?.conversations ?? null;
}

/** Whether nothing but a browser proves who this person is; false too for somebody who is gone. */
export async function isStillGuest(db: Db, personId: string): Promise<boolean> {
  const [row] = await db
    .select({ isGuest: isGuest(db) })
    .from(person)
    .where(eq(person.id, personId));
  return row?.isGuest ?? false;
}
