import { v7 as uuidv7 } from "uuid";
import type { Partner } from "#conversation/seats";
import type { BroughtBy } from "#conversation/therapy/known-names";
import { revokeInvitations } from "#db/close-invitations";
import { insertSpace } from "#db/conversations";
import type { Db } from "#db/database";
import {
  insertEngagement,
  lockEngagement,
  readEngagement,
  readEngagementsIn,
  readProfile,
} from "#db/engagements";
import {
  claimInvitation,
  type InvitationRow,
  insertInvitation,
  type NewLink,
  newLink,
} from "#db/invitations";
import { newSeatKey, openSpaceKey } from "#db/key-ring";
import { readSpaceKeys } from "#db/keys";
import { lockSeats, readMember, readSeatOf } from "#db/members";
import { readSpace } from "#db/spaces";
import type { ClaimAnswer, LookAnswer, PracticeSpaceAnswer, RenewAnswer } from "#wire/answers";
import { engagementIdSchema, type InvitePartnerRequest, spaceIdSchema } from "#wire/requests";
import { linkOf } from "../link";
import type { Outcome, Requester } from "../requester";
import { newPlace } from "../starting-place";
import type { TherapyDesk } from "./tell-of-consents";

// The two ways in: partners ask a therapist, or a therapist asks both. Neither opens anything to read.

const NOT_FOUND: Outcome<never> = { ok: false, refusal: { kind: "not-found" } };
const NO_PROFILE: Outcome<never> = { ok: false, refusal: { kind: "no-profile" } };

/** A link for a therapist, made by one of a couple; earlier ones for a therapist stop working. */
export async function inviteTherapist(
  desk: TherapyDesk,
  { asking, now, origin }: Requester,
  spaceId: string,
): Promise<Outcome<RenewAnswer>> {
  if (!asking || !spaceIdSchema.safeParse(spaceId).success) return NOT_FOUND;
  const link = newLink();
  const refused = await desk.db.transaction(async (tx) => {
    await lockSeats(tx, spaceId);
    const own = await readSpace(tx, asking.personId, spaceId);
    if (!own) return NOT_FOUND;
    if (own.otherLeft) return { ok: false, refusal: { kind: "left" } } as const;
    const to = { spaceId, conversationId: null, seat: "t", askFirst: false } as const;
    await revokeInvitations(tx, to, now);
    await insertInvitation(tx, link, { ...to, invitedBy: own.seat }, now);
    return null;
  });
  return refused ?? { ok: true, answer: { invitation: { url: linkOf(origin, link) } } };
}

/** What a therapist is shown who has such a link: who asks, a partner or a colleague, and nothing of the two. */
export async function lookAsTherapist(
  db: Db,
  { spaceId, invitedBy, engagementId }: InvitationRow,
): Promise<Outcome<LookAnswer>> {
  const colleague = engagementId === null ? null : await readEngagement(db, engagementId);
  const opener = colleague?.profile ?? (invitedBy && (await readMember(db, spaceId, invitedBy)));
  const nothing = { guide: null, minutes: null, role: "", askFirst: false };
  return { ok: true, answer: { ...nothing, opener: opener?.name ?? "", seat: "t" } };
}

/**
 * Takes a couple on: both partners are asked for their consent from then on. For somebody with a profile; one of the two
 * themselves, and who has taken them on already, are told that the link is their own.
 */
export async function claimAsTherapist(
  desk: Pick<TherapyDesk, "db" | "ring" | "seatsChanged">,
  { asking, now }: Requester,
  { spaceId, invitedBy, engagementId }: InvitationRow,
  link: NewLink,
): Promise<Outcome<ClaimAnswer>> {
  if (!asking) return { ok: false, refusal: { kind: "not-signed-in" } };
  const own: Outcome<never> = { ok: false, refusal: { kind: "own-invitation", conversationId: null } };
  if (await readSeatOf(desk.db, spaceId, asking.personId)) return own;
  if (!(await readProfile(desk.db, asking.personId))) return NO_PROFILE;
  const { personId, name } = asking;
  const id = uuidv7();
  const outcome = await desk.db.transaction(async (tx) => {
    await lockSeats(tx, spaceId);
    const broughtBy: BroughtBy = engagementId === null ? (invitedBy ?? "a") : "colleague";
    const made = { id, spaceId, therapistId: personId, invitedBy: broughtBy };
    // Of two therapists with one link the second takes nobody on; and who has done so already keeps the link unused.
    if (await isTakenOn(tx, spaceId, personId)) return own;
    if (!(await claimInvitation(tx, link, { personId, name, claimId: undefined }, now))) return NOT_FOUND;
    await insertEngagement(tx, made, await newKeyFor(desk, tx, spaceId), now);
    return null;
  });
  if (outcome) return outcome;
  await desk.seatsChanged(spaceId, now);
  return {
    ok: true,
    answer: { conversationId: null, spaceId, seat: "t", waiting: false, engagementId: id },
  };
}

/** A space that a therapist opens for two, with a link for each. */
export async function openSpaceForCouple(
  desk: TherapyDesk,
  { asking, address, now, origin }: Requester,
): Promise<Outcome<PracticeSpaceAnswer>> {
  if (!asking) return { ok: false, refusal: { kind: "not-signed-in" } };
  if (!(await readProfile(desk.db, asking.personId))) return NO_PROFILE;
  const retryAfterMs = await desk.limits.startsPerAddress.take(address);
  if (retryAfterMs > 0) return { ok: false, refusal: { kind: "slow-down", retryAfterMs } };
  const { spaceId, newSpace } = newPlace(desk.ring, null, ["a", "b", "t"]);
  const engagementId = uuidv7();
  const links = { a: newLink(), b: newLink() };
  await desk.db.transaction(async (tx) => {
    await insertSpace(tx, newSpace, now);
    const made = { id: engagementId, spaceId, therapistId: asking.personId, invitedBy: "t" } as const;
    await insertEngagement(tx, made, null, now);
    for (const seat of ["a", "b"] as const)
      await insertInvitation(tx, links[seat], toPartner(spaceId, seat, engagementId), now);
  });
  const url = (seat: Partner) => ({ url: linkOf(origin, links[seat]) });
  return { ok: true, answer: { engagementId, invitations: { a: url("a"), b: url("b") } } };
}

/** A new link for one of the two whom a therapist has asked; the earlier one stops working. Not once they have come. */
export async function inviteForTherapist(
  desk: TherapyDesk,
  { asking, now, origin }: Requester,
  engagementId: string,
  { seat }: InvitePartnerRequest,
): Promise<Outcome<RenewAnswer>> {
  if (!asking || !engagementIdSchema.safeParse(engagementId).success) return NOT_FOUND;
  const link = newLink();
  const refused = await desk.db.transaction(async (tx) => {
    const known = await readEngagement(tx, engagementId);
    if (known?.therapistId !== asking.personId || known.invitedBy !== "t") return NOT_FOUND;
    await lockSeats(tx, known.spaceId);
    const own = await lockEngagement(tx, engagementId);
    if (!own || own.endedAt) return NOT_FOUND;
    if (await readMember(tx, own.spaceId, seat))
      return { ok: false, refusal: { kind: "seat-taken" } } as const;
    const to = toPartner(own.spaceId, seat, engagementId);
    await revokeInvitations(tx, to, now);
    await insertInvitation(tx, link, to, now);
    return null;
  });
  return refused ?? { ok: true, answer: { invitation: { url: linkOf(origin, link) } } };
}

const toPartner = (spaceId: string, seat: Partner, engagementId: string) => ({
  spaceId,
  conversationId: null,
  seat,
  askFirst: false,
  engagementId,
});

async function isTakenOn(tx: Db, spaceId: string, personId: string): Promise<boolean> {
  const engagements = await readEngagementsIn(tx, [spaceId]);
  return engagements.some(({ therapistId, endedAt }) => therapistId === personId && endedAt === null);
}

/** Null where the space has one already: it is kept for those who come after. */
async function newKeyFor(
  { ring }: Pick<TherapyDesk, "ring">,
  tx: Db,
  spaceId: string,
): Promise<Uint8Array | null> {
  const keys = await readSpaceKeys(tx, spaceId);
  if (!keys || keys.seatKeys.has("t")) return null;
  return newSeatKey(openSpaceKey(ring, spaceId, keys.spaceKey), spaceId, "t");
}
