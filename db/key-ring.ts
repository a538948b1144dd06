import { newSealingKey, type SealingKey, seal, unseal } from "./sealing";

/** The keys that wrap every space's key, by id. The first one wraps new spaces; the others still open old ones. */
export interface KeyRing {
  readonly current: string;
  readonly keys: ReadonlyMap<string, SealingKey>;
}

/** A key as it is stored: wrapped by the key `kekId` of the ring. */
export interface WrappedKey {
  readonly kekId: string;
  readonly wrapped: Uint8Array;
}

/** Makes a key and wraps it with the ring's current one. `place` says what it is the key of. */
export function newWrappedKey(ring: KeyRing, place: string): WrappedKey & { readonly key: SealingKey } {
  const key = newSealingKey();
  return { key, kekId: ring.current, wrapped: seal(kek(ring, ring.current), place, key) };
}

/** Opens a key of `newWrappedKey`; null when it was damaged. Throws when the ring lacks the key that wrapped it. */
export function openWrappedKey(ring: KeyRing, place: string, stored: WrappedKey): SealingKey | null {
  return unseal(kek(ring, stored.kekId), place, stored.wrapped);
}

/** Makes a space's key. */
export function newSpaceKey(ring: KeyRing, spaceId: string): WrappedKey & { readonly key: SealingKey } {
  return newWrappedKey(ring, spacePlace(spaceId));
}

/** Opens a space's key. Throws when the ring lacks the key that wrapped it: an operator has to put it back. */
export function openSpaceKey(ring: KeyRing, spaceId: string, stored: WrappedKey): SealingKey {
  const key = openWrappedKey(ring, spacePlace(spaceId), stored);
  if (!key)
    throw new Error(`The key of space ${spaceId} cannot be opened with sealing key "${stored.kekId}".`);
  return key;
}

/** Makes a seat's key and wraps it with its space's key. */
export function newSeatKey(spaceKey: SealingKey, spaceId: string, seat: string): Uint8Array {
  return seal(spaceKey, seatPlace(spaceId, seat), newSealingKey());
}

/** Opens a seat's key; null when it was damaged: that seat's words are then unreadable, the others' are not. */
export function openSeatKey(
  spaceKey: SealingKey,
  spaceId: string,
  seat: string,
  wrapped: Uint8Array,
): SealingKey | null {
  return unseal(spaceKey, seatPlace(spaceId, seat), wrapped);
}

function kek(ring: KeyRing, id: string): SealingKey {
  const key = ring.keys.get(id);
  if (!key) throw new Error(`SEAL_KEYS has no key "${id}", and words in the database are sealed under it.`);
  return key;
}

const spacePlace = (spaceId: string): string => `space-key|${spaceId}`;
const seatPlace = (spaceId: string, seat: string): string => `seat-key|${spaceId}|${seat}`;
