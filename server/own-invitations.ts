import { otherPartner } from "#conversation/seats";
import { revokeInvitations } from "#db/close-invitations";
import type { Db } from "#db/database";
import {
  answerClaim,
  insertInvitation,
  isToPartner,
  newLink,
  type PartnerInvitation,
  readInvitation,
  readInvitationsTo,
} from "#db/invitations";
import { lockSeats, readMember, readSeatOf } from "#db/members";
import { readSpace } from "#db/spaces";
import type { RenewAnswer } from "#wire/answers";
import { type InviteRequest, spaceIdSchema } from "#wire/requests";
import { giveSeat, tellTurnedAway } from "./give-seat";
import { type Stand, standOf } from "./invitation-info";
import type { InvitationDesk } from "./invitations";
import { linkOf } from "./link";
import type { Outcome, Requester } from "./requester";

// What the partner who is there may do about the other's seat. For everybody else there is no such invitation.

const NOT_FOUND: Outcome<never> = { ok: false, refusal: { kind: "not-found" } };
const SEAT_TAKEN: Outcome<never> = { ok: false, refusal: { kind: "seat-taken" } };

/** The opener lets somebody in, or does not. Nobody else can tell that there was a question. */
export async function answerNewcomer(
  desk: InvitationDesk,
  requester: Requester,
  id: string,
  admit: boolean,
): Promise<Outcome<Record<string, never>>> {
  const own = await ownInvitation(desk, requester, id);
  if (!own?.claimedBy) return NOT_FOUND;
  const { spaceId, claimedBy, claimedName, seat } = own;
  const { now } = requester;
  const turnedAway = await desk.db.transaction(async (tx) => {
    await lockSeats(tx, spaceId);
    if (!(await answerClaim(tx, id, admit))) return null;
    const member = { spaceId, personId: claimedBy, seat, name: claimedName ?? "", at: now };
    return admit ? giveSeat(tx, member) : [];
  });
  if (!turnedAway) return NOT_FOUND;
  tellTurnedAway(desk.claimAnswered, [{ id, claimedBy }, ...turnedAway]);
  await desk.seatsChanged(spaceId, now);
  return { ok: true, answer: {} };
}

/** Closes the link: nobody can take the seat with it any more. */
export async function revokeInvitation(
  desk: InvitationDesk,
  requester: Requester,
  id: string,
): Promise<Outcome<Record<string, never>>> {
  const own = await ownInvitation(desk, requester, id);
  if (!own) return NOT_FOUND;
  await desk.db.transaction(async (tx) => {
    await lockSeats(tx, own.spaceId);
    await revokeInvitations(tx, own, requester.now);
  });
  if (own.claimedBy) desk.claimAnswered(own.claimedBy, id);
  await desk.seatsChanged(own.spaceId, requester.now);
  return { ok: true, answer: {} };
}

/** Makes a new link; every earlier one to the same stops working. Refused once the seat is taken. */
export async function renewInvitation(
  desk: InvitationDesk,
  requester: Requester,
  id: string,
): Promise<Outcome<RenewAnswer>> {
  const own = await ownInvitation(desk, requester, id);
  return own ? inviteAnew(desk, requester, own) : NOT_FOUND;
}

/**
 * Makes a link to the space itself, for a partner of somebody who is alone in it; earlier ones to the space stop working.
 * Refused once the seat is taken, and in a space that somebody has left. Where one is always alone there is no seat to
 * invite to: it is as if there were no such space, as it is for a stranger.
 */
export async function inviteToSpace(
  desk: InvitationDesk,
  requester: Requester,
  spaceId: string,
  { askFirst = false }: InviteRequest,
): Promise<Outcome<RenewAnswer>> {
  const own = await findOwnSpace(desk.db, requester.asking?.personId, spaceId);
  if (!own) return NOT_FOUND;
  const to = { spaceId, conversationId: null, seat: otherPartner(own.seat), askFirst };
  return inviteAnew(desk, requester, to);
}

type Invited = Pick<PartnerInvitation, "spaceId" | "conversationId" | "seat" | "askFirst">;

async function inviteAnew(
  desk: InvitationDesk,
  { asking, now, origin }: Requester,
  { spaceId, conversationId, seat, askFirst }: Invited,
): Promise<Outcome<RenewAnswer>> {
  const link = newLink();
  const to = { spaceId, conversationId, seat, askFirst };
  const refused = await desk.db.transaction(async (tx) => {
    await lockSeats(tx, spaceId);
    // Somebody may have left in the meantime: whoever asks, or the other.
    const own = await findOwnSpace(tx, asking?.personId, spaceId);
    if (!own) return NOT_FOUND;
    if (own.otherLeft) return { ok: false, refusal: { kind: "left" } } as const;
    if (await readMember(tx, spaceId, seat)) return SEAT_TAKEN;
    await revokeInvitations(tx, to, now);
    await insertInvitation(tx, link, to, now);
    return null;
  });
  if (refused) return refused;
  await desk.seatsChanged(spaceId, now);
  return { ok: true, answer: { invitation: { url: linkOf(origin, link) } } };
}

/** An invitation as whoever invited sees it. Its secret is told once, when it is made, and never again. */
export interface OwnInvitation extends Stand {
  readonly id: string;
  /** The conversation it was made for; null where it is to the space itself. */
  readonly conversationId: string | null;
  /** Who asks to come in. */
  readonly name: string | null;
  readonly askFirst: boolean;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

/** The invitations to the other's seat, the newest first. None for a stranger, and where one is always alone. */
export async function invitationsOf(
  db: Db,
  personId: string,
  spaceId: string,
  now: Date,
): Promise<readonly OwnInvitation[]> {
  const own = await findOwnSpace(db, personId, spaceId);
  if (!own) return [];
  const rows = await readInvitationsTo(db, spaceId, otherPartner(own.seat));
  return rows.map((row) => {
    const { id, conversationId, askFirst, createdAt, expiresAt } = row;
    const stands = standOf(row, now);
    const name = stands.state === "asking" ? row.claimedName : null;
    return { id, conversationId, askFirst, createdAt, expiresAt, name, ...stands };
  });
}

async function findOwnSpace(db: Db, personId: string | undefined, spaceId: string) {
  return personId && spaceIdSchema.safeParse(spaceId).success ? readSpace(db, personId, spaceId) : null;
}

/** An invitation that is the requester's to answer for: it leads to the seat across from theirs. */
async function ownInvitation({ db }: { readonly db: Db }, { asking }: Requester, id: string) {
  const invitation = asking && (await readInvitation(db, id));
  if (!invitation) return null;
  const seat = await readSeatOf(db, invitation.spaceId, asking.personId);
  return isToPartner(invitation) && seat === otherPartner(invitation.seat) ? invitation : null;
}
