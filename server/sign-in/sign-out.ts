import { deleteSignIn } from "#db/sign-ins";
import { cookieName } from "../cookies";
import type { Origins } from "../origins";
import type { Outcome, Requester } from "../requester";
import { settleGuest } from "./guest-left-behind";
import { holderCookie } from "./holder";
import type { SignInDesk } from "./sign-in-as";

/**
 * Ends the sign-in of this browser and takes its cookies back. Whoever was not signed in is not, afterwards. Where a
 * guest's things still wait to be brought along, the browser is that guest's again: nobody else could reach them.
 */
export async function signOut(
  desk: Pick<SignInDesk, "db" | "seatsChanged" | "signedOut">,
  requester: Requester,
  { secure }: Origins,
): Promise<Outcome<Record<string, never>>> {
  const { asking } = requester;
  const asGuest = asking?.wasGuest ? await settleGuest(desk, requester, { bring: false }) : null;
  if (asGuest?.ok) return asGuest;
  if (asking) {
    await deleteSignIn(desk.db, asking.tokenHash);
    desk.signedOut(asking.signInId);
  }
  const names = [cookieName(secure), holderCookie(secure)];
  return { ok: true, answer: {}, cookies: names.map((name) => ({ name, value: "", seconds: 0 })) };
}
