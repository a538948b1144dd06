import { forgetDeviceKey } from "./device-key";
import { deleteShelf } from "./sealed-shelf";
import { tellTabs } from "./tabs";

/**
 * Takes away all that this browser has kept of whoever was here: what waited for the network, what the tab remembers,
 * the key. Other tabs forget it too. Never rejects: there may be nothing, or no place for it.
 */
export async function wipeDevice(): Promise<void> {
  forgetDeviceKey();
  tellTabs({ kind: "wiped" });
  sessionStorage.clear();
  await deleteShelf().catch(() => undefined);
}
