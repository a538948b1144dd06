import { v7 as uuidv7 } from "uuid";
import { rosterFor } from "#conversation/roster-for";
import type { Guide } from "#conversation/guide";
import { GUIDES, newestGuide } from "#conversation/guides/catalogue";
import { insertConversation } from "#db/conversations";
import type { Db } from "#db/database";
import { insertInvitation, newLink } from "#db/invitations";
import { type KeyRing, newSeatKey, newSpaceKey, openSeatKey } from "#db/key-ring";
import { sealWords } from "#db/sealed-words";
import { insertSignIn } from "#db/sign-ins";
import type { StartedAnswer } from "#wire/answers";
import type { StartRequest } from "#wire/requests";
import type { Limits } from "./limits";
import { linkOf } from "./link";
import type { Outcome, Requester } from "./requester";

export interface ConversationStarter {
  readonly db: Db;
  readonly ring: KeyRing;
  readonly limits: Limits;
}

/**
 * Starts a conversation with its opener in seat `a` and an invitation for seat `b`.
 * Whoever is not signed in becomes a guest with the name they gave.
 * Refuses an unknown guide or role (with the list), a guest without a name, and too many from one address.
 */
export async function startConversation(
  starter: ConversationStarter,
  requester: Requester,
  request: StartRequest,
): Promise<Outcome<StartedAnswer>> {
  const guide = newestGuide(request.guide);
  if (!guide) return refuse({ kind: "unknown-guide", guides: GUIDES.map(({ id }) => id) });
  const roles = guide.roles.map(({ id }) => id);
  if (request.role !== undefined && !roles.includes(request.role))
    return refuse({ kind: "unknown-role", roles });
  const name = request.name ?? requester.asking?.name;
  if (!name) return refuse({ kind: "bad-request", issues: ["name: needed"] });
  const retryAfterMs = await starter.limits.startsPerAddress.take(requester.address);
  if (retryAfterMs > 0) return refuse({ kind: "slow-down", retryAfterMs });
  return store(starter, requester, request, guide, name);
}

async function store(
  { db, ring }: ConversationStarter,
  { asking, now, origin }: Requester,
  request: StartRequest,
  guide: Guide,
  name: string,
): Promise<Outcome<StartedAnswer>> {
  const id = uuidv7();
  const spaceId = uuidv7();
  const link = newLink();
  const personId = asking?.personId ?? uuidv7();
  const keys = makeKeys(ring, spaceId);
  const signIn = await db.transaction(async (tx) => {
    await insertConversation(tx, {
      person: { id: personId, name, isNew: asking === null },
      spaceId,
      spaceKey: keys.space,
      seatKeys: keys.seats,
      conversation: {
        id,
        guideId: guide.id,
        guideVersion: guide.version,
        roles: rosterFor(guide, request.role).roles,
        solo: guide.solo === true,
        topic: request.topic ? keys.sealTopic(id, request.topic) : null,
      },
      at: now,
    });
    const seat = { conversationId: id, seat: "b", askFirst: request.askFirst ?? false } as const;
    if (!guide.solo) await insertInvitation(tx, link, seat, now);
    return asking ? null : insertSignIn(tx, personId, now);
  });
  return {
    ok: true,
    answer: { conversationId: id, seat: "a", invitation: { url: linkOf(origin, link) } },
    ...(signIn && { signIn }),
  };
}

function makeKeys(ring: KeyRing, spaceId: string) {
  const { key, ...space } = newSpaceKey(ring, spaceId);
  const a = newSeatKey(key, spaceId, "a");
  const b = newSeatKey(key, spaceId, "b");
  return {
    space,
    seats: [
      { seat: "a", wrapped: a },
      { seat: "b", wrapped: b },
    ] as const,
    sealTopic(conversationId: string, text: string): Uint8Array {
      const keyOfA = openSeatKey(key, spaceId, "a", a);
      if (!keyOfA) throw new Error("A key that was just made cannot be opened.");
      return sealWords(keyOfA, { spaceId, conversationId, what: "topic", seat: "a" }, { text });
    },
  };
}

const refuse = (refusal: Extract<Outcome<never>, { ok: false }>["refusal"]): Outcome<never> => ({
  ok: false,
  refusal,
});
