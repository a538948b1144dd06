import { revokeInvitations } from "#db/close-invitations";
import { lockEngagement, readEngagement } from "#db/engagements";
import { insertInvitation, newLink } from "#db/invitations";
import { lockSeats } from "#db/members";
import type { RenewAnswer } from "#wire/answers";
import { engagementIdSchema } from "#wire/requests";
import { linkOf } from "../link";
import type { Outcome, Requester } from "../requester";
import type { TherapyDesk } from "./tell-of-consents";
import { sharedIn } from "./therapists";

const NOT_FOUND: Outcome<never> = { ok: false, refusal: { kind: "not-found" } };

/**
 * A link for a colleague whom a therapist would hand a couple on to; earlier ones for a therapist stop working. It opens
 * nothing and passes nothing on: the couple read who the colleague is, and each says yes anew, or does not. Refused as
 * unknown while not both consent to the one who hands on.
 */
export async function handOver(
  desk: TherapyDesk,
  { asking, now, origin }: Requester,
  engagementId: string,
): Promise<Outcome<RenewAnswer>> {
  if (!asking || !engagementIdSchema.safeParse(engagementId).success) return NOT_FOUND;
  const link = newLink();
  const isMade = await desk.db.transaction(async (tx) => {
    const known = await readEngagement(tx, engagementId);
    if (known?.therapistId !== asking.personId) return false;
    await lockSeats(tx, known.spaceId);
    const own = await lockEngagement(tx, engagementId);
    if (!own || !sharedIn(own)) return false;
    const to = { spaceId: own.spaceId, conversationId: null, seat: "t", askFirst: false } as const;
    await revokeInvitations(tx, to, now);
    await insertInvitation(tx, link, { ...to, engagementId }, now);
    return true;
  });
  return isMade ? { ok: true, answer: { invitation: { url: linkOf(origin, link) } } } : NOT_FOUND;
}
