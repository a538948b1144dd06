/**
 * Why a browser does not tell: it cannot here, it does not allow it, nothing was reached, or its push service or the
 * person said no.
 */
export type PushObstacle = "unable" | "denied" | "offline" | "notAdded";

/** What a push service gave this browser, as it is sent to us. */
interface Subscribed {
  readonly endpoint: string;
  readonly keys: Readonly<Record<string, string>>;
}

/** What keeps this browser from telling, as far as that is known before it is asked. */
export async function pushObstacle(): Promise<PushObstacle | null> {
  if (!(await registration())) return "unable";
  return Notification.permission === "denied" ? "denied" : null;
}

/** Has the browser ask the person, and its push service for an address. */
export async function askForPush(): Promise<
  { readonly subscription: Subscribed } | { readonly obstacle: PushObstacle }
> {
  const permission = await Notification.requestPermission(); // at once: browsers allow it only while a button is pressed
  if (permission !== "granted") return { obstacle: permission === "denied" ? "denied" : "notAdded" };
  const worker = await registration();
  if (!worker) return { obstacle: "unable" };
  const answer = await fetch("/api/push").catch(() => null);
  if (!answer) return { obstacle: "offline" };
  if (!answer.ok) return { obstacle: "notAdded" };
  const { publicKey } = (await answer.json()) as { readonly publicKey: string };
  try {
    await endPush(); // an older one may be bound to another key
    const options = { userVisibleOnly: true, applicationServerKey: publicKey };
    const { endpoint = "", keys = {} } = (await worker.pushManager.subscribe(options)).toJSON();
    return { subscription: { endpoint, keys } };
  } catch {
    return { obstacle: "notAdded" }; // push services are switched off in some browsers, and each says so in its own way
  }
}

/** The browser gives its address back. We do not use it any more in any case. */
export async function endPush(): Promise<void> {
  const old = await (await registration())?.pushManager.getSubscription();
  await old?.unsubscribe();
}

/** The worker that shows what is pushed; undefined where this browser has none, or cannot show anything. */
async function registration(): Promise<ServiceWorkerRegistration | undefined> {
  if (!("serviceWorker" in navigator && "PushManager" in window && "Notification" in window))
    return undefined;
  return navigator.serviceWorker.getRegistration();
}
