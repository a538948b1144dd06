import { hearTabs } from "./tabs";

let hexKnown: string | null = null;
let known: Promise<CryptoKey> | null = null;

/**
 * The key that this browser seals with, in memory only. Null while nobody is signed in, and where the browser seals
 * nothing (a page that did not come over https). Scripts cannot read it out; it may be posted to a worker as it is.
 */
export function deviceKey(): Promise<CryptoKey> | null {
  return known;
}

/** Takes the key that came with the page; another one (another sign-in) takes its place. */
export function takeDeviceKey(hex: string): void {
  if (hex === hexKnown || !globalThis.crypto?.subtle) return;
  hexKnown ?? hearTabs((told) => told.kind === "wiped" && forgetDeviceKey());
  hexKnown = hex;
  known = crypto.subtle.importKey("raw", bytesOf(hex), "AES-GCM", false, ["encrypt", "decrypt"]);
}

/** The sign-in is over: nothing is sealed or opened by this page any more. */
export function forgetDeviceKey(): void {
  hexKnown = null;
  known = null;
}

function bytesOf(hex: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(hex.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16));
}
