import { forgetDeviceKey } from "./device-key";
import { deleteShelf } from "./sealed-shelf";
import { tellTabs } from "./tabs";

/** A tab that its browser has put to sleep may hold the database: it goes as soon as that one wakes or closes. */
const PATIENCE = 1_000;

/**
 * Takes away all that this browser has kept of whoever was here: what waited for the network, and the key to it.
 * Other tabs forget it too. Never rejects: there may be nothing, or no place for it.
 */
export async function wipeDevice(): Promise<void> {
  forgetDeviceKey();
  tellTabs({ kind: "wiped" });
  const gone = deleteShelf().catch(() => undefined);
  await Promise.race([gone, new Promise((resolve) => setTimeout(resolve, PATIENCE))]);
}
