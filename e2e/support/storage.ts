import type { Page } from "@playwright/test";

/** All that lies in the storage of a page's browser. */
export interface Storage {
  /** The databases there are, by name. */
  readonly databases: readonly string[];
  /** How many things lie in them. */
  readonly records: number;
  /** Everything anywhere as one text; bytes as they read in each of the ways a text may be stored. */
  readonly text: string;
}

/** Reads the storage as somebody does who looks for what was written, past our own code. */
export function storageOf(page: Page): Promise<Storage> {
  return page.evaluate(async () => {
    const found: string[] = [];
    const read = (value: unknown): void => {
      if (value instanceof ArrayBuffer) read(new Uint8Array(value));
      else if (ArrayBuffer.isView(value)) {
        const bytes = new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
        found.push(
          ...["utf-8", "utf-16le", "latin1"].map((encoding) => new TextDecoder(encoding).decode(bytes)),
        );
      } else if (typeof value === "object" && value !== null)
        for (const [key, part] of Object.entries(value)) {
          found.push(key);
          read(part);
        }
      else found.push(String(value));
    };
    const answered = <Result>(request: IDBRequest<Result>): Promise<Result> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });

    let records = 0;
    const databases = (await indexedDB.databases()).flatMap(({ name }) => name ?? []);
    for (const name of databases) {
      const database = await answered(indexedDB.open(name));
      for (const store of database.objectStoreNames) {
        const all = await answered(database.transaction(store).objectStore(store).getAll());
        records += all.length;
        read(all);
      }
      database.close();
    }
    read({ ...localStorage });
    read({ ...sessionStorage });
    read(document.cookie);
    for (const name of await caches.keys()) {
      found.push(name);
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        found.push(request.url);
        read(await (await cache.match(request))?.arrayBuffer());
      }
    }
    return { databases, records, text: found.join("\n") };
  });
}
