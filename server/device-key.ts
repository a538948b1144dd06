import type { Db } from "#db/database";
import { keepFirstDeviceKey } from "#db/device-keys";
import { type KeyRing, newWrappedKey, openWrappedKey } from "#db/key-ring";
import type { Asking } from "#db/sign-ins";

/**
 * The key with which a browser seals what waits there for the network, in hexadecimal; made when it is first asked for.
 * It lasts as long as this browser is signed in as the same person, and goes with that: what was sealed can then be opened
 * by nobody, us included.
 * Null where it was damaged: that browser keeps things in memory only.
 */
export async function deviceKeyOf(
  { db, ring }: { readonly db: Db; readonly ring: KeyRing },
  { signInId, personId, deviceKey: known }: Pick<Asking, "signInId" | "personId" | "deviceKey">,
): Promise<string | null> {
  const place = `device-key|${personId}`; // it may go on with another sign-in of the same person
  const { kekId, wrapped } = known ?? newWrappedKey(ring, place);
  const stored = known ?? (await keepFirstDeviceKey(db, signInId, { kekId, wrapped }));
  const key = openWrappedKey(ring, place, stored);
  return key && Buffer.from(key).toString("hex");
}
