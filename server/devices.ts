import { deleteDevice, deleteOtherDevices } from "#db/devices";
import { signInIdSchema } from "#wire/requests";
import type { Outcome, Requester } from "./requester";
import { NOT_SIGNED_IN, type SettingsDesk } from "./settings";

/**
 * Ends a sign-in of one's own: its sockets close at once, and its next call is refused. Unknown, ended before and
 * somebody else's are one answer.
 */
export async function endDevice(
  desk: SettingsDesk,
  { asking }: Requester,
  id: string,
): Promise<Outcome<Record<string, never>>> {
  if (!asking) return NOT_SIGNED_IN;
  const isEnded = signInIdSchema.safeParse(id).success && (await deleteDevice(desk.db, asking.personId, id));
  if (!isEnded) return { ok: false, refusal: { kind: "not-found" } };
  desk.signedOut(id);
  return { ok: true, answer: {} };
}

/** Ends every sign-in of one's own but the one that asks. */
export async function endOtherDevices(
  desk: SettingsDesk,
  { asking }: Requester,
): Promise<Outcome<Record<string, never>>> {
  if (!asking) return NOT_SIGNED_IN;
  for (const id of await deleteOtherDevices(desk.db, asking.personId, asking.signInId)) desk.signedOut(id);
  return { ok: true, answer: {} };
}
