import { deviceKey } from "../device/device-key";
import { leaveTo } from "../leave-to";
import type { ToPage } from "../worker/messages";
import { tellWorker } from "./wipe-visit";

/** What happens apart from the page of a throw-away conversation is none of its business. */
const WITHOUT = "/try";

/**
 * Has the service worker keep what is opened in this visit (app/worker/). Not while developing: there, pages are made
 * of something else at each look.
 */
export async function keepVisit(): Promise<void> {
  const workers: ServiceWorkerContainer | undefined = navigator.serviceWorker; // none where it is not https
  if (!workers || process.env.NODE_ENV !== "production" || location.pathname.startsWith(WITHOUT)) return;
  workers.addEventListener("message", ({ data }: MessageEvent<ToPage>) => {
    if (data.kind === "key?") void tellKey();
  });
  workers.addEventListener("controllerchange", async () => {
    await tellKey();
    tellWorker({ kind: "keep", path: location.pathname + location.search }); // it has not seen this page come
  });
  workers.startMessages();
  await tellKey();
  const address = `/sw.js?${new URLSearchParams({ lang: document.documentElement.lang, to: leaveTo() })}`;
  await workers.register(address).catch(() => undefined); // offline, or not wanted by whoever set up the browser
}

async function tellKey(): Promise<void> {
  const key = await deviceKey();
  const assets = performance.getEntriesByType("resource").map(({ name }) => name);
  if (key) tellWorker({ kind: "key", key, assets });
}
