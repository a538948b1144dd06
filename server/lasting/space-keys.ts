import type { Db } from "#db/database";
import { type KeyRing, openSeatKey, openSpaceKey } from "#db/key-ring";
import { readKeysOf, type SpaceKeys } from "#db/keys";
import type { SealingKey } from "#db/sealing";

/** The opened keys of a space, by seat. One that was destroyed or damaged is not there. */
export type SeatKeys = ReadonlyMap<string, SealingKey>;

/**
 * The opened keys of each of these spaces, in one query. A space that nobody is left in, and an unknown one, has none.
 * Throws when the ring lacks the key that wrapped one: an operator has to put it back.
 */
export async function readKeysOfSpaces(
  db: Db,
  ring: KeyRing,
  spaceIds: readonly string[],
): Promise<ReadonlyMap<string, SeatKeys>> {
  const stored = await readKeysOf(db, [...new Set(spaceIds)]);
  return new Map([...stored].map(([id, keys]) => [id, openKeys(ring, id, keys)]));
}

/** The opened keys of one space. */
export async function readKeysOfSpace(db: Db, ring: KeyRing, spaceId: string): Promise<SeatKeys> {
  return (await readKeysOfSpaces(db, ring, [spaceId])).get(spaceId) ?? new Map();
}

function openKeys(ring: KeyRing, spaceId: string, keys: SpaceKeys): SeatKeys {
  const own = openSpaceKey(ring, spaceId, keys.spaceKey);
  const opened = [...keys.seatKeys].map(
    ([seat, wrapped]) => [seat, openSeatKey(own, spaceId, seat, wrapped)] as const,
  );
  return new Map(opened.flatMap(([seat, key]) => (key ? [[seat, key] as const] : [])));
}
