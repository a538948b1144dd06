import { deviceKey } from "./device-key";
import { type DeviceStore, makeMemoryStore } from "./device-store";
import { openSealedStore } from "./sealed-store";

let openedWith: Promise<CryptoKey> | null | undefined;
let opened: Promise<DeviceStore> | null = null;

/** Where this browser keeps what waits for the network: one store for the whole page. */
export function openDeviceStore(): Promise<DeviceStore> {
  const key = deviceKey();
  if (opened && key === openedWith) return opened;
  openedWith = key;
  opened = openWith(key);
  return opened;
}

/**
 * Sealed in the browser's own database. Where it has none, or there is no key, in memory; and there, too, what the
 * database does not take (it is full, or was just wiped).
 */
async function openWith(key: Promise<CryptoKey> | null): Promise<DeviceStore> {
  const memory = makeMemoryStore();
  if (!key || !globalThis.indexedDB) return memory;
  try {
    return withMemoryBehind(await openSealedStore(await key), memory);
  } catch {
    return memory; // a private window, a full disk: browsers refuse in many ways
  }
}

function withMemoryBehind(sealed: DeviceStore, memory: DeviceStore): DeviceStore {
  return {
    all: async (place) => [...(await sealed.all(place).catch(() => [])), ...(await memory.all(place))],
    put: (place, kept) => sealed.put(place, kept).catch(() => memory.put(place, kept)),
    async remove(place, id) {
      await sealed.remove(place, id).catch(() => undefined);
      await memory.remove(place, id);
    },
    watch(place, changed) {
      const ends = [sealed.watch(place, changed), memory.watch(place, changed)];
      return () => {
        for (const end of ends) end();
      };
    },
  };
}
