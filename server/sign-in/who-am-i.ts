import { readAddress } from "#db/people";
import type { MeAnswer } from "#wire/answers";
import type { Outcome, Requester } from "../requester";
import type { SignInDesk } from "./sign-in-as";

/** Who is signed in on this browser, told to themselves. */
export async function whoAmI(
  { db }: Pick<SignInDesk, "db">,
  { asking }: Requester,
): Promise<Outcome<MeAnswer>> {
  if (!asking) return { ok: false, refusal: { kind: "not-signed-in" } };
  const { name, isGuest, wasGuest, personId } = asking;
  const address = await readAddress(db, personId);
  return {
    ok: true,
    answer: { name, guest: isGuest, wasGuest: wasGuest !== null, ...(address !== null && { address }) },
  };
}
