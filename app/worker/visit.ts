import type { ToPage } from "./messages";

declare const self: ServiceWorkerGlobalScope;

/** Milliseconds until a page that is open has told its key, or has none. */
const PATIENCE = 1_500;
/** A page that is being loaded tells its key when it runs. */
const LONG_PATIENCE = 20_000;

/** Somebody's time here, from the first page that is open to the last. Kept in memory only. */
let current: CryptoKey | null = null;
let waiting: ((key: CryptoKey) => void)[] = [];
/** Counts the visits that are over: what was begun in one is not finished in the next. */
let ended = 0;

export function takeKey(key: CryptoKey): void {
  current = key;
  for (const told of waiting) told(key);
  waiting = [];
}

/** Whether a visit is going on that pages can be kept of. */
export function isOpen(): boolean {
  return current !== null;
}

/** The key of this visit. Forgotten when the browser stopped the worker for a while: then pages that are open are asked. */
export async function keyOfVisit(): Promise<CryptoKey | null> {
  if (current) return current;
  const question: ToPage = { kind: "key?" };
  for (const page of await openPages()) page.postMessage(question);
  return keyWithin(PATIENCE);
}

/** The same for a page that is on its way, and gives its key when it is there. */
export async function keyOfComingPage(): Promise<CryptoKey | null> {
  return current ?? keyWithin(LONG_PATIENCE);
}

/** A number that is another one once the visit has ended. */
export function visit(): number {
  return ended;
}

/** Nothing of this visit stays: neither the key nor anything that was kept. */
export async function endVisit(): Promise<void> {
  current = null;
  ended += 1;
  await Promise.all((await caches.keys()).map((name) => caches.delete(name)));
}

/** The pages of ours that are open in this browser. One that is on its way is none yet. */
export function openPages() {
  return self.clients.matchAll({ type: "window", includeUncontrolled: true });
}

function keyWithin(milliseconds: number): Promise<CryptoKey | null> {
  return new Promise((resolve) => {
    waiting.push(resolve);
    setTimeout(resolve, milliseconds, null);
  });
}
