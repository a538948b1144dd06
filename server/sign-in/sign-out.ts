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
  // Its cookie is worth nothing already, and taking it back here could take back the one that another press just gave.
  if (!asking) return { ok: true, answer: {} };
  const takenBack = (names: readonly string[]) => names.map((name) => ({ name, value: "", seconds: 0 }));
  const asGuest = asking.wasGuest ? await settleGuest(desk, requester, { bring: false }) : null;
  if (asGuest?.ok) return { ...asGuest, cookies: takenBack([holderCookie(secure)]) };
  const isEnded = (await deleteSignIn(desk.db, asking.tokenHash)) !== null;
  if (isEnded) desk.signedOut(asking.signInId);
  // Pressed twice: the other press was first, and the cookie it gave is the one that stands.
  else if (asking.wasGuest) return { ok: true, answer: {} };
  return { ok: true, answer: {}, cookies: takenBack([cookieName(secure), holderCookie(secure)]) };
}
