import { v7 as uuidv7 } from "uuid";
import type { Guide } from "#conversation/guide";
import { rosterFor } from "#conversation/roster-for";
import { otherPartner, PARTNERS, type Roster } from "#conversation/seats";
import { insertConversation, insertSpace } from "#db/conversations";
import type { Db } from "#db/database";
import { putDraft } from "#db/drafts";
import { insertInvitation, newLink } from "#db/invitations";
import type { KeyRing } from "#db/key-ring";
import { lockSeats, readMember } from "#db/members";
import { insertPerson } from "#db/people";
import { sealWords } from "#db/sealed-words";
import { insertSignIn } from "#db/sign-ins";
import { readSpace } from "#db/spaces";
import type { StartedAnswer } from "#wire/answers";
import type { AnyRefusal } from "#wire/refusals";
import type { StartRequest } from "#wire/requests";
import { type CarriedOver, carriedOver } from "./carried-over";
import { findDue } from "./due-agreements";
import { findPartner } from "./find-partner";
import type { GuideBook } from "./guide-book";
import type { Limits } from "./limits";
import { linkOf } from "./link";
import type { LiveConversations } from "./live-conversations";
import type { Outcome, Requester } from "./requester";
import { newPlace, placeIn, type StartingPlace } from "./starting-place";

export interface ConversationStarter {
  readonly db: Db;
  readonly ring: KeyRing;
  readonly guides: GuideBook;
  readonly limits: Limits;
  readonly live: LiveConversations;
}

/** A conversation that may be started. */
interface Start {
  readonly id: string;
  readonly guide: Guide;
  readonly roster: Roster;
  readonly place: StartingPlace;
  readonly personId: string;
  readonly name: string;
  /** What its opener wrote alone before, and may take up here. */
  readonly drafts: readonly CarriedOver[];
}

/**
 * Starts a conversation: for two, with an invitation for whoever is not there yet; after an earlier one, in the same
 * couple's space; or alone, in a space that nobody else ever comes into.
 * Whoever is not signed in becomes a guest with the name they gave.
 * Refuses an unknown guide or role (with the list), one person in a guide for two, a guest without a name, somebody
 * else's earlier conversation or space (as an unknown one), a space that somebody has left, and too many from one
 * address.
 */
export async function startConversation(
  starter: ConversationStarter,
  requester: Requester,
  request: StartRequest,
): Promise<Outcome<StartedAnswer>> {
  const guide = starter.guides.newest.find(({ id }) => id === request.guide);
  if (!guide) return refuse({ kind: "unknown-guide", guides: starter.guides.newest.map(({ id }) => id) });
  return startWithGuide(starter, requester, guide, request);
}

/** What has to do with a conversation that is begun, in the transaction that stores it. */
export interface Occasion {
  /** Before it is stored, when nobody else changes who is in the space any more: whether it is to be begun at all. */
  mayBegin(tx: Db): Promise<boolean>;
  begun(tx: Db, conversationId: string): Promise<void>;
}

/**
 * The same with any guide. The conversation carries one that does not come with the product: it is what it was when the
 * conversation began, whatever becomes of it. Refused as unknown where the occasion is gone.
 */
export async function startWithGuide(
  starter: ConversationStarter,
  requester: Requester,
  guide: Guide,
  request: Omit<StartRequest, "guide">,
  occasion?: Occasion,
): Promise<Outcome<StartedAnswer>> {
  const name = request.name ?? requester.asking?.name;
  const refusal = refusalOf(guide, request);
  if (refusal) return refuse(refusal);
  if (!name) return refuse({ kind: "bad-request", issues: ["name: needed"] });
  const retryAfterMs = await starter.limits.startsPerAddress.take(requester.address);
  if (retryAfterMs > 0) return refuse({ kind: "slow-down", retryAfterMs });
  const start = await prepare(starter, requester, request, guide, name);
  return "kind" in start ? refuse(start) : store(starter, requester, request, start, occasion);
}

function refusalOf(guide: Guide, request: Omit<StartRequest, "guide">): AnyRefusal | null {
  const roles = guide.roles.map(({ id }) => id);
  if (request.role !== undefined && !roles.includes(request.role)) return { kind: "unknown-role", roles };
  if (request.alone && !mayBeAlone(guide))
    return { kind: "bad-request", issues: ["alone: this guide takes two"] };
  const { after, space } = request;
  if (after !== undefined && space !== undefined)
    return { kind: "bad-request", issues: ["space: not together with after"] };
  if ((after !== undefined || space !== undefined) && isAlone(guide, request))
    return {
      kind: "bad-request",
      issues: [`${after === undefined ? "space" : "after"}: nobody comes along where one is alone`],
    };
  return null;
}

const mayBeAlone = ({ solo, alone }: Guide) => solo === true || alone === true;
const isAlone = ({ solo }: Guide, { alone }: Pick<StartRequest, "alone">) => solo === true || alone === true;

const NOT_FOUND: AnyRefusal = { kind: "not-found" };
const LEFT: AnyRefusal = { kind: "left" };

/**
 * Refused as unknown where `after`, `space` or `from` names something that is not the requester's, or not of the kind it
 * takes; and where the other has left the space for good.
 */
async function prepare(
  starter: ConversationStarter,
  { asking }: Requester,
  { role, from, ...request }: Omit<StartRequest, "guide">,
  guide: Guide,
  name: string,
): Promise<Start | AnyRefusal> {
  const isOneOfTwo = request.after !== undefined || request.space !== undefined;
  if ((isOneOfTwo || from !== undefined) && !asking) return NOT_FOUND;
  const personId = asking?.personId ?? uuidv7();
  const alone = isAlone(guide, request);
  const place = isOneOfTwo
    ? await placeOfTwo(starter, personId, request)
    : newPlace(starter.ring, { personId, name }, alone ? ["a"] : PARTNERS);
  if (!place) return NOT_FOUND;
  if (place === "left") return LEFT;
  const roster = rosterFor(guide, role, { alone, opener: place.seat });
  const drafts =
    from === undefined ? [] : await carriedOver(starter, personId, from, { guide, roster, seat: place.seat });
  return drafts ? { id: uuidv7(), guide, roster, place, personId, name, drafts } : NOT_FOUND;
}

/** The space that the two share: the one that is named, or that of an earlier conversation of two. */
async function placeOfTwo(
  starter: ConversationStarter,
  personId: string,
  { after, space }: Pick<StartRequest, "after" | "space">,
): ReturnType<typeof placeIn> {
  const found = after === undefined ? null : await findPartner(starter, personId, after);
  const spaceId = found?.live.spaceId ?? space;
  return spaceId === undefined ? null : placeIn(starter, personId, spaceId);
}

async function store(
  { db, guides }: ConversationStarter,
  { asking, now, origin, device }: Requester,
  { topic, askFirst = false }: Pick<StartRequest, "topic" | "askFirst">,
  start: Start,
  occasion?: Occasion,
): Promise<Outcome<StartedAnswer>> {
  const { id, guide, roster, place, personId } = start;
  const { spaceId, seat, key } = place;
  const link = newLink();
  const stored = await db.transaction(async (tx) => {
    if (!asking) await insertPerson(tx, personId, start.name, now);
    if (place.newSpace) await insertSpace(tx, place.newSpace, now);
    else if (!(await isStillShared(tx, personId, spaceId))) return LEFT;
    if (occasion && !(await occasion.mayBegin(tx))) return NOT_FOUND;
    await insertConversation(tx, {
      id,
      spaceId,
      guideId: guide.id,
      guideVersion: guide.version,
      guide: guides.find(guide.id, guide.version) ? null : guide,
      roles: roster.roles,
      solo: roster.partners.length === 1,
      topic: topic
        ? sealWords(key, { spaceId, conversationId: id, what: "topic", seat }, { text: topic })
        : null,
      topicBy: seat,
      due: await findDue(tx, guide, place, now),
      createdAt: now,
    });
    await occasion?.begun(tx, id);
    await keepDrafts(tx, start, now);
    const invited = await seatToInvite(tx, roster, place);
    if (invited)
      await insertInvitation(tx, link, { spaceId, conversationId: id, seat: invited, askFirst }, now);
    return [asking ? null : await insertSignIn(tx, { personId, device }, now), invited !== null] as const;
  });
  if ("kind" in stored) return refuse(stored);
  const [signIn, isInviting] = stored;
  const invitation = isInviting ? { url: linkOf(origin, link) } : null;
  return { ok: true, answer: { conversationId: id, seat, invitation }, ...(signIn && { signIn }) };
}

/** One of the two may have left in the meantime; from here to the end of the transaction nobody does. */
async function isStillShared(tx: Db, personId: string, spaceId: string): Promise<boolean> {
  await lockSeats(tx, spaceId);
  const space = await readSpace(tx, personId, spaceId);
  return space !== null && !space.otherLeft;
}

/** The other's seat, where there is another and they are not there yet. */
async function seatToInvite(tx: Db, { partners }: Roster, { spaceId, seat }: StartingPlace) {
  const other = otherPartner(seat);
  return partners.includes(other) && !(await readMember(tx, spaceId, other)) ? other : null;
}

/**
 * Beside the box, never in it: somebody sitting next to its author would read there what was written in private, and
 * that the guide was used alone. The page offers to take it.
 */
async function keepDrafts(tx: Db, { id, place, drafts }: Start, now: Date): Promise<void> {
  const { spaceId, seat, key } = place;
  for (const { stepId, words } of drafts) {
    const slot = `${stepId}:alone`;
    const sealed = sealWords(key, { spaceId, conversationId: id, what: `draft:${slot}`, seat }, words);
    await putDraft(tx, id, { seat, signInId: null }, { slot, words: sealed }, now);
  }
}

const refuse = (refusal: AnyRefusal): Outcome<never> => ({ ok: false, refusal });
