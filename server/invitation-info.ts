import type { Db } from "#db/database";
import { readNewestInvitation } from "#db/invitations";
import type { InvitationInfo } from "#wire/events";

/** What the opener sees of the newest invitation to their conversation; null where there is none. */
export async function invitationInfo(
  db: Db,
  conversationId: string,
  now: Date,
): Promise<InvitationInfo | null> {
  const row = await readNewestInvitation(db, conversationId);
  if (!row) return null;
  const asking = row.claimedAt !== null && row.admitted === null && row.revokedAt === null;
  const open = row.claimedAt === null && row.revokedAt === null && row.expiresAt > now;
  return {
    id: row.id,
    state: asking ? "asking" : open ? "open" : "closed",
    name: asking ? row.claimedName : null,
  };
}
