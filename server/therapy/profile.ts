import type { Db } from "#db/database";
import { putProfile, readEngagementsOf, readProfile } from "#db/engagements";
import type { ProfileRequest } from "#wire/requests";
import type { Outcome, Requester } from "../requester";
import { type TherapyDesk, tellOfConsents } from "./tell-of-consents";

const NOT_SIGNED_IN: Outcome<never> = { ok: false, refusal: { kind: "not-signed-in" } };

/**
 * What a therapist says about themselves. Somebody with an address, a passkey or an account can be one: a browser alone
 * could be lost, and with it the couple’s way to reach them. Another secrets policy needs other consents (Y5): until
 * both partners have given them, nothing is read, and open sockets close.
 */
export async function keepProfile(
  desk: TherapyDesk,
  { asking, now }: Requester,
  profile: ProfileRequest,
): Promise<Outcome<Record<string, never>>> {
  if (!asking) return NOT_SIGNED_IN;
  if (asking.isGuest) return { ok: false, refusal: { kind: "no-address" } };
  const before = await readProfile(desk.db, asking.personId);
  await putProfile(desk.db, asking.personId, profile, now);
  if (before) await tellEverybody(desk, asking.personId, before.secrets !== profile.secrets, now);
  return { ok: true, answer: {} };
}

async function tellEverybody(
  desk: TherapyDesk,
  personId: string,
  isClosed: boolean,
  now: Date,
): Promise<void> {
  for (const { id, spaceId } of await readEngagementsOf(desk.db, personId))
    await tellOfConsents(desk, { engagementId: id, spaceId, isLess: isClosed }, now);
}

/** Whether somebody has said that they are a therapist, and what. */
export function profileOf(db: Db, personId: string) {
  return readProfile(db, personId);
}
