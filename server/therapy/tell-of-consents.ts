import { readIdsInSpace } from "#db/conversations";
import type { Db } from "#db/database";
import type { KeyRing } from "#db/key-ring";
import type { ClosedTherapy, GivenToTherapist } from "../announcer";
import type { Limits } from "../limits";
import type { LiveConversations } from "../live-conversations";

/** What it takes to bring a therapist and a couple together, and apart. */
export interface TherapyDesk {
  readonly db: Db;
  readonly ring: KeyRing;
  readonly live: LiveConversations;
  readonly limits: Limits;
  /** Tells everybody’s pages who sits where. */
  seatsChanged(spaceId: string, now: Date): Promise<void>;
  /** Closes the therapist’s sockets. */
  consentEnded(closed: ClosedTherapy): void;
  /** Tells the therapist’s open pages what is given to them before a meeting. */
  whereaboutsChanged(given: GivenToTherapist): void;
}

/** Consents have changed: what is known of them, here and on open pages, is no longer true. */
export async function tellOfConsents(
  desk: TherapyDesk,
  change: { readonly engagementId: string; readonly spaceId: string; readonly isLess: boolean },
  now: Date,
): Promise<void> {
  const { engagementId, spaceId } = change;
  const conversationIds = await readIdsInSpace(desk.db, spaceId);
  await desk.live.seeWhoIsThere(conversationIds);
  if (change.isLess) desk.consentEnded({ engagementId, conversationIds });
  await desk.seatsChanged(spaceId, now);
}
