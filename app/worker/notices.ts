import { openPages } from "./visit";

declare const self: ServiceWorkerGlobalScope;

/** A second notice takes the place of the first. */
const TAG = "notice";

/** Shows the one sentence that was pushed, and nothing beside it. */
export async function showNotice(data: PushMessageData | null): Promise<void> {
  const told = data?.json() as { readonly title: string } | undefined;
  if (told) await self.registration.showNotification(told.title, { tag: TAG });
}

/** Takes away what is still shown. */
export async function closeNotices(): Promise<void> {
  for (const notification of await self.registration.getNotifications()) notification.close();
}

/** Goes to a page of ours that is open, or opens the one where what waits is. */
export async function openNotice(notification: Notification): Promise<void> {
  notification.close();
  const [page] = await openPages();
  await (page ? page.focus() : self.clients.openWindow("/home"));
}

/** The push service gave this browser another address, or none any more. */
export async function moveSubscription(event: PushSubscriptionChangeEvent): Promise<void> {
  const { oldSubscription: old, newSubscription } = event;
  const options = old?.options;
  if (!old || !options) return;
  const fresh = newSubscription ?? (await self.registration.pushManager.subscribe(options));
  const { endpoint, keys } = fresh.toJSON();
  const answer = await fetch("/api/push", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ endpoint, keys, instead: old.endpoint }),
  });
  if (!answer.ok) await fresh.unsubscribe(); // signed out, or stopped meanwhile
}
