import { verifyAuthenticationResponse } from "@simplewebauthn/server";
import { findPasskey, notePasskeyUsed, type Passkey } from "#db/passkeys";
import type { SignedInAnswer } from "#wire/answers";
import type { PasskeySignInRequest } from "#wire/requests";
import { PASSKEY_UNKNOWN } from "./passkeys";
import { domainOf, handleOf, takeAsked } from "./passkeys-asked";
import type { Outcome, Requester } from "./requester";
import type { SettingsDesk } from "./settings";
import { signInAs } from "./sign-in/sign-in-as";

/** Signs in whoever holds the passkey that was shown. */
export async function signInWithPasskey(
  desk: SettingsDesk,
  requester: Requester,
  request: PasskeySignInRequest,
): Promise<Outcome<SignedInAnswer>> {
  const { now } = requester;
  const asked = await takeAsked(desk.db, request.id, now);
  const passkey = asked && (await findPasskey(desk.db, request.response.id));
  if (!asked || asked.personId !== null || !passkey) return PASSKEY_UNKNOWN;
  const counter = await counterShown(requester, request, passkey, asked.challenge);
  if (counter === null || !(await notePasskeyUsed(desk.db, passkey.id, counter, now))) return PASSKEY_UNKNOWN;
  return signInAs(desk, requester, passkey.personId);
}

/** How often the key has signed, if it has signed this challenge, here; null otherwise. */
async function counterShown(
  { origin }: Requester,
  { response }: PasskeySignInRequest,
  { personId, id, publicKey, counter }: Passkey,
  challenge: string,
): Promise<number | null> {
  const { userHandle } = response.response;
  if (userHandle !== undefined && userHandle !== Buffer.from(handleOf(personId)).toString("base64url"))
    return null;
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: { ...response, clientExtensionResults: {} },
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: domainOf(origin),
      credential: { id, publicKey: Uint8Array.from(publicKey), counter },
      requireUserVerification: false,
    });
    return verified ? authenticationInfo.newCounter : null;
  } catch {
    return null; // it throws for whatever is wrong with a response, and has no other way to say so
  }
}
