import { deviceKey } from "./device-key";
import { openShelf } from "./sealed-shelf";
import { dropWhatCannotBeOpened } from "./sealed-store";

/** Whether this browser keeps anything of whoever is signed in that has not gone out yet. */
export async function isSomethingWaiting(): Promise<boolean> {
  const key = deviceKey();
  if (!key || !globalThis.indexedDB) return false;
  try {
    const shelf = await openShelf();
    await dropWhatCannotBeOpened(shelf, await key);
    const count = await shelf.count("kept");
    shelf.close();
    return count > 0;
  } catch {
    return false; // no database: nothing can wait in it
  }
}
