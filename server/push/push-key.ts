import { createECDH } from "node:crypto";
import type { Db } from "#db/database";
import { type KeyRing, newWrappedKey, openWrappedKey } from "#db/key-ring";
import { keepFirstPlaceKey, readPlaceKey } from "#db/place-keys";

const NAME = "push";
const PLACE = `place-key|${NAME}`;

/** What push services know this place by (VAPID, RFC 8292): both halves of a P-256 key, in base64url. */
export interface PushKey {
  readonly publicKey: string;
  readonly privateKey: string;
}

/**
 * The key of this place for push services: made when it is first needed, the same for all processes and for good.
 * Browsers that said yes are bound to it, so a damaged one is not replaced by itself: it throws.
 */
export async function readPushKey(db: Db, ring: KeyRing): Promise<PushKey> {
  const stored = (await readPlaceKey(db, NAME)) ?? (await makeFirst(db, ring));
  const scalar = stored && openWrappedKey(ring, PLACE, stored);
  const pair = scalar && pairOf(scalar);
  if (!pair) throw new Error(`The place key "${NAME}" cannot be opened.`);
  return pair;
}

async function makeFirst(db: Db, ring: KeyRing) {
  let made = newWrappedKey(ring, PLACE);
  while (!pairOf(made.key)) made = newWrappedKey(ring, PLACE);
  await keepFirstPlaceKey(db, NAME, made);
  return readPlaceKey(db, NAME);
}

/** Both halves of the key with this private scalar; null for the few numbers, of 2^256, that are no scalar of the curve. */
export function pairOf(scalar: Uint8Array): PushKey | null {
  const curve = createECDH("prime256v1");
  try {
    curve.setPrivateKey(scalar);
  } catch {
    return null; // it throws for what is no scalar, and has no other way to say so
  }
  return {
    publicKey: curve.getPublicKey("base64url"),
    privateKey: Buffer.from(scalar).toString("base64url"),
  };
}
