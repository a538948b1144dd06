import type { Device } from "./device";
import { oneTabAtATime } from "./one-tab-at-a-time";
import { openDeviceStore } from "./open-device-store";
import { wipeUnlessSignedIn } from "./wipe-device";

/** The browser that this page is in. */
export const thisDevice: Device = {
  openStore: openDeviceStore,
  alone: oneTabAtATime,
  signedOut: wipeUnlessSignedIn,
};
