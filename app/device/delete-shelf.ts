/** The name of the database in which sealed things lie, and of the place in it. */
export const SHELF = "kept";

/**
 * Takes the database away with all that is in it. Without the library that fills it: every page, and the worker, can do
 * this at once. It is emptied first: a tab that its browser has put to sleep may keep the database itself for longer.
 */
export async function deleteShelf(): Promise<void> {
  await emptyShelf();
  await new Promise<void>((resolve, reject) => {
    const request = indexedDB.deleteDatabase(SHELF);
    request.onsuccess = () => resolve();
    request.onerror = () => reject(request.error);
  });
}

function emptyShelf(): Promise<void> {
  return new Promise((resolve) => {
    const request = indexedDB.open(SHELF);
    request.onupgradeneeded = () => request.transaction?.abort(); // there is none, and none is made
    request.onerror = () => resolve();
    request.onsuccess = () => {
      const shelf = request.result;
      const emptying = shelf.transaction(SHELF, "readwrite");
      emptying.objectStore(SHELF).clear();
      const done = () => {
        shelf.close();
        resolve();
      };
      emptying.oncomplete = done;
      emptying.onabort = done;
    };
  });
}
