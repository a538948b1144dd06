import { v7 as uuidv7 } from "uuid";
import type { Partner, Seat } from "#conversation/seats";
import type { NewSpace } from "#db/conversations";
import type { Db } from "#db/database";
import { type KeyRing, newSeatKey, newSpaceKey, openSeatKey, openSpaceKey } from "#db/key-ring";
import { readSpaceKeys } from "#db/keys";
import type { SealingKey } from "#db/sealing";
import { readSpace } from "#db/spaces";

/** The space that a conversation is started in, and where its opener sits. */
export interface StartingPlace {
  readonly spaceId: string;
  /** To be made with the conversation; null where the couple has it already. */
  readonly newSpace: NewSpace | null;
  readonly seat: Partner;
  /** The key that seals what the opener writes. */
  readonly key: SealingKey;
}

/** A space of its own, with a key for each of `seats`. Whoever opens it sits in `a`. */
export function newPlace(
  ring: KeyRing,
  opener: NewSpace["opener"],
  seats: readonly Seat[],
): StartingPlace & { readonly newSpace: NewSpace } {
  const spaceId = uuidv7();
  const { key: spaceKey, ...wrapped } = newSpaceKey(ring, spaceId);
  const seatKeys = seats.map((seat) => ({ seat, wrapped: newSeatKey(spaceKey, spaceId, seat) }));
  const own = seatKeys.find(({ seat }) => seat === "a");
  const key = own && openSeatKey(spaceKey, spaceId, "a", own.wrapped);
  if (!key) throw new Error("A key that was just made cannot be opened.");
  return { spaceId, newSpace: { id: spaceId, opener, key: wrapped, seatKeys }, seat: "a", key };
}

/**
 * A space that one of its two starts something more in, each keeping their seat. `left` where the other has left it for
 * good; null for a stranger, an unknown space, and one in which somebody is always alone.
 */
export async function placeIn(
  { db, ring }: { readonly db: Db; readonly ring: KeyRing },
  personId: string,
  spaceId: string,
): Promise<StartingPlace | "left" | null> {
  const space = await readSpace(db, personId, spaceId);
  if (!space || space.otherLeft) return space && "left";
  const keys = await readSpaceKeys(db, spaceId);
  const wrapped = keys?.seatKeys.get(space.seat);
  const key =
    keys && wrapped && openSeatKey(openSpaceKey(ring, spaceId, keys.spaceKey), spaceId, space.seat, wrapped);
  if (!key) throw new Error(`Seat ${space.seat} of space ${spaceId} has no key.`);
  return { spaceId, newSpace: null, seat: space.seat, key };
}
