import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import { SHELF } from "./delete-shelf";

/** What lies in the browser's own storage. Everything in it is a hash, sealed, or a number. */
export interface SealedRow {
  /** Given by the browser: in this order things were put here. */
  readonly order?: number;
  readonly place: string;
  readonly id: string;
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly body: ArrayBuffer;
}

interface Rows extends DBSchema {
  kept: {
    key: number;
    value: SealedRow;
    indexes: { place: string; id: string };
  };
}

export type Shelf = IDBPDatabase<Rows>;

/** A database that is being deleted cannot be opened while a tab that sleeps has it open. */
const PATIENCE = 3_000;

/** Opens the database in which sealed things lie; rejects where the browser has none for us, or not in time. */
export async function openShelf(): Promise<Shelf> {
  const opening = openDB<Rows>(SHELF, 1, {
    upgrade(shelf) {
      const kept = shelf.createObjectStore("kept", { keyPath: "order", autoIncrement: true });
      kept.createIndex("place", "place");
      kept.createIndex("id", "id", { unique: true });
    },
    // Somebody signs out or leaves, here or in another tab: nothing may keep the database from going.
    blocking: (_current, _next, event) => (event.target as IDBDatabase).close(),
  });
  const late = new Promise<null>((resolve) => setTimeout(resolve, PATIENCE, null));
  const shelf = await Promise.race([opening, late]);
  if (shelf) return shelf;
  opening.then((tooLate) => tooLate.close());
  throw new Error("The database of this browser did not open in time.");
}
