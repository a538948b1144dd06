import { bringAlong, lockGuest } from "#db/guests";
import { type Asking, deleteSignIn, insertSignIn } from "#db/sign-ins";
import type { GuestRequest } from "#wire/requests";
import type { Outcome, Requester } from "../requester";
import type { SignInDesk } from "./sign-in-as";

type Desk = Pick<SignInDesk, "db" | "seatsChanged" | "signedOut">;
type Settled = Outcome<Record<string, never>>;

/** Nobody is signed in, this browser was nobody's before, or what was to be done has been done. */
const NOT_FOUND: Outcome<never> = { ok: false, refusal: { kind: "not-found" } };

/**
 * What is to become of what was begun on this browser before somebody known signed in there. `bring`: it is theirs from
 * now on. Otherwise the browser is that guest's again. Either way nothing that anybody wrote is lost. Only the browser
 * itself can say so: an address alone brings nobody into another's conversations.
 */
export async function settleGuest(
  desk: Desk,
  requester: Requester,
  { bring }: GuestRequest,
): Promise<Settled> {
  const { asking } = requester;
  if (!asking?.wasGuest) return NOT_FOUND;
  return bring
    ? bringGuestAlong(desk, asking, asking.wasGuest, requester.now)
    : becomeGuestAgain(desk, requester, asking, asking.wasGuest);
}

async function bringGuestAlong(
  { db, seatsChanged, signedOut }: Desk,
  { personId, tokenHash }: Asking,
  guestId: string,
  now: Date,
): Promise<Settled> {
  const outcome = await bringAlong(db, { guestId, personId, tokenHash, now });
  if (outcome.kind === "gone") return NOT_FOUND;
  if (outcome.kind === "both-seats") return { ok: false, refusal: { kind: "both-seats" } };
  for (const signInId of outcome.signIns) signedOut(signInId);
  for (const spaceId of outcome.spaces) await seatsChanged(spaceId, now);
  return { ok: true, answer: {} };
}

async function becomeGuestAgain(
  { db, signedOut }: Desk,
  { device, now }: Requester,
  asking: Asking,
  guestId: string,
): Promise<Settled> {
  const signIn = await db.transaction(async (tx) => {
    if (!(await lockGuest(tx, guestId, asking.tokenHash))) return null;
    await deleteSignIn(tx, asking.tokenHash);
    return insertSignIn(tx, { personId: guestId, device }, now);
  });
  if (!signIn) return NOT_FOUND;
  signedOut(asking.signInId);
  return { ok: true, answer: {}, signIn };
}
