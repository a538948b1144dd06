import { randomBytes } from "node:crypto";
import { generateAuthenticationOptions, generateRegistrationOptions } from "@simplewebauthn/server";
import { parse as bytesOfUuid } from "uuid";
import type { Db } from "#db/database";
import { insertChallenge, type PasskeyChallenge, readPasskeys, takeChallenge } from "#db/passkeys";
import { type Asking, hashToken } from "#db/sign-ins";
import type { PasskeyAddOptions, PasskeySignInOptions } from "#wire/answers";
import type { PasskeyOptionsRequest } from "#wire/requests";
import type { Outcome, Requester } from "./requester";
import { NOT_SIGNED_IN, type SettingsDesk } from "./settings";

/** What a device shows beside the person's name. */
const SITE = "Evenground";
const FIVE_MINUTES = 300_000;

/**
 * What an authenticator is asked: to make a key for whoever is signed in, or to show one it has. Who it is that signs in
 * is said by the passkey alone, so that nothing here tells whether anybody has one.
 */
export async function askPasskey(
  desk: SettingsDesk,
  { asking, address, origin, now }: Requester,
  { purpose }: PasskeyOptionsRequest,
): Promise<Outcome<PasskeyAddOptions | PasskeySignInOptions>> {
  if (purpose === "add" && !asking) return NOT_SIGNED_IN;
  const wait = await desk.limits.passkeysPerAddress.take(address);
  if (wait > 0) return { ok: false, refusal: { kind: "slow-down", retryAfterMs: wait } };
  const id = randomBytes(32).toString("base64url");
  const expiresAt = new Date(now.getTime() + FIVE_MINUTES);
  const keep = (asked: PasskeyChallenge) =>
    insertChallenge(desk.db, { ...asked, idHash: hashToken(id), expiresAt }, now);
  if (purpose === "add" && asking) {
    const options = await toMakeOne(desk.db, asking, origin);
    await keep({ challenge: options.challenge, personId: asking.personId });
    return { ok: true, answer: { id, options } };
  }
  const options = await toShowOne(origin);
  await keep({ challenge: options.challenge, personId: null });
  return { ok: true, answer: { id, options } };
}

/** What was asked under this id; null for an id that was never given, was answered before, or is too old. */
export function takeAsked(db: Db, id: string, now: Date): Promise<PasskeyChallenge | null> {
  return takeChallenge(db, hashToken(id), now);
}

/** The domain that passkeys are for: where the page stands. */
export function domainOf(origin: string): string {
  return new URL(origin).hostname;
}

/**
 * By what a passkey knows its owner: it comes back when somebody signs in, and says nothing to whoever reads it on the
 * device.
 */
export function handleOf(personId: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(bytesOfUuid(personId));
}

/** Another one on the same device is not made: a device keeps one for each person. */
async function toMakeOne(db: Db, { personId, name }: Asking, origin: string) {
  const own = await readPasskeys(db, personId);
  return generateRegistrationOptions({
    rpName: SITE,
    rpID: domainOf(origin),
    // Shown by the device, to whoever holds it: the name alone, no address.
    userName: name || SITE,
    userDisplayName: name || SITE,
    userID: handleOf(personId),
    timeout: FIVE_MINUTES,
    attestationType: "none",
    excludeCredentials: own.map(({ id, transports }) => ({ id, transports: [...transports] })),
    authenticatorSelection: { residentKey: "required", userVerification: "preferred" },
  });
}

function toShowOne(origin: string) {
  return generateAuthenticationOptions({
    rpID: domainOf(origin),
    timeout: FIVE_MINUTES,
    userVerification: "preferred",
  });
}
