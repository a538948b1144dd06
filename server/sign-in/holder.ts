import { createHash, randomBytes, randomInt } from "node:crypto";
import type { HeldCode } from "#db/mailed-codes";
import { guardedName, type NewCookie } from "../cookies";

// A mailed code is six digits: guessed in a million tries, and readable by whoever reads the mail. So it is worth
// nothing without a secret that only the browser has that asked for it (decision 0012).

/** As long as the code lasts. */
const SECONDS = 600;

/** Where a browser keeps the secret; no script can read it. */
export function holderCookie(secure: boolean): string {
  return guardedName("evenground-asked", secure);
}

/** A code, and the secret it is worth something with. */
export interface CodeAndHolder {
  /** Six digits. */
  readonly code: string;
  /** 256 bits, base64url. */
  readonly holder: string;
}

export function newCode(): CodeAndHolder {
  return {
    code: String(randomInt(1_000_000)).padStart(6, "0"),
    holder: randomBytes(32).toString("base64url"),
  };
}

/** Gives the browser its half. */
export function holderCookieWith(holder: string, secure: boolean): NewCookie {
  return { name: holderCookie(secure), value: holder, seconds: SECONDS };
}

/** Both halves as one: what next-auth takes for a verification token. */
export function verificationToken({ code, holder }: CodeAndHolder): string {
  return `${code}.${holder}`;
}

/** What is kept of both halves. The token is hashed as next-auth does it, with the secret of this server. */
export function hashesOf(
  both: CodeAndHolder,
  authSecret: string,
): Pick<HeldCode, "holderHash" | "tokenHash"> {
  return { holderHash: hashOfHolder(both.holder), tokenHash: sha256(verificationToken(both) + authSecret) };
}

export function hashOfHolder(holder: string): Uint8Array {
  return sha256(holder);
}

const sha256 = (text: string): Uint8Array => createHash("sha256").update(text).digest();
