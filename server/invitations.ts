import { v7 as uuidv7 } from "uuid";
import { otherPartner, type Partner } from "#conversation/seats";
import type { Db } from "#db/database";
import { readEngagement } from "#db/engagements";
import { isStillGuest } from "#db/guests";
import {
  claimInvitation,
  findRepeatedClaim,
  type InvitationRow,
  isToPartner,
  lookUpInvitation,
  type NewLink,
  type PartnerInvitation,
  readInvitation,
} from "#db/invitations";
import type { KeyRing } from "#db/key-ring";
import { lockSeats, readMember, readSeatOf } from "#db/members";
import { deletePerson, insertPerson } from "#db/people";
import { insertSignIn, type NewSignIn } from "#db/sign-ins";
import type { ClaimAnswer, LookAnswer } from "#wire/answers";
import type { ClaimRequest } from "#wire/requests";
import { giveSeat, tellTurnedAway } from "./give-seat";
import { guideFor } from "./guide-for";
import type { Limits } from "./limits";
import type { LiveConversation, LiveConversations } from "./live-conversations";
import type { ReadingLocale } from "./locale-of";
import { topicOf } from "./open-conversation";
import type { Outcome, Requester } from "./requester";
import { claimAsTherapist, lookAsTherapist } from "./therapy/take-on";

export interface InvitationDesk {
  readonly db: Db;
  readonly ring: KeyRing;
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
  if (!isToPartner(invitation)) return lookAsTherapist(desk.db, invitation);
  const { seat, askFirst, conversationId } = invitation;
  const opener = await whoInvites(desk.db, invitation);
  const live = conversationId === null ? null : await desk.live.load(conversationId);
  const about = live
    ? aboutConversation(live, seat, requester.locale)
    : { guide: null, minutes: null, role: "" };
  return { ok: true, answer: { ...about, ...opener, seat, askFirst } };
}

/** The other partner; or the therapist who invites both. */
async function whoInvites(
  db: Db,
  { spaceId, seat, engagementId }: PartnerInvitation,
): Promise<Pick<LookAnswer, "opener" | "therapist">> {
  const therapist = engagementId ? (await readEngagement(db, engagementId))?.profile : null;
  if (therapist) return { opener: therapist.name, therapist };
  return { opener: (await readMember(db, spaceId, otherPartner(seat)))?.name ?? "" };
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
  if (!isToPartner(invitation)) return claimAsTherapist(desk, requester, invitation, link);
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
    answer: { conversationId, spaceId, seat, waiting: invitation.askFirst },
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
  const { conversationId, spaceId, seat, admitted, claimedBy } = repeated;
  const answer = { conversationId, spaceId, seat, waiting: admitted === null };
  if (asking) return { ok: true, answer };
  // Whoever has become a member since has other ways to sign in, and this is none of them.
  if (!(await isStillGuest(db, claimedBy))) return null;
  return { ok: true, answer, signIn: await insertSignIn(db, { personId: claimedBy, device }, now) };
}

/** Null when somebody else was quicker; then nothing is left behind. */
async function storeClaim(
  { db, claimAnswered }: InvitationDesk,
  { spaceId, seat, askFirst }: PartnerInvitation,
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

/** Where somebody stands who comes back to an invitation's address without its secret. */
export type Standing =
  /** `conversationId` is null where the invitation was to the space itself. */
  | { readonly kind: "seated"; readonly conversationId: string | null; readonly spaceId: string }
  | { readonly kind: "waiting" }
  | { readonly kind: "stranger" };

export async function standingAt(db: Db, personId: string, id: string): Promise<Standing> {
  const invitation = await readInvitation(db, id);
  if (!invitation) return { kind: "stranger" };
  const { spaceId, conversationId } = invitation;
  if (await readSeatOf(db, spaceId, personId)) return { kind: "seated", conversationId, spaceId };
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
