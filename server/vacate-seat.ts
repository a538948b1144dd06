import type { Partner } from "#conversation/seats";
import { type ClosedInvitation, closeInvitations } from "#db/close-invitations";
import { readIdsInSpace } from "#db/conversations";
import type { Db } from "#db/database";
import { withdrawConsentsIn } from "#db/engagements";
import { deleteSpace, deleteUnsent, isAnybodyThere, vacateSeat, withdrawWords } from "#db/leaving";
import { deleteNoticesIn } from "#db/notices";
import { closeTherapyIn } from "#db/therapy-of-space";
import { deleteWhereabouts } from "#db/whereabouts";
import type { ClosedTherapy, LeftSeat } from "./announcer";
import type { LiveConversations } from "./live-conversations";

/** What it takes to tell that somebody has left. */
export interface DepartureDesk {
  readonly live: LiveConversations;
  /** Tells the other's pages who sits where. */
  seatsChanged(spaceId: string, now: Date): Promise<void>;
  /** Closes the sockets of a seat that was left. */
  removed(left: LeftSeat): void;
  /** Closes the sockets of a therapist with whom nothing is shared any more. */
  consentEnded(closed: ClosedTherapy): void;
  /** Tells a newcomer who waited that there is an answer. */
  claimAnswered(personId: string, invitationId: string): void;
}

/** How long a therapist has for their own notes where the work ended because nobody is left (milliseconds). */
const NOTES_KEPT = 30 * 86_400_000;

/** What goes with whoever leaves. */
interface Luggage {
  /** Their words: the key that opens them is destroyed, and nobody reads them ever again. */
  readonly words: boolean;
  /** What they were called here. */
  readonly name: boolean;
}

/** Somebody has left a seat for good; nobody has been told yet. */
export interface Departure {
  readonly spaceId: string;
  readonly seat: Partner;
  readonly conversationIds: readonly string[];
  readonly turnedAway: readonly ClosedInvitation[];
  /** With which therapists nothing is shared any more (Y1). */
  readonly engagementIds: readonly string[];
}

/**
 * Leaves a seat for good. Nobody comes into this space any more, and what its seat had only begun is gone. With the last
 * one who leaves, all of it goes: nobody is left who could read it. To be called under `lockSeats`.
 */
export async function vacate(
  tx: Db,
  place: { readonly spaceId: string; readonly seat: Partner },
  luggage: Luggage,
  now: Date,
): Promise<Departure> {
  const { spaceId } = place;
  const conversationIds = await readIdsInSpace(tx, spaceId);
  const turnedAway = await closeInvitations(tx, spaceId, now);
  await deleteNoticesIn(tx, spaceId);
  const engagementIds = await withdrawConsentsIn(tx, spaceId, place.seat, now);
  await deleteWhereabouts(tx, engagementIds);
  await vacateSeat(tx, place, { keepName: !luggage.name }, now);
  if (await isAnybodyThere(tx, spaceId)) {
    await deleteUnsent(tx, place);
    if (luggage.words) await withdrawWords(tx, place, now);
  } else {
    await closeTherapyIn(tx, spaceId, { now, keptUntil: new Date(now.getTime() + NOTES_KEPT) });
    await deleteSpace(tx, spaceId, now);
  }
  return { ...place, conversationIds, turnedAway, engagementIds };
}

/**
 * After the commit: what this process has in memory of it, keys above all, goes first. Then not one more frame for the
 * seat that was left, and the other's pages are told.
 */
export async function tellOfDeparture(
  desk: DepartureDesk,
  { spaceId, seat, conversationIds, turnedAway, engagementIds }: Departure,
  now: Date,
): Promise<void> {
  await desk.live.seeWhoIsThere(conversationIds);
  desk.removed({ spaceId, conversationIds, seat });
  for (const engagementId of engagementIds) desk.consentEnded({ engagementId, conversationIds });
  for (const { id, claimedBy } of turnedAway) if (claimedBy) desk.claimAnswered(claimedBy, id);
  await desk.seatsChanged(spaceId, now);
}
