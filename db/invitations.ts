import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import { and, desc, eq, gt, isNotNull, isNull, lt, sql } from "drizzle-orm";
import type { Partner, Seat } from "#conversation/seats";
import type { Db } from "./database";
import { invitation } from "./schema";

const DAY = 86_400_000;
const INVITATION_DAYS = 7;
/** How long a browser may repeat a claim whose answer was lost on the way. */
const REPEAT_WITHIN = 10 * 60_000;
/** After this many wrong secrets an invitation opens to nobody any more. */
const MOST_WRONG_TRIES = 10;

export type InvitationRow = typeof invitation.$inferSelect;
/** To one of the two seats of a couple. */
export type PartnerInvitation = InvitationRow & { readonly seat: Partner };

export function isToPartner(row: InvitationRow): row is PartnerInvitation {
  return row.seat !== "t";
}

/** A new link: the id is public, the secret is told once and only its hash is kept. */
export interface NewLink {
  readonly id: string;
  readonly secret: string;
}

export function newLink(): NewLink {
  return { id: randomBytes(16).toString("base64url"), secret: randomBytes(32).toString("base64url") };
}

function hashSecret(secret: string): Buffer {
  return createHash("sha256").update(secret).digest();
}

export async function insertInvitation(
  tx: Db,
  link: NewLink,
  to: {
    readonly spaceId: string;
    /** Null for an invitation to the space itself. */
    readonly conversationId: string | null;
    readonly seat: Seat;
    readonly askFirst: boolean;
    /** The therapist’s, who invites a partner. */
    readonly engagementId?: string | null;
    /** The partner who invites a therapist. */
    readonly invitedBy?: Partner;
  },
  now: Date,
): Promise<void> {
  await tx.insert(invitation).values({
    ...to,
    id: link.id,
    secretHash: hashSecret(link.secret),
    createdAt: now,
    expiresAt: new Date(now.getTime() + INVITATION_DAYS * DAY),
  });
}

/** What makes an invitation claimable at `now`: not claimed, revoked, expired, or tried too often. */
export const isClaimable = (now: Date) =>
  and(
    isNull(invitation.claimedAt),
    isNull(invitation.revokedAt),
    gt(invitation.expiresAt, now),
    lt(invitation.wrongTries, MOST_WRONG_TRIES),
  );

/**
 * An invitation that this secret opens at `now`. Unknown, used, expired, revoked and wrong are all null.
 * A wrong secret is counted against the invitation.
 */
export async function lookUpInvitation(db: Db, link: NewLink, now: Date): Promise<InvitationRow | null> {
  const [row] = await db
    .select()
    .from(invitation)
    .where(and(eq(invitation.id, link.id), isClaimable(now)));
  // Compared even where there is nothing to compare with, so that every answer takes the same time.
  const right = timingSafeEqual(row?.secretHash ?? Buffer.alloc(32), hashSecret(link.secret));
  if (row && right) return row;
  if (row)
    await db
      .update(invitation)
      .set({ wrongTries: sql`${invitation.wrongTries} + 1` })
      .where(eq(invitation.id, link.id));
  return null;
}

/**
 * Takes an invitation for a person, once: of any number at the same time, one gets true.
 * Where the opener did not ask to be asked first, it is admitted with that.
 */
export async function claimInvitation(
  tx: Db,
  link: NewLink,
  claimant: { readonly personId: string; readonly name: string; readonly claimId: string | undefined },
  now: Date,
): Promise<boolean> {
  const rows = await tx
    .update(invitation)
    .set({
      claimedBy: claimant.personId,
      claimedName: claimant.name,
      claimHash: claimant.claimId ? hashSecret(claimant.claimId) : null,
      claimedAt: now,
      admitted: sql`case when ${invitation.askFirst} then null else true end`,
    })
    .where(
      and(eq(invitation.id, link.id), eq(invitation.secretHash, hashSecret(link.secret)), isClaimable(now)),
    )
    .returning({ id: invitation.id });
  return rows.length === 1;
}

/**
 * A claim that has been made already, not long ago, and whose answer may have been lost: with the same secret, by the
 * same person, or by the browser that gave this claim id when it was nobody yet.
 */
export async function findRepeatedClaim(
  db: Db,
  link: NewLink,
  by: { readonly personId: string } | { readonly claimId: string },
  now: Date,
): Promise<InvitationRow | null> {
  const isTheirs =
    "personId" in by
      ? eq(invitation.claimedBy, by.personId)
      : eq(invitation.claimHash, hashSecret(by.claimId));
  const [row] = await db
    .select()
    .from(invitation)
    .where(
      and(
        eq(invitation.id, link.id),
        eq(invitation.secretHash, hashSecret(link.secret)),
        isTheirs,
        gt(invitation.claimedAt, new Date(now.getTime() - REPEAT_WITHIN)),
        isNull(invitation.revokedAt),
      ),
    );
  return row ?? null;
}

export async function readInvitation(db: Db, id: string): Promise<InvitationRow | null> {
  const [row] = await db.select().from(invitation).where(eq(invitation.id, id));
  return row ?? null;
}

/** The newest invitation that was made for a conversation: the one that counts. */
export async function readNewestInvitation(db: Db, conversationId: string): Promise<InvitationRow | null> {
  const [row] = await db
    .select()
    .from(invitation)
    .where(eq(invitation.conversationId, conversationId))
    .orderBy(desc(invitation.createdAt))
    .limit(1);
  return row ?? null;
}

/** Every invitation to a seat, the newest first. */
export function readInvitationsTo(db: Db, spaceId: string, seat: Seat): Promise<InvitationRow[]> {
  return db
    .select()
    .from(invitation)
    .where(and(eq(invitation.spaceId, spaceId), eq(invitation.seat, seat)))
    .orderBy(desc(invitation.createdAt));
}

/** The opener's answer to somebody who asks to come in. True the first time only. */
export async function answerClaim(tx: Db, id: string, admitted: boolean): Promise<boolean> {
  const rows = await tx
    .update(invitation)
    .set({ admitted })
    .where(
      and(
        eq(invitation.id, id),
        isNull(invitation.admitted),
        isNull(invitation.revokedAt),
        isNotNull(invitation.claimedAt),
      ),
    )
    .returning({ id: invitation.id });
  return rows.length === 1;
}
