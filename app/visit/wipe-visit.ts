import type { ToWorker } from "../worker/messages";

/** Tells the worker that stands between this page and the network, where there is one. */
export function tellWorker(message: ToWorker): void {
  const workers: ServiceWorkerContainer | undefined = navigator.serviceWorker; // none where it is not https
  workers?.controller?.postMessage(message);
}

/** Takes away what was kept of this visit, whoever may be faster: this page, or the worker when the page is gone. */
export async function wipeVisit(): Promise<void> {
  tellWorker({ kind: "wipe" });
  const kept: CacheStorage | undefined = globalThis.caches;
  if (!kept) return;
  await Promise.all((await kept.keys()).map((name) => kept.delete(name)));
}
