import { defineConfig } from "@playwright/test";
import { systemChromium } from "./scripts/chromium.mjs";

const chromium = systemChromium();

/** Journeys against the production build: two isolated browsers, a server of their own for each worker. */
export default defineConfig({
  testDir: "e2e",
  testMatch: "*.spec.ts",
  globalSetup: "./e2e/support/empty-folder.ts",
  fullyParallel: true,
  workers: 3, // a journey waits for half of its time: two of them leave one of two processors idle
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [["list"]],
  use: {
    screenshot: "only-on-failure",
    // What moves is painted again and again without a graphics card: a quarter of the time for nothing to be seen.
    contextOptions: { reducedMotion: "reduce" },
    // Keeping a trace of what goes well costs a quarter of the time. A failure has its picture, and what a screen reader
    // would find; for more, run that journey again with --trace on.
    launchOptions: {
      ...(chromium && { executablePath: chromium }),
      args: [
        ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-domain-reliability",
        "--disable-sync",
        "--no-first-run",
        "--no-pings",
        "--in-process-gpu", // there is none: a process that does nothing has to be begun and asked all the same
        // Nothing but this machine: a page that asked another host for anything would fail its journey.
        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
      ],
    },
  },
});
