import type { DeviceStore, Kept, Place } from "./device-store";
import { openShelf, type SealedRow, type Shelf } from "./sealed-shelf";
import { hearTabs, tellTabs } from "./tabs";

/**
 * Keeps things in the browser's own database, sealed with the key of the sign-in: AES-256-GCM, a new IV each time, bound
 * to its place and id. What cannot be opened goes at once. Rejects where there is no such database, and each call where it does not answer.
 */
export async function openSealedStore(key: CryptoKey): Promise<DeviceStore> {
  const shelf = await openShelf();
  const inOrder = oneAfterTheOther();

  await dropWhatCannotBeOpened(shelf, key);

  return {
    all: (place) =>
      inOrder(async () => {
        const rows = await shelf.getAllFromIndex("kept", "place", await nameOf(place));
        const inTurn = rows.sort((one, other) => (one.order ?? 0) - (other.order ?? 0));
        const kept = await Promise.all(inTurn.map((row) => unseal(key, row)));
        return kept.filter((one) => one !== null);
      }),
    put: (place, kept) =>
      inOrder(async () => {
        const row = await seal(key, await nameOf(place), await nameOf(place, kept.id), kept);
        const { store, done } = shelf.transaction("kept", "readwrite");
        const order = await store.index("id").getKey(row.id);
        await Promise.all([store.put({ ...row, ...(order !== undefined && { order }) }), done]);
        tellTabs({ kind: "changed", place: row.place });
      }),
    remove: (place, id) =>
      inOrder(async () => {
        const order = await shelf.getKeyFromIndex("kept", "id", await nameOf(place, id));
        if (order === undefined) return;
        await shelf.delete("kept", order);
        tellTabs({ kind: "changed", place: await nameOf(place) });
      }),
    watch(place, changed) {
      const name = nameOf(place);
      return hearTabs(async (told) => {
        if (told.kind === "wiped" || told.place === (await name)) changed();
      });
    },
  };
}

/** It was damaged, or sealed under a sign-in that is over: nobody can open it any more, and nobody is bothered with it. */
export async function dropWhatCannotBeOpened(shelf: Shelf, key: CryptoKey): Promise<void> {
  for (const row of await shelf.getAll("kept"))
    if (row.order !== undefined && !(await unseal(key, row))) await shelf.delete("kept", row.order);
}

/** Sealing takes a moment of its own each time: what was asked for first is done first all the same. */
function oneAfterTheOther() {
  let last: Promise<unknown> = Promise.resolve();
  return <Result>(run: () => Promise<Result>): Promise<Result> => {
    const next = last.then(run, run);
    last = next;
    return next;
  };
}

async function seal(key: CryptoKey, place: string, id: string, kept: Kept): Promise<SealedRow> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const sealing = { name: "AES-GCM", iv, additionalData: bytesOf(`${place}|${id}`) };
  const body = await crypto.subtle.encrypt(sealing, key, bytesOf(JSON.stringify(kept)));
  return { place, id, iv, body };
}

async function unseal(key: CryptoKey, { place, id, iv, body }: SealedRow): Promise<Kept | null> {
  const sealing = { name: "AES-GCM", iv, additionalData: bytesOf(`${place}|${id}`) };
  const plain = await crypto.subtle.decrypt(sealing, key, body).catch(() => null); // rejects: not what was sealed
  return plain && (JSON.parse(new TextDecoder().decode(plain)) as Kept);
}

/** A name that says nothing to whoever reads the storage. */
async function nameOf({ what, conversationId }: Place, id = ""): Promise<string> {
  const hash = await crypto.subtle.digest("SHA-256", bytesOf(`${what}|${conversationId}|${id}`));
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}
