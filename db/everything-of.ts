import { and, asc, eq, inArray } from "drizzle-orm";
import type { Partner, Seat } from "#conversation/seats";
import type { Db } from "./database";
import { readQuietHours } from "./notice-wishes";
import {
  account,
  consent,
  conversation,
  membership,
  passkey,
  person,
  readiness,
  signIn,
  space,
} from "./schema";

// What a person may take out, table by table. One place to look at when a table is added.

/** The person's own row, and the ways in which they sign in. Never a token, a key or an id of a credential. */
export async function readPersonRows(db: Db, personId: string) {
  const [self] = await db.select().from(person).where(eq(person.id, personId));
  const signIns = await db
    .select({ device: signIn.device, createdAt: signIn.createdAt, usedAt: signIn.usedAt })
    .from(signIn)
    .where(eq(signIn.personId, personId))
    .orderBy(asc(signIn.createdAt));
  const passkeys = await db
    .select({ device: passkey.device, createdAt: passkey.createdAt, usedAt: passkey.usedAt })
    .from(passkey)
    .where(eq(passkey.personId, personId))
    .orderBy(asc(passkey.createdAt));
  const accounts = await db
    .select({ provider: account.provider, createdAt: account.createdAt })
    .from(account)
    .where(eq(account.personId, personId));
  const consents = await db
    .select({ what: consent.what, givenAt: consent.givenAt, withdrawnAt: consent.withdrawnAt })
    .from(consent)
    .where(eq(consent.personId, personId))
    .orderBy(asc(consent.givenAt));
  const quietHours = await readQuietHours(db, personId);
  return self ? { self, signIns, passkeys, accounts, consents, quietHours } : null;
}

/** One place of a person: a space, their seat in it, and its conversations, the oldest first. */
export interface PersonSpace {
  readonly spaceId: string;
  readonly seat: Partner;
  readonly since: Date;
  readonly conversationIds: readonly string[];
}

/** What they keep alone is in none of these. */
export async function readPersonSpaces(db: Db, personId: string): Promise<PersonSpace[]> {
  const seats = await db
    .select({ spaceId: membership.spaceId, seat: membership.seat, since: membership.createdAt })
    .from(membership)
    .innerJoin(space, eq(space.id, membership.spaceId))
    .where(and(eq(membership.personId, personId), eq(space.isOwn, false)))
    .orderBy(asc(membership.spaceId));
  const spaceIds = seats.map(({ spaceId }) => spaceId);
  const conversations = await db
    .select({ id: conversation.id, spaceId: conversation.spaceId })
    .from(conversation)
    .where(inArray(conversation.spaceId, spaceIds))
    .orderBy(asc(conversation.createdAt));
  return seats.map(({ spaceId, seat, since }) => ({
    spaceId,
    seat: seat as Partner, // the table's check admits no other
    since,
    conversationIds: conversations.filter((each) => each.spaceId === spaceId).map(({ id }) => id),
  }));
}

/** What a seat answered to "Ready?", still sealed; null where it was not asked. */
export async function readReadiness(db: Db, conversationId: string, seat: Seat) {
  const [row] = await db
    .select({ answers: readiness.answers, at: readiness.at })
    .from(readiness)
    .where(and(eq(readiness.conversationId, conversationId), eq(readiness.seat, seat)));
  return row ?? null;
}
