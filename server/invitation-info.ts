import type { Db } from "#db/database";
import { type InvitationRow, readNewestInvitation } from "#db/invitations";
import type { InvitationInfo } from "#wire/events";

/** How an invitation stands. */
export interface Stand {
  /** `asking`: somebody has taken the link and waits to be let in. */
  readonly state: "open" | "asking" | "closed";
  /** Why it leads nowhere any more; null while it does. */
  readonly why: "used" | "revoked" | "expired" | null;
}

export function standOf(row: InvitationRow, now: Date): Stand {
  if (row.revokedAt) return { state: "closed", why: "revoked" };
  if (row.claimedAt && row.admitted === null) return { state: "asking", why: null };
  if (row.claimedAt) return { state: "closed", why: row.admitted ? "used" : "revoked" };
  return row.expiresAt > now ? { state: "open", why: null } : { state: "closed", why: "expired" };
}

/** What the opener sees of the newest invitation to their conversation; null where there is none. */
export async function invitationInfo(
  db: Db,
  conversationId: string,
  now: Date,
): Promise<InvitationInfo | null> {
  const row = await readNewestInvitation(db, conversationId);
  if (!row) return null;
  const { state } = standOf(row, now);
  return { id: row.id, state, name: state === "asking" ? row.claimedName : null };
}
