import { type DeviceStore, makeMemoryStore } from "./device-store";
import type { Alone } from "./one-tab-at-a-time";

/** What the tabs of one browser have in common. */
export interface Device {
  openStore(): Promise<DeviceStore>;
  readonly alone: Alone;
  /** The sign-in is over: nothing of whoever was here stays. */
  signedOut(): Promise<void>;
}

/** One that keeps nothing longer than the page, and knows of no other tabs. */
export function makePassingDevice(store: DeviceStore = makeMemoryStore()): Device {
  return { openStore: async () => store, alone: (_name, run) => run(), signedOut: async () => {} };
}
