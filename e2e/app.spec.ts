import type { BrowserContext, Page } from "@playwright/test";
import { type PushService, startPushService } from "../server/testing/push-service";
import { expectNoViolationsInAnyLight } from "./support/axe";
import { startEvenground } from "./support/evenground-server";
import { test as base, expect } from "./support/journey";
import { begin, type Partner } from "./support/partner";
import { signIn } from "./support/sign-in";

// The app on a phone: its face, what it shows without a network, what is left of it, and what is pushed to it. Without a
// network means here that the server is not there: that is the same to a browser, its service worker included.

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const CANARY = "canary-7f3a-late-home";
const PHONE = { viewport: { width: 360, height: 740 } };
const CALM = "There is no connection just now";

const test = base.extend<object, { readonly pushService: PushService }>({
  pushService: [
    async ({ browserName: _ }, use) => {
      const service = await startPushService();
      await use(service);
      await service.stop();
    },
    { scope: "worker" },
  ],
  server: [
    async ({ pushService }, use) => {
      const { host, certificateFile } = pushService;
      const server = await startEvenground({
        PUSH_SERVICES: host,
        NODE_EXTRA_CA_CERTS: certificateFile,
        NOTICES_EVERY_SECONDS: "1",
      });
      await use(server);
      await server.remove();
    },
    { scope: "worker", timeout: 60_000 },
  ],
});

interface Manifest {
  readonly id: string;
  readonly name: string;
  readonly short_name: string;
  readonly start_url: string;
  readonly display: string;
  readonly lang: string;
  readonly icons: readonly { readonly src: string; readonly sizes: string; readonly purpose?: string }[];
}

test("the name and the picture on a phone are as chosen, and say nothing else", async ({ newPartner }) => {
  const mara = await newPartner("Mara", PHONE);
  await mara.page.goto("/");
  expect(await manifestOf(mara.page)).toMatchObject({ name: "Evenground", display: "standalone" });
  await signIn(mara, "faces@example.org");
  const ids = new Set<string>();
  for (const name of ["Notes", "Garden", "Evenground"]) {
    await mara.page.goto("/settings");
    const section = mara.page.getByRole("region", { name: "On your phone" });
    await section.getByRole("radio", { name }).check();
    await expect(section.getByText("Saved.")).toBeVisible();
    await mara.page.reload();
    await expect(section.getByRole("radio", { name })).toBeChecked();
    const manifest = await manifestOf(mara.page);
    expect(manifest).toMatchObject({ name, short_name: name, start_url: "/home", lang: "en" });
    if (name !== "Evenground") expect(JSON.stringify(manifest)).not.toMatch(/evenground|trust|partner/i);
    for (const { src, sizes } of manifest.icons)
      expect(`${await widthOf(mara.page, src)}`).toBe(sizes.split("x")[0]);
    const apple = await mara.page.locator("link[rel=apple-touch-icon]").getAttribute("href");
    expect(await widthOf(mara.page, apple ?? "")).toBe(180);
    ids.add(manifest.id);
  }
  expect(ids.size).toBe(3);
});

test("without a network a page of this visit is there, sealed where it lies; every other is a calm one", async ({
  newPartner,
  server,
}) => {
  const [mara, jon] = [await newPartner("Mara", PHONE), await newPartner("Jon")];
  await begin(mara, jon, { topic: CANARY });
  await mara.say(`${CANARY}, and nobody said a word.`);
  await isWorking(mara.page);
  await mara.page.reload();
  await mara.isConnected();
  await mara.page.goto("/home");
  const space = mara.page.url();
  await expect.poll(() => keptPages(mara.page)).toBe(3); // the conversation, the space, and the way there
  const stored = await everythingStored(mara.page);
  expect(stored.length).toBeGreaterThan(1_000);
  for (const telling of [CANARY, "Jon", new URL(space).pathname, mara.conversationId])
    expect(stored).not.toContain(telling);

  const conversation = `/c/${await conversationOn(mara.page)}`;
  await server.kill();
  await mara.page.goto(conversation);
  await expect(mara.text(`${CANARY}, and nobody said a word.`)).toBeVisible();
  await mara.page.goto("/home");
  await expect(mara.page).toHaveURL(space);
  await expect(mara.text(CANARY).first()).toBeVisible();

  // The browser may stop the worker at any time: it then asks the page that is open.
  await stopWorkers(mara.page);
  await mara.page.goto(conversation);
  await expect(mara.text(`${CANARY}, and nobody said a word.`)).toBeVisible();

  await mara.page.goto("/settings");
  await expect(mara.page.getByRole("heading", { name: CALM })).toBeVisible();
  await expectNoViolationsInAnyLight(mara.page, "the calm page");
  await server.start();
  await mara.page.getByRole("link", { name: "Try again" }).click();
  await expect(mara.page.getByRole("heading", { name: "Settings", level: 1 })).toBeVisible();
});

test("a visit ends with its last page: after that, without a network, there is nothing to see", async ({
  newPartner,
  server,
}) => {
  const [mara, jon] = [await newPartner("Mara", PHONE), await newPartner("Jon")];
  await begin(mara, jon, { topic: CANARY });
  await isWorking(mara.page);
  await mara.page.reload();
  await expect.poll(() => keptPages(mara.page)).toBe(1);
  const conversation = mara.page.url();
  const context = mara.page.context();
  await mara.page.close();
  await server.kill();
  const later = await context.newPage();
  await later.goto(conversation);
  await expect(later.getByRole("heading", { name: CALM })).toBeVisible();
  expect(await keptPages(later)).toBe(0);
  await server.start();
});

for (const [how, leave] of [
  ["sign-out", signOut],
  ["Leave quickly", leaveQuickly],
] as const)
  test(`after ${how} nothing is left, and without a network there is only the calm page`, async ({
    newPartner,
    server,
  }) => {
    const [mara, jon] = [await newPartner("Mara", PHONE), await newPartner("Jon")];
    await begin(mara, jon, { topic: CANARY });
    await signIn(mara, `${how.replace(" ", "-")}@example.org`);
    await mara.page.reload();
    await mara.isConnected();
    await isWorking(mara.page);
    const conversation = mara.page.url();
    await expect.poll(() => keptPages(mara.page)).toBeGreaterThan(0);
    // A page of ours that stays open: it does not keep the visit going.
    const other = await mara.page.context().newPage();
    await other.goto("/icon.svg");
    await leave(mara);
    await expect.poll(() => everythingStored(other)).toBe("");
    await server.kill();
    await other.goto(conversation);
    await expect(other.getByRole("heading", { name: CALM })).toBeVisible();
    await other.goto("/home");
    await expect(other.getByRole("heading", { name: CALM })).toBeVisible();
    await server.start();
  });

test("what is pushed shows exactly one sentence, and a second takes its place", async ({
  newPartner,
  pushService,
  server,
}) => {
  const [mara, jon] = [await newPartner("Mara"), await newPartner("Jon", PHONE)];
  await begin(mara, jon, { topic: CANARY });
  await signIn(jon, "push@example.org");
  const quiet = {
    quietFrom: hourIn(20, server.now()),
    quietTo: hourIn(21, server.now()),
    timeZone: "Europe/London",
  };
  await jon.calls("/api/me/notices", quiet);
  await withPushService(jon.page, pushService);
  await jon.page.goto("/settings");
  await isWorking(jon.page);
  const shown = await watchNotifications(jon.page.context());
  await jon.press("Tell me on this device");
  await expect(jon.text("You are told on this device")).toBeVisible();

  const before = pushService.received.length;
  await mara.say("I would like to know before eleven.");
  await server.forward(12 * MINUTE);
  await expect.poll(() => pushService.received.length).toBe(before + 1);
  const pushed = pushService.received.at(-1)?.text ?? "";
  for (let times = 0; times < 2; times += 1) await deliver(jon.page, server.url, pushed);
  const sentence = { title: "There is something waiting for you.", options: { tag: "notice" } };
  await expect.poll(shown).toEqual([sentence, sentence]); // with one tag the second takes the place of the first

  await jon.press("Stop telling me here");
  await expect(jon.text("You are not told on this device.")).toBeVisible();
  await server.forward(7 * HOUR);
  expect(pushService.received.length).toBe(before + 1);
});

test("a browser that does not allow it says how to change that", async ({ newPartner }) => {
  const mara = await newPartner("Mara", PHONE);
  await signIn(mara, "denied@example.org");
  await mara.page.addInitScript(() => {
    Object.defineProperty(Notification, "permission", { get: () => "denied" });
  });
  await mara.page.goto("/settings");
  await isWorking(mara.page);
  await mara.page.reload();
  await expect(mara.text("Your browser does not allow it here.")).toBeVisible();
  await expect(mara.button("Tell me on this device")).toHaveCount(0);
});

async function signOut(partner: Partner): Promise<void> {
  await partner.page.goto("/settings");
  await partner.press("Sign out");
  await expect(partner.page).toHaveURL(`${partner.server.url}/`);
}

async function leaveQuickly({ page }: Partner): Promise<void> {
  await page
    .context()
    .route(/^https:/, (route) => route.fulfill({ contentType: "text/html", body: "Cloudy." }));
  await page.getByRole("button", { name: "Leave quickly" }).click();
  await expect(page.getByText("Cloudy.")).toBeVisible();
}

async function manifestOf(page: Page): Promise<Manifest> {
  const address = await page.locator("link[rel=manifest]").getAttribute("href");
  const answer = await page.request.get(address ?? "none");
  expect(answer.headers()["content-type"]).toContain("application/manifest+json");
  return (await answer.json()) as Manifest;
}

/** How wide a picture is, as the browser draws it. */
function widthOf(page: Page, src: string): Promise<number> {
  return page.evaluate(async (address) => {
    const picture = new Image();
    picture.src = address;
    await picture.decode();
    return picture.naturalWidth;
  }, src);
}

/** The worker stands between this page and the network. */
async function isWorking(page: Page): Promise<void> {
  await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
}

function keptPages(page: Page): Promise<number> {
  return page.evaluate(async () => (await (await caches.open("pages")).keys()).length);
}

/** Every byte of Cache Storage with its addresses, and the names of all databases. */
function everythingStored(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const found = (await indexedDB.databases()).map(({ name }) => name ?? "");
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        if (name === "assets") continue; // the same for everybody
        const bytes = await (await cache.match(request))?.arrayBuffer();
        found.push(name, request.url, new TextDecoder("latin1").decode(bytes));
      }
      if (name === "assets") found.push(name);
    }
    return found.join("\n");
  });
}

function conversationOn(page: Page): Promise<string> {
  return page
    .locator("a[href^='/c/']")
    .first()
    .getAttribute("href")
    .then((address) => address?.split("/").at(-1) ?? "none");
}

async function stopWorkers(page: Page): Promise<void> {
  const client = await page.context().newCDPSession(page);
  await client.send("ServiceWorker.enable");
  await client.send("ServiceWorker.stopAllWorkers");
  await client.detach();
}

function hourIn(hours: number, now: number): string {
  return new Date(now + hours * HOUR).toISOString().slice("2026-11-23T".length, -":00.000Z".length);
}

/** The browser has no push service to ask, and without a window it allows no notifications: this one would. */
async function withPushService(page: Page, service: PushService): Promise<void> {
  await page.addInitScript((subscription) => {
    Object.defineProperty(Notification, "permission", { get: () => "granted" });
    Notification.requestPermission = async () => "granted";
    PushManager.prototype.subscribe = async () =>
      ({ ...subscription, toJSON: () => subscription }) as unknown as PushSubscription;
  }, service.subscribe());
}

/** What the worker has the browser show; nobody sees it here. */
async function watchNotifications(context: BrowserContext): Promise<() => Promise<readonly unknown[]>> {
  const [worker] = context.serviceWorkers();
  if (!worker) throw new Error("There is no worker.");
  await worker.evaluate(() => {
    const shown: unknown[] = [];
    Object.assign(globalThis, { shown });
    ServiceWorkerRegistration.prototype.showNotification = async (title, options) => {
      shown.push({ title, options });
    };
  });
  return () => worker.evaluate(() => (globalThis as unknown as { shown: unknown[] }).shown);
}

/** Hands what was pushed to the worker, as the browser does when its push service says so. */
async function deliver(page: Page, origin: string, data: string): Promise<void> {
  const client = await page.context().newCDPSession(page);
  const found = new Promise<string>((resolve) => {
    client.on("ServiceWorker.workerRegistrationUpdated", ({ registrations }) => {
      const own = registrations.find(({ scopeURL, isDeleted }) => scopeURL === `${origin}/` && !isDeleted);
      if (own) resolve(own.registrationId);
    });
  });
  await client.send("ServiceWorker.enable");
  await client.send("ServiceWorker.deliverPushMessage", { origin, registrationId: await found, data });
  await client.detach();
}
