import { and, eq, isNotNull, isNull, ne, or, sql } from "drizzle-orm";
import type { Partner } from "#conversation/seats";
import type { Db } from "./database";
import type { InvitationRow } from "./invitations";
import { invitation } from "./schema";

/** What an invitation was made for: a conversation, or the space itself where there is none. */
export type InvitedTo = Pick<InvitationRow, "spaceId" | "conversationId" | "seat">;

/** An invitation that leads nowhere any more, and whoever waited with it. */
export interface ClosedInvitation {
  readonly id: string;
  readonly claimedBy: string | null;
}

const closed = { id: invitation.id, claimedBy: invitation.claimedBy };
/** It has led nobody to a seat, and nobody has closed it. */
const standing = and(
  isNull(invitation.revokedAt),
  or(isNull(invitation.admitted), ne(invitation.admitted, true)),
);

/** Closes every invitation to the same that has not led to a seat. */
export async function revokeInvitations(
  tx: Db,
  { spaceId, conversationId, seat }: InvitedTo,
  now: Date,
): Promise<void> {
  const same = sql`${invitation.conversationId} is not distinct from ${conversationId}`;
  await tx
    .update(invitation)
    .set({ revokedAt: now })
    .where(and(eq(invitation.spaceId, spaceId), eq(invitation.seat, seat), same, standing));
}

/** Closes every invitation into a space, whatever it was made for. Gives who waited with one. */
export async function closeInvitations(tx: Db, spaceId: string, now: Date): Promise<ClosedInvitation[]> {
  return tx
    .update(invitation)
    .set({ revokedAt: now })
    .where(and(eq(invitation.spaceId, spaceId), standing))
    .returning(closed);
}

/** Closes whatever else in a space waits for an answer about a seat that is taken now. Gives who is to hear of it. */
export async function revokeWaiting(
  tx: Db,
  taken: { readonly spaceId: string; readonly seat: Partner },
  now: Date,
): Promise<ClosedInvitation[]> {
  return tx
    .update(invitation)
    .set({ revokedAt: now })
    .where(
      and(
        eq(invitation.spaceId, taken.spaceId),
        eq(invitation.seat, taken.seat),
        isNotNull(invitation.claimedAt),
        isNull(invitation.admitted),
        isNull(invitation.revokedAt),
      ),
    )
    .returning(closed);
}

/** Forgets the name that a person gave to come in; where they wait for an answer, they do so no longer. */
export async function forgetClaims(tx: Db, personId: string, now: Date): Promise<void> {
  await tx
    .update(invitation)
    .set({
      claimedName: null,
      claimHash: null,
      revokedAt: sql`case when ${invitation.admitted} is null then coalesce(${invitation.revokedAt}, ${now.toISOString()}::timestamptz) else ${invitation.revokedAt} end`,
    })
    .where(eq(invitation.claimedBy, personId));
}

/** The spaces into which a person has asked to come, or was let in. */
export async function readSpacesAskedFor(tx: Db, personId: string): Promise<string[]> {
  const rows = await tx
    .selectDistinct({ spaceId: invitation.spaceId })
    .from(invitation)
    .where(eq(invitation.claimedBy, personId));
  return rows.map(({ spaceId }) => spaceId);
}
