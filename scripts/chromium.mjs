// Node built-ins only: everything that imports this may run before node_modules exists.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { installWithApt } from "./apt.mjs";
import { fail, say, step } from "./step.mjs";

/** The same engine without a window: it draws nothing for nobody, and journeys take two thirds of the time. */
const HEADLESS_SHELL = "/usr/bin/chromium-headless-shell";
const SYSTEM_PATHS = [
  HEADLESS_SHELL,
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** The Chromium that journeys use: CHROMIUM_PATH, else one of the system's, else undefined for Playwright's own. */
export function systemChromium() {
  return process.env.CHROMIUM_PATH ?? SYSTEM_PATHS.find((file) => existsSync(file));
}

/** Makes sure a Chromium can be started: the system's, Playwright's own, Playwright's download, or the system's packages. */
export function ensureChromium() {
  const system = systemChromium();
  if (system) {
    if (!existsSync(system)) fail(`CHROMIUM_PATH names ${system}, and there is no such file.`);
    // A whole Chromium does as well, only slower: where the shell is not to be had, that is no reason to stop.
    if (system === "/usr/bin/chromium") installWithApt("chromium-headless-shell");
    return;
  }
  if (playwrightStarts()) return;
  const download = ["node_modules/playwright-core/cli.js", "install", "--only-shell", "chromium"];
  step("fetching Chromium from Playwright", process.execPath, download);
  if (playwrightStarts()) return;
  say("Playwright's own Chromium is not to be had, or does not start here.");
  if (installWithApt("chromium-headless-shell") && systemChromium()) return;
  if (installWithApt("chromium") && systemChromium()) return;
  fail("No Chromium could be found or fetched: install one and set CHROMIUM_PATH to its program.");
}

/** Only a start shows that Playwright's browser is whole and that the libraries it needs are there. */
function playwrightStarts() {
  const script = `
    import { chromium } from "playwright-core";
    const browser = await chromium.launch({ chromiumSandbox: false });
    await browser.close();`;
  return spawnSync(process.execPath, ["--input-type=module", "--eval", script]).status === 0;
}
