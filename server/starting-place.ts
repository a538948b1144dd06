import { v7 as uuidv7 } from "uuid";
import type { Partner } from "#conversation/seats";
import type { NewSpace } from "#db/conversations";
import { type KeyRing, newSeatKey, newSpaceKey, openSeatKey } from "#db/key-ring";
import type { SealingKey } from "#db/sealing";
import { type Conversations, findPartner } from "./find-partner";
import { keyOf } from "./live-conversations";

/** The space that a conversation is started in, and where its opener sits. */
export interface StartingPlace {
  readonly spaceId: string;
  /** To be made with the conversation; null where the couple has it already. */
  readonly newSpace: NewSpace | null;
  readonly seat: Partner;
  /** The key that seals what the opener writes. */
  readonly key: SealingKey;
}

/** A space of its own, with a key for each of `partners`. Whoever opens it sits in `a`. */
export function newPlace(
  ring: KeyRing,
  opener: NewSpace["opener"],
  partners: readonly Partner[],
): StartingPlace {
  const spaceId = uuidv7();
  const { key: spaceKey, ...wrapped } = newSpaceKey(ring, spaceId);
  const seatKeys = partners.map((seat) => ({ seat, wrapped: newSeatKey(spaceKey, spaceId, seat) }));
  const own = seatKeys.find(({ seat }) => seat === "a");
  const key = own && openSeatKey(spaceKey, spaceId, "a", own.wrapped);
  if (!key) throw new Error("A key that was just made cannot be opened.");
  return { spaceId, newSpace: { id: spaceId, opener, key: wrapped, seatKeys }, seat: "a", key };
}

/** The space of a conversation of two, for one of them, who keeps their seat. Null for everybody else. */
export async function placeAfter(
  conversations: Conversations,
  personId: string,
  conversationId: string,
): Promise<StartingPlace | null> {
  const found = await findPartner(conversations, personId, conversationId);
  if (!found) return null;
  const { live, seat } = found;
  return { spaceId: live.spaceId, newSpace: null, seat, key: keyOf(live, seat) };
}
