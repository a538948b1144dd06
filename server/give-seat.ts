import type { Partner } from "#conversation/seats";
import { type ClosedInvitation, revokeWaiting } from "#db/close-invitations";
import type { Db } from "#db/database";
import { insertMember, type NewMember } from "#db/members";

/** Gives a person the seat. Whoever still waits for it, with another link to it, waits no longer. */
export async function giveSeat(
  tx: Db,
  member: NewMember & { readonly seat: Partner },
): Promise<readonly ClosedInvitation[]> {
  await insertMember(tx, member);
  return revokeWaiting(tx, member, member.at);
}

/** Tells those who waited that there is an answer. */
export function tellTurnedAway(
  claimAnswered: (personId: string, invitationId: string) => void,
  turnedAway: readonly ClosedInvitation[],
): void {
  for (const { id, claimedBy } of turnedAway) if (claimedBy) claimAnswered(claimedBy, id);
}
