import { and, asc, eq, gt, inArray, isNull, lt, lte, ne, notExists, or, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { ProposalSort } from "#conversation/agreements";
import { PARTNERS, type Partner } from "#conversation/seats";
import { lastMoveAt } from "./conversations";
import type { Db } from "./database";
import { isClaimable } from "./invitations";
import { hasConsent } from "./notices";
import { agreement, agreementVersion, conversation, invitation, membership, move, person } from "./schema";

// What may wait for people, for those of them who have agreed to be told: each is one query, however many they are.

/** A partner in a conversation of two. */
export interface SeatToTell {
  readonly conversationId: string;
  readonly spaceId: string;
  readonly personId: string;
  readonly seat: Partner;
  /** The number of the last move of this seat; 0 where it has made none. */
  readonly ownLast: number;
  /** When anybody last moved: its beginning, where nobody has. */
  readonly lastAt: Date;
}

/** A stretch of time: after the one, up to and with the other. */
export interface Stretch {
  readonly from: Date;
  readonly to: Date;
}

/** The partners in conversations that were moved in, or begun, in this stretch. Up to `most`, those after `last`. */
export function readSeatsMovedIn(
  db: Db,
  { from, to }: Stretch,
  most: number,
  last?: SeatToTell,
): Promise<SeatToTell[]> {
  const moved = db
    .select({ id: move.conversationId })
    .from(move)
    .where(and(gt(move.at, from), lte(move.at, to)))
    .union(
      db
        .select({ id: conversation.id })
        .from(conversation)
        .where(and(gt(conversation.createdAt, from), lte(conversation.createdAt, to))),
    );
  return readSeats(db, inArray(conversation.id, moved), most, last);
}

/** The seats of these people in all their conversations. Up to `most`, those after `last`. */
export function readSeatsOfPeople(
  db: Db,
  personIds: readonly string[],
  most: number,
  last?: SeatToTell,
): Promise<SeatToTell[]> {
  return readSeats(db, inArray(membership.personId, [...personIds]), most, last);
}

/** The seats of one person in these conversations. */
export function readSeatsOfOne(
  db: Db,
  personId: string,
  conversationIds: readonly string[],
): Promise<SeatToTell[]> {
  const which = and(eq(membership.personId, personId), inArray(conversation.id, [...conversationIds]));
  return readSeats(db, which, conversationIds.length);
}

async function readSeats(
  db: Db,
  which: SQL | undefined,
  most: number,
  last?: SeatToTell,
): Promise<SeatToTell[]> {
  const after =
    last && sql`(${conversation.id}, ${membership.seat}) > (${last.conversationId}, ${last.seat})`;
  // A few steps down the primary key for each seat: who speaks next to last is rarely far.
  const ownLast = sql<number>`coalesce((
    select ${move.seq} from ${move}
    where ${move.conversationId} = ${conversation.id} and ${move.seat} = ${membership.seat}
    order by ${move.seq} desc limit 1
  ), 0)`;
  const rows = await db
    .select({ ...seatColumns, conversationId: conversation.id, ownLast, lastAt: lastMoveAt() })
    .from(conversation)
    .innerJoin(membership, eq(membership.spaceId, conversation.spaceId))
    .where(and(which, after, eq(conversation.solo, false), isToBeTold))
    .orderBy(asc(conversation.id), asc(membership.seat))
    .limit(most);
  return rows.map(toSeat);
}

/** An agreement, and one of the two who made it. */
export interface AgreementToTell {
  readonly id: string;
  readonly spaceId: string;
  readonly personId: string;
  readonly seat: Partner;
  readonly timeZone: string | null;
  readonly sort: ProposalSort;
  /** In whose words it speaks. */
  readonly of: Partner;
  readonly version: number;
  readonly createdAt: Date;
  readonly reviewedAt: Date | null;
  readonly endedAt: Date | null;
  /** Where its words were agreed to; null where that was on the pages of what lasts. */
  readonly conversationId: string | null;
  readonly wordsA: Uint8Array;
  readonly wordsB: Uint8Array;
}

/** The agreements of these spaces that something has become of since: made, kept, changed or ended. */
export function readAgreementsTouched(
  db: Db,
  spaceIds: readonly string[],
  since: Date,
): Promise<AgreementToTell[]> {
  const { createdAt, reviewedAt, endedAt } = agreement;
  const isTouched = or(gt(createdAt, since), gt(reviewedAt, since), gt(endedAt, since));
  return readAgreements(db, and(inArray(agreement.spaceId, [...spaceIds]), isTouched));
}

/** The agreements of these people that hold. */
export function readAgreementsOfPeople(db: Db, personIds: readonly string[]): Promise<AgreementToTell[]> {
  return readAgreements(db, and(inArray(membership.personId, [...personIds]), isNull(agreement.endedAt)));
}

/** One agreement, as one person has it; nothing where it ended. */
export async function readAgreementOfOne(
  db: Db,
  personId: string,
  id: string,
): Promise<AgreementToTell | null> {
  const which = and(eq(membership.personId, personId), eq(agreement.id, id), isNull(agreement.endedAt));
  const [row] = await readAgreements(db, which);
  return row ?? null;
}

async function readAgreements(db: Db, which: SQL | undefined): Promise<AgreementToTell[]> {
  const rows = await db
    .select({
      ...seatColumns,
      id: agreement.id,
      timeZone: person.timeZone,
      sort: agreement.sort,
      of: agreement.ofSeat,
      version: agreement.version,
      createdAt: agreement.createdAt,
      reviewedAt: agreement.reviewedAt,
      endedAt: agreement.endedAt,
      conversationId: agreementVersion.conversationId,
      wordsA: agreementVersion.wordsA,
      wordsB: agreementVersion.wordsB,
    })
    .from(agreement)
    .innerJoin(
      agreementVersion,
      and(eq(agreementVersion.agreementId, agreement.id), eq(agreementVersion.version, agreement.version)),
    )
    .innerJoin(membership, eq(membership.spaceId, agreement.spaceId))
    .innerJoin(person, eq(person.id, membership.personId))
    .where(and(which, isToBeTold, nobodyLeft(db)));
  return rows.map(toSeat);
}

/** An invitation that nobody has taken, and who invited. */
export interface InvitationToTell {
  readonly id: string;
  readonly spaceId: string;
  readonly personId: string;
  readonly expiresAt: Date;
}

/** The invitations that may still be taken and end in this stretch. */
export function readInvitationsEnding(db: Db, { from, to }: Stretch, now: Date): Promise<InvitationToTell[]> {
  const ending = and(gt(invitation.expiresAt, from), lte(invitation.expiresAt, to));
  return readInvitations(db, ending, now);
}

/** Those of these people that end before `to`. */
export function readInvitationsOfPeople(
  db: Db,
  personIds: readonly string[],
  to: Date,
  now: Date,
): Promise<InvitationToTell[]> {
  const theirs = inArray(membership.personId, [...personIds]);
  return readInvitations(db, and(theirs, lt(invitation.expiresAt, to)), now);
}

/** One invitation of a person; null where it leads nowhere any more. */
export async function readInvitationOfOne(
  db: Db,
  personId: string,
  id: string,
  now: Date,
): Promise<InvitationToTell | null> {
  const [row] = await readInvitations(db, and(eq(membership.personId, personId), eq(invitation.id, id)), now);
  return row ?? null;
}

async function readInvitations(db: Db, which: SQL | undefined, now: Date): Promise<InvitationToTell[]> {
  const rows = await db
    .select({ ...seatColumns, id: invitation.id, expiresAt: invitation.expiresAt })
    .from(invitation)
    .innerJoin(
      membership,
      and(eq(membership.spaceId, invitation.spaceId), ne(membership.seat, invitation.seat)),
    )
    .where(and(which, isClaimable(now), isToBeTold));
  return rows.map(toSeat);
}

const seatColumns = {
  spaceId: membership.spaceId,
  personId: sql<string>`${membership.personId}`,
  seat: membership.seat,
};

/** One of two, who is there and has agreed to be told. */
const isToBeTold = and(
  inArray(membership.seat, [...PARTNERS]),
  sql`${membership.personId} is not null`,
  hasConsent(sql`${membership.personId}`),
);

/** Where somebody has left there is nothing to do together any more. */
function nobodyLeft(db: Db) {
  const gone = alias(membership, "gone");
  return notExists(
    db
      .select({ one: sql`1` })
      .from(gone)
      .where(and(eq(gone.spaceId, membership.spaceId), sql`${gone.leftAt} is not null`)),
  );
}

function toSeat<Row extends { readonly seat: string }>(row: Row): Row & { readonly seat: Partner } {
  return { ...row, seat: row.seat === "a" ? "a" : "b" };
}
