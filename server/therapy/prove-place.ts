import type { Db } from "#db/database";
import { readEngagementsFor } from "#db/engagements";
import { findSeat } from "#db/members";
import type { Place } from "./place";
import { therapistsIn } from "./therapists";

/**
 * The place of whoever has this sign-in, at `now`: a partner’s seat, or the third one, where both partners consent to it
 * now. Null for a stranger, for a therapist without consent, and for an unknown conversation alike.
 */
export async function provePlace(
  db: Db,
  conversationId: string,
  tokenHash: Uint8Array,
  now: Date,
): Promise<Place | null> {
  const seat = await findSeat(db, conversationId, tokenHash, now);
  if (seat) return { seat };
  const engagements = await readEngagementsFor(db, conversationId, tokenHash, now);
  const [therapist] = therapistsIn(engagements, conversationId);
  return therapist ? { seat: "t", engagementId: therapist.engagementId } : null;
}
