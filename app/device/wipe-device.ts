import { wipeVisit } from "../visit/wipe-visit";
import { deleteShelf } from "./delete-shelf";
import { forgetDeviceKey } from "./device-key";
import { tellTabs } from "./tabs";

/** A tab that its browser has put to sleep may hold the database: it goes as soon as that one wakes or closes. */
const PATIENCE = 1_000;

/**
 * Takes away all that this browser has kept of whoever was here: what waited for the network, pages, the key to both.
 * Other tabs forget it too. Never rejects: there may be nothing, or no place for it.
 */
export async function wipeDevice(): Promise<void> {
  forgetDeviceKey();
  tellTabs({ kind: "wiped" });
  const gone = Promise.allSettled([wipeVisit(), deleteShelf()]);
  await Promise.race([gone, new Promise((resolve) => setTimeout(resolve, PATIENCE))]);
}

/**
 * Where the server has ended a sign-in: wipes, unless this browser is signed in anew (somebody has confirmed their
 * address in another tab). Where the server does not answer nothing is wiped; what is sealed stays so.
 */
export async function wipeUnlessSignedIn(): Promise<void> {
  const response = await fetch("/api/me").catch(() => null);
  if (response?.status === 401) await wipeDevice();
}
