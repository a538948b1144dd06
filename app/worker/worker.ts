import { deleteShelf } from "../device/delete-shelf";
import { tellTabs } from "../device/tabs";
import { keepAssets, readAsset } from "./assets";
import { calmPage } from "./calm-page";
import type { ToWorker } from "./messages";
import { closeNotices, moveSubscription, openNotice, showNotice } from "./notices";
import { keepPage, readPage } from "./sealed-pages";
import { endVisit, isOpen, keyOfComingPage, keyOfVisit, openPages, takeKey, visit } from "./visit";
import { isAnswerToKeep, isAsset, isPageToKeep } from "./what-may-be-kept";

declare const self: ServiceWorkerGlobalScope;

// Stands between the pages of one browser and the network. It shows pages without a network: those that were opened in
// this visit, and a calm one for all others. docs/decisions/0016 says what is kept, and for how long.

const told = new URL(self.location.href).searchParams;
const language = told.get("lang") ?? "";
const leaveTo = told.get("to") ?? "about:blank";

self.addEventListener("install", (event) => event.waitUntil(self.skipWaiting()));

self.addEventListener("activate", (event) => {
  event.waitUntil(endVisit().then(() => self.clients.claim())); // what another version has kept it alone could read
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== self.location.origin) return;
  if (request.mode === "navigate") event.respondWith(navigate(event));
  else if (isAsset(pathname)) event.respondWith(readAsset(request, isOpen()));
});

self.addEventListener("message", (event) => {
  const message = event.data as ToWorker;
  if (message.kind === "wipe") event.waitUntil(wipe());
  else if (message.kind === "keep") event.waitUntil(askAgain(message.path));
  else {
    takeKey(message.key);
    event.waitUntil(keepAssets(message.assets.filter((address) => isAsset(new URL(address).pathname))));
  }
});

self.addEventListener("push", (event) => event.waitUntil(showNotice(event.data)));
self.addEventListener("notificationclick", (event) => event.waitUntil(openNotice(event.notification)));
self.addEventListener("pushsubscriptionchange", (event) => event.waitUntil(moveSubscription(event)));

/** Finishes what a page has begun that may be gone by now: what waits for the network goes, too, and what was shown. */
async function wipe(): Promise<void> {
  tellTabs({ kind: "wiped" });
  await Promise.all([endVisit(), deleteShelf(), closeNotices()]);
}

/** A page from the server; without a network one of this visit, else the calm one. */
async function navigate(event: FetchEvent): Promise<Response> {
  const path = pathOf(event.request.url);
  const coming = fetch(event.request).catch(() => null);
  if ((await openPages()).length === 0) await endVisit(); // nobody was here: this is the first page of a visit
  const response = await coming;
  if (!response) return (await keptPage(path)) ?? calmPage(language, leaveTo);
  if (path.startsWith("/sign-in")) event.waitUntil(endVisit());
  else if (isAnswerToKeep(path, response)) event.waitUntil(keep(path, response.clone()));
  return response;
}

async function keptPage(path: string): Promise<Response | null> {
  const key = isPageToKeep(path) ? await keyOfVisit() : null;
  return key && readPage(key, path);
}

async function keep(path: string, response: Response): Promise<void> {
  const begunIn = visit();
  const key = await keyOfComingPage();
  if (key && visit() === begunIn) await keepPage(key, path, response);
}

/** The page was there before its worker was. */
async function askAgain(path: string): Promise<void> {
  const response = isPageToKeep(path) ? await fetch(path).catch(() => null) : null;
  if (response && isAnswerToKeep(path, response)) await keep(path, response);
}

function pathOf(address: string): string {
  const { pathname, search } = new URL(address);
  return pathname + search;
}
