import { v7 as uuidv7 } from "uuid";
import { otherPartner, PARTNERS } from "#conversation/seats";
import { insertSpace } from "#db/conversations";
import type { Db } from "#db/database";
import { insertInvitation, newLink } from "#db/invitations";
import type { KeyRing } from "#db/key-ring";
import { insertPerson } from "#db/people";
import { insertSignIn } from "#db/sign-ins";
import type { SpaceAnswer } from "#wire/answers";
import type { OpenSpaceRequest } from "#wire/requests";
import type { Limits } from "./limits";
import { linkOf } from "./link";
import type { Outcome, Requester } from "./requester";
import { newPlace } from "./starting-place";

interface SpaceOpener {
  readonly db: Db;
  readonly ring: KeyRing;
  readonly limits: Limits;
}

/**
 * Makes a space for two, with an invitation to it: nothing has to be begun there yet. Whoever is not signed in becomes a
 * guest with the name they gave. Refuses a guest without a name, and too many from one address.
 */
export async function openSpace(
  { db, ring, limits }: SpaceOpener,
  { asking, address, origin, device, now }: Requester,
  request: OpenSpaceRequest,
): Promise<Outcome<SpaceAnswer>> {
  const name = request.name ?? asking?.name;
  if (!name) return { ok: false, refusal: { kind: "bad-request", issues: ["name: needed"] } };
  const retryAfterMs = await limits.startsPerAddress.take(address);
  if (retryAfterMs > 0) return { ok: false, refusal: { kind: "slow-down", retryAfterMs } };
  const personId = asking?.personId ?? uuidv7();
  const { spaceId, newSpace, seat } = newPlace(ring, { personId, name }, PARTNERS);
  const link = newLink();
  const to = {
    spaceId,
    conversationId: null,
    seat: otherPartner(seat),
    askFirst: request.askFirst ?? false,
  };
  const signIn = await db.transaction(async (tx) => {
    if (!asking) await insertPerson(tx, personId, name, now);
    await insertSpace(tx, newSpace, now);
    await insertInvitation(tx, link, to, now);
    return asking ? null : await insertSignIn(tx, { personId, device }, now);
  });
  const answer = { spaceId, invitation: { url: linkOf(origin, link) } };
  return { ok: true, answer, ...(signIn && { signIn }) };
}
