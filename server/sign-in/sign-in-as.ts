import type { Db } from "#db/database";
import { hasBegunAnything } from "#db/guests";
import { moveBegun, moveSignIn } from "#db/move-sign-in";
import { type Asking, deleteSignIn, hashToken, insertSignIn, type NewSignIn } from "#db/sign-ins";
import type { SignedInAnswer } from "#wire/answers";
import type { Limits } from "../limits";
import type { Mail } from "../mail";
import type { Requester } from "../requester";

/** What signing in and out needs of the process. */
export interface SignInDesk {
  readonly db: Db;
  readonly limits: Pick<Limits, "codesPerMailAddress" | "codesPerMailAddressDaily" | "codesPerAddress">;
  readonly mail: Mail;
  /** What next-auth adds to a code before it hashes it, and so do we. */
  readonly authSecret: string;
  /** Tells everybody in a space who sits where. */
  seatsChanged(spaceId: string, now: Date): Promise<void>;
  /** Closes every socket of a sign-in. */
  signedOut(signInId: string): void;
}

/** A new sign-in, and whether a guest is left behind on this browser. */
export interface SignedIn {
  readonly ok: true;
  readonly answer: SignedInAnswer;
  readonly signIn: NewSignIn;
}

/**
 * Signs a person in who has shown who they are, however they did. Whatever sign-in the browser had is over, and its
 * sockets close: a cookie from before is worth nothing afterwards. A guest who signs in as somebody else is remembered
 * on the new sign-in, until they have said what is to become of what they began.
 */
export async function signInAs(
  { db, signedOut }: Pick<SignInDesk, "db" | "signedOut">,
  { asking, device, now }: Pick<Requester, "asking" | "device" | "now">,
  personId: string,
): Promise<SignedIn> {
  const { signIn, wasGuest } = await db.transaction(async (tx) => {
    const wasGuest = asking && (await guestLeftBehind(tx, asking, personId));
    const signIn = await insertSignIn(tx, { personId, device, wasGuest }, now);
    const to = hashToken(signIn.token);
    if (asking?.personId === personId) await moveSignIn(tx, asking, to);
    else if (asking?.isGuest && wasGuest) await moveBegun(tx, asking, to);
    if (asking) await deleteSignIn(tx, asking.tokenHash);
    return { signIn, wasGuest };
  });
  if (asking) signedOut(asking.signInId);
  return { ok: true, answer: { wasGuest: wasGuest !== null }, signIn };
}

async function guestLeftBehind(tx: Db, asking: Asking, personId: string): Promise<string | null> {
  if (!asking.isGuest || asking.personId === personId) return asking.wasGuest;
  return (await hasBegunAnything(tx, asking.personId)) ? asking.personId : null;
}
