import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";

/** A 256-bit key. */
export type SealingKey = Uint8Array;

const VERSION = 1;
const IV_BYTES = 12;
const TAG_BYTES = 16;
const HEAD_BYTES = 1 + IV_BYTES + TAG_BYTES;

export function newSealingKey(): SealingKey {
  return randomBytes(32);
}

/**
 * AES-256-GCM: version (1 byte), IV (12, random), tag (16), ciphertext.
 * `place` says what is sealed and where it belongs; it must be the same at opening, so rows cannot be swapped.
 */
export function seal(key: SealingKey, place: string, plain: Uint8Array): Uint8Array {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv("aes-256-gcm", key, iv, { authTagLength: TAG_BYTES });
  cipher.setAAD(Buffer.from(`${VERSION}|${place}`));
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([Buffer.of(VERSION), iv, cipher.getAuthTag(), body]);
}

/** The reverse of `seal`; null when it was changed, cut, moved to another place, or sealed with another key. */
export function unseal(key: SealingKey, place: string, sealed: Uint8Array): Uint8Array | null {
  if (sealed.length < HEAD_BYTES || sealed[0] !== VERSION) return null;
  const iv = sealed.subarray(1, 1 + IV_BYTES);
  const decipher = createDecipheriv("aes-256-gcm", key, iv, { authTagLength: TAG_BYTES });
  decipher.setAAD(Buffer.from(`${VERSION}|${place}`));
  decipher.setAuthTag(sealed.subarray(1 + IV_BYTES, HEAD_BYTES));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(HEAD_BYTES)), decipher.final()]);
  } catch {
    return null; // node:crypto has one way to say "this is not what was sealed": it throws
  }
}
