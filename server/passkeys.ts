import { verifyRegistrationResponse } from "@simplewebauthn/server";
import { deletePasskey, insertPasskey } from "#db/passkeys";
import { readAddress } from "#db/people";
import type { AddPasskeyRequest } from "#wire/requests";
import { domainOf, takeAsked } from "./passkeys-asked";
import type { Outcome, Requester } from "./requester";
import { NOT_SIGNED_IN, type SettingsDesk } from "./settings";
import { signInAs } from "./sign-in/sign-in-as";
import { tellByMail } from "./tell-by-mail";

/** Unknown, of another site, signed for another question, too late or not confirmed: one answer for all of them. */
export const PASSKEY_UNKNOWN: Outcome<never> = { ok: false, refusal: { kind: "passkey-unknown" } };

/** Keeps the public half of a key that a device has just made for whoever is signed in. */
export async function addPasskey(
  desk: SettingsDesk,
  requester: Requester,
  request: AddPasskeyRequest,
): Promise<Outcome<Record<string, never>>> {
  const { asking, now, device } = requester;
  if (!asking) return NOT_SIGNED_IN;
  const asked = await takeAsked(desk.db, request.id, now);
  if (asked?.personId !== asking.personId) return PASSKEY_UNKNOWN;
  const made = await verified(requester, request, asked.challenge);
  if (!made) return PASSKEY_UNKNOWN;
  const { id, publicKey, counter, transports = [] } = made;
  const { personId } = asking;
  const isNew = await insertPasskey(desk.db, {
    id,
    personId,
    publicKey,
    counter,
    transports,
    device,
    at: now,
  });
  if (!isNew) return PASSKEY_UNKNOWN;
  if (!asking.isGuest) {
    // Whoever held the device for a moment can sign in from now on: its owner hears of it where mail is read.
    const address = await readAddress(desk.db, personId);
    if (address !== null) await tellByMail(desk, requester, address, { kind: "way-in-added" });
    return { ok: true, answer: {} };
  }
  // A guest is a member from here on: the cookie from before is worth nothing any more (asvs 7.2.4).
  const { signIn } = await signInAs(desk, requester, personId);
  return { ok: true, answer: {}, signIn };
}

/** Removes one of one's own, unless it is the only way left to sign in. */
export async function removePasskey(
  { db }: SettingsDesk,
  { asking }: Requester,
  id: string,
): Promise<Outcome<Record<string, never>>> {
  if (!asking) return NOT_SIGNED_IN;
  const removal = await deletePasskey(db, asking.personId, id);
  return removal === "removed" ? { ok: true, answer: {} } : { ok: false, refusal: { kind: removal } };
}

/** The key, if this response to this challenge was made by a device, here; null otherwise. */
async function verified({ origin }: Requester, { response }: AddPasskeyRequest, challenge: string) {
  try {
    const { registrationInfo } = await verifyRegistrationResponse({
      response: { ...response, clientExtensionResults: {} },
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: domainOf(origin),
      requireUserVerification: false, // `preferred`: a key without a sensor or a PIN is one, too
    });
    return registrationInfo?.credential ?? null;
  } catch {
    return null; // it throws for whatever is wrong with a response, and has no other way to say so
  }
}
