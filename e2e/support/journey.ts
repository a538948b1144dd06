import { type BrowserContext, test as base, expect, type Page } from "@playwright/test";
import { type EvengroundServer, startEvenground } from "./evenground-server";
import { Partner } from "./partner";

interface JourneyFixtures {
  /** Opens a browser of its own for somebody: other cookies, other storage, nothing in common. */
  readonly newPartner: (
    name: string,
    options?: Parameters<Partner["browser"]["newContext"]>[0],
  ) => Promise<Partner>;
  /** Who opens the conversation, and who gets the link. */
  readonly mara: Partner;
  readonly jon: Partner;
}

interface WorkerFixtures {
  readonly server: EvengroundServer;
}

/** A journey of two people through the real thing. Fails too when a page reported an error or broke its policy. */
export const test = base.extend<JourneyFixtures, WorkerFixtures>({
  server: [
    async ({ browserName: _ }, use) => {
      const server = await startEvenground();
      await use(server);
      await server.remove();
    },
    { scope: "worker", timeout: 60_000 },
  ],
  newPartner: async ({ browser, server }, use) => {
    const problems: string[] = [];
    const contexts: BrowserContext[] = [];
    await use(async (name, options) => {
      const context = await browser.newContext({ baseURL: server.url, ...options });
      contexts.push(context);
      if (options?.javaScriptEnabled !== false) context.on("page", actsWhenAwake);
      const page = await context.newPage();
      watch(name, page, problems);
      return new Partner(name, page, browser, server);
    });
    for (const context of contexts) await context.close();
    expect(problems).toEqual([]);
  },
  mara: async ({ newPartner }, use) => use(await newPartner("Mara")),
  jon: async ({ newPartner }, use) => use(await newPartner("Jon")),
});

/** Nothing is pressed or typed before a page hears it: a person needs longer than that to find the button. */
async function actsWhenAwake(page: Page): Promise<void> {
  await page.addLocatorHandler(page.locator("html[data-asleep]"), async () => {});
}

/** What a page complains about that it should not: errors in scripts, a broken policy, requests to other hosts. */
function watch(name: string, page: Page, problems: string[]): void {
  page.on("pageerror", (error) => problems.push(`${name}: ${error.message}`));
  page.on("console", (message) => {
    if (/Content Security Policy|hydrat/i.test(message.text())) problems.push(`${name}: ${message.text()}`);
  });
  page.on("request", (request) => {
    const { hostname, protocol } = new URL(request.url());
    if (
      protocol.startsWith("http") &&
      !["localhost", "127.0.0.1"].includes(hostname) &&
      !request.isNavigationRequest()
    )
      problems.push(`${name}: asked ${hostname}`);
  });
}

export { expect } from "@playwright/test";
