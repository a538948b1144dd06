import { v7 as uuidv7 } from "uuid";
import { otherPartner, type Partner } from "#conversation/seats";
import { type ClosedInvitation, revokeInvitations, revokeWaiting } from "#db/close-invitations";
import type { Db } from "#db/database";
import {
  answerClaim,
  claimInvitation,
  findRepeatedClaim,
  type InvitationRow,
  insertInvitation,
  lookUpInvitation,
  type NewLink,
  newLink,
  readInvitation,
} from "#db/invitations";
import { insertMember, lockSeats, type NewMember, readMember, readSeatOf } from "#db/members";
import { deletePerson, insertPerson } from "#db/people";
import { insertSignIn, type NewSignIn } from "#db/sign-ins";
import type { ClaimAnswer, LookAnswer, RenewAnswer } from "#wire/answers";
import type { ClaimRequest } from "#wire/requests";
import { guideFor } from "./guide-for";
import type { Limits } from "./limits";
import { linkOf } from "./link";
import type { LiveConversation, LiveConversations } from "./live-conversations";
import type { ReadingLocale } from "./locale-of";
import { topicOf } from "./open-conversation";
import type { Outcome, Requester } from "./requester";

export interface InvitationDesk {
  readonly db: Db;
  readonly limits: Limits;
  readonly live: LiveConversations;
  /** Tells the opener's pages who is there or asks to come in. */
  seatsChanged(spaceId: string, now: Date): Promise<void>;
  /** Tells a newcomer who waited that there is an answer. */
  claimAnswered(personId: string, invitationId: string): void;
}

/** Unknown, used, expired, revoked, wrong secret, somebody else's: one answer for all of them. */
const NOT_FOUND: Outcome<never> = { ok: false, refusal: { kind: "not-found" } };

/** What the invitation page shows. Claims nothing. */
export async function lookAtInvitation(
  desk: InvitationDesk,
  requester: Requester,
  link: NewLink,
): Promise<Outcome<LookAnswer>> {
  const invitation = await lookUp(desk, requester, link);
  if (!invitation) return NOT_FOUND;
  const { seat, askFirst, conversationId } = invitation;
  const opener = await readMember(desk.db, invitation.spaceId, otherPartner(seat));
  const live = conversationId === null ? null : await desk.live.load(conversationId);
  const about = live
    ? aboutConversation(live, seat, requester.locale)
    : { guide: null, minutes: null, role: "" };
  return { ok: true, answer: { ...about, opener: opener?.name ?? "", seat, askFirst } };
}

function aboutConversation(live: LiveConversation, seat: Partner, locale: ReadingLocale) {
  const { roster } = live;
  const guide = guideFor(live.guide, locale);
  const topic = topicOf(live);
  const role = guide.roles.find(({ id }) => roster.roles[id] === seat);
  return {
    guide: { id: guide.id, title: guide.title, how: guide.how, purpose: guide.purpose },
    ...(topic !== null && { topic }),
    minutes: guide.minutes,
    role: role?.yours ?? "",
  };
}

/**
 * Takes the seat, once. Whoever is not signed in becomes a guest. Where the opener wants to be asked first, the seat
 * is theirs only when the opener has said yes; until then they see nothing but the invitation.
 */
export async function claimSeat(
  desk: InvitationDesk,
  requester: Requester,
  id: string,
  request: ClaimRequest,
): Promise<Outcome<ClaimAnswer>> {
  const link = { id, secret: request.secret };
  const repeated = await repeatClaim(desk, requester, link, request.claimId);
  if (repeated) return repeated;
  const invitation = await lookUp(desk, requester, link);
  if (!invitation) return NOT_FOUND;
  const { spaceId, conversationId, seat } = invitation;
  const { asking, now } = requester;
  const name = request.name ?? asking?.name;
  if (!name) return { ok: false, refusal: { kind: "bad-request", issues: ["name: needed"] } };
  if (asking && (await readSeatOf(desk.db, spaceId, asking.personId)))
    return { ok: false, refusal: { kind: "own-invitation", conversationId } };
  const claimed = await storeClaim(desk, invitation, link, requester, {
    name,
    // Whoever is signed in proves by that who they are; a guest whom the claim makes has nothing else yet.
    claimId: asking ? undefined : request.claimId,
  });
  if (!claimed) return NOT_FOUND;
  await desk.seatsChanged(spaceId, now);
  return {
    ok: true,
    answer: { conversationId, seat, waiting: invitation.askFirst },
    ...(claimed.signIn && { signIn: claimed.signIn }),
  };
}

/**
 * The answer to a claim that is repeated because its first answer was lost; null for any other. Without it the seat
 * would be taken by somebody who can never sit in it. Signs in again only a guest whom that very claim has made.
 */
async function repeatClaim(
  { db }: InvitationDesk,
  { asking, device, now }: Requester,
  link: NewLink,
  claimId: string | undefined,
): Promise<Outcome<ClaimAnswer> | null> {
  if (!claimId) return null;
  const by = asking ? { personId: asking.personId } : { claimId };
  const repeated = await findRepeatedClaim(db, link, by, now);
  if (!repeated?.claimedBy) return null;
  if (repeated.admitted === false) return NOT_FOUND;
  const { conversationId, seat, admitted, claimedBy } = repeated;
  const answer = { conversationId, seat, waiting: admitted === null };
  if (asking) return { ok: true, answer };
  return { ok: true, answer, signIn: await insertSignIn(db, { personId: claimedBy, device }, now) };
}

/** Null when somebody else was quicker; then nothing is left behind. */
async function storeClaim(
  { db, claimAnswered }: InvitationDesk,
  { spaceId, seat, askFirst }: InvitationRow,
  link: NewLink,
  { asking, device, now }: Requester,
  { name, claimId }: { readonly name: string; readonly claimId: string | undefined },
): Promise<{ readonly signIn: NewSignIn | null } | null> {
  const personId = asking?.personId ?? uuidv7();
  const claimed = await db.transaction(async (tx) => {
    await lockSeats(tx, spaceId);
    // Another conversation of the couple may have had a link to the same seat.
    if (await readMember(tx, spaceId, seat)) return null;
    if (!asking) await insertPerson(tx, personId, name, now);
    if (!(await claimInvitation(tx, link, { personId, name, claimId }, now))) {
      if (!asking) await deletePerson(tx, personId);
      return null;
    }
    const turnedAway = askFirst ? [] : await giveSeat(tx, { spaceId, personId, seat, name, at: now });
    return { signIn: asking ? null : await insertSignIn(tx, { personId, device }, now), turnedAway };
  });
  if (claimed) tellTurnedAway(claimAnswered, claimed.turnedAway);
  return claimed;
}

type TurnedAway = readonly ClosedInvitation[];

/** Gives a person the seat. Whoever still waits for it, with another link to it, waits no longer. */
async function giveSeat(tx: Db, member: NewMember & { readonly seat: Partner }): Promise<TurnedAway> {
  await insertMember(tx, member);
  return revokeWaiting(tx, member, member.at);
}

function tellTurnedAway(claimAnswered: InvitationDesk["claimAnswered"], turnedAway: TurnedAway): void {
  for (const { id, claimedBy } of turnedAway) if (claimedBy) claimAnswered(claimedBy, id);
}

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

/** Makes a new link; every earlier one stops working. Refused once the seat is taken. */
export async function renewInvitation(
  desk: InvitationDesk,
  requester: Requester,
  id: string,
): Promise<Outcome<RenewAnswer>> {
  const own = await ownInvitation(desk, requester, id);
  if (!own) return NOT_FOUND;
  const link = newLink();
  const { spaceId, conversationId, seat, askFirst } = own;
  const isTaken = await desk.db.transaction(async (tx) => {
    await lockSeats(tx, spaceId);
    if (await readMember(tx, spaceId, seat)) return true;
    await revokeInvitations(tx, own, requester.now);
    await insertInvitation(tx, link, { spaceId, conversationId, seat, askFirst }, requester.now);
    return false;
  });
  if (isTaken) return { ok: false, refusal: { kind: "seat-taken" } };
  await desk.seatsChanged(spaceId, requester.now);
  return { ok: true, answer: { invitation: { url: linkOf(requester.origin, link) } } };
}

/** Where somebody stands who comes back to an invitation's address without its secret. */
export type Standing =
  /** `conversationId` is null where the invitation was to the space itself. */
  | { readonly kind: "seated"; readonly conversationId: string | null }
  | { readonly kind: "waiting" }
  | { readonly kind: "stranger" };

export async function standingAt(db: Db, personId: string, id: string): Promise<Standing> {
  const invitation = await readInvitation(db, id);
  if (!invitation) return { kind: "stranger" };
  const { spaceId, conversationId } = invitation;
  if (await readSeatOf(db, spaceId, personId)) return { kind: "seated", conversationId };
  const waits = invitation.claimedBy === personId && invitation.admitted === null && !invitation.revokedAt;
  return { kind: waits ? "waiting" : "stranger" };
}

/** The invitation this link opens, or null. Misses are counted by address; too many of them look like one more miss. */
async function lookUp(
  desk: InvitationDesk,
  requester: Requester,
  link: NewLink,
): Promise<InvitationRow | null> {
  const { invitationTriesPerAddress } = desk.limits;
  if ((await invitationTriesPerAddress.wait(requester.address)) > 0) return null;
  const invitation = await lookUpInvitation(desk.db, link, requester.now);
  if (!invitation) await invitationTriesPerAddress.take(requester.address);
  return invitation;
}

/** An invitation that is the requester's to answer for: it leads to the seat across from theirs. */
async function ownInvitation(desk: InvitationDesk, { asking }: Requester, id: string) {
  const invitation = asking && (await readInvitation(desk.db, id));
  if (!invitation) return null;
  const seat = await readSeatOf(desk.db, invitation.spaceId, asking.personId);
  return seat === otherPartner(invitation.seat) ? invitation : null;
}
