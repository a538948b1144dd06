/** The name of the database in which sealed things lie. */
export const SHELF = "kept";

/** Takes the database away with all that is in it. Without the library that fills it: every page can do this at once. */
export function deleteShelf(): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(SHELF);
    request.onsuccess = () => resolve();
    request.onerror = () => reject(request.error);
  });
}
