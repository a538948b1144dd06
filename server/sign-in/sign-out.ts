import { deleteSignIn } from "#db/sign-ins";
import { cookieName } from "../cookies";
import type { Origins } from "../origins";
import type { Outcome, Requester } from "../requester";
import { holderCookie } from "./holder";
import type { SignInDesk } from "./sign-in-as";

/** Ends the sign-in of this browser and takes its cookies back. Whoever was not signed in is not, afterwards. */
export async function signOut(
  { db, signedOut }: Pick<SignInDesk, "db" | "signedOut">,
  { asking }: Requester,
  { secure }: Origins,
): Promise<Outcome<Record<string, never>>> {
  if (asking) {
    await deleteSignIn(db, asking.tokenHash);
    signedOut(asking.signInId);
  }
  const names = [cookieName(secure), holderCookie(secure)];
  return { ok: true, answer: {}, cookies: names.map((name) => ({ name, value: "", seconds: 0 })) };
}
