import { deleteDevice, deleteOtherDevices } from "#db/devices";
import { signInIdSchema } from "#wire/requests";
import type { Origins } from "./origins";
import type { Outcome, Requester } from "./requester";
import { NOT_SIGNED_IN, type SettingsDesk } from "./settings";
import { signOut } from "./sign-in/sign-out";

/**
 * Ends a sign-in of one's own: its sockets close at once, and its next call is refused. Unknown, ended before and
 * somebody else's are one answer. To end the one that asks is to sign out.
 */
export async function endDevice(
  desk: SettingsDesk,
  requester: Requester,
  id: string,
  origins: Origins,
): Promise<Outcome<Record<string, never>>> {
  const { asking } = requester;
  if (!asking) return NOT_SIGNED_IN;
  if (id === asking.signInId) return signOut(desk, requester, origins);
  const isEnded = signInIdSchema.safeParse(id).success && (await deleteDevice(desk.db, asking, id));
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
  for (const id of await deleteOtherDevices(desk.db, asking)) desk.signedOut(id);
  return { ok: true, answer: {} };
}
