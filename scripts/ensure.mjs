// Makes sure that what a command needs is there. Runs before node_modules exists: Node built-ins only.
//   node scripts/ensure.mjs [deps] [build] [browser] [postgres] [paper]
import { existsSync, rmSync } from "node:fs";
import path from "node:path";
import { ensureChromium } from "./chromium.mjs";
import { ensurePdfTools } from "./pdf-tools.mjs";
import { ensurePostgres } from "./postgres-binaries.mjs";
import { onceFor } from "./stamp.mjs";
import { fail, npm, step } from "./step.mjs";

const BUILT_FROM = [
  "package.json",
  "package-lock.json",
  "app",
  "conversation",
  "wire",
  "db",
  "server",
  "messages",
  "i18n",
  "public/faces",
  "proxy.ts",
  "next.config.js",
  "tsconfig.json",
  "scripts/build-server.mjs",
  "scripts/build-worker.mjs",
];

const ways = { deps, build, browser: ensureChromium, postgres: ensurePostgres, paper: ensurePdfTools };

refuseOldNode();
process.chdir(path.resolve(import.meta.dirname, ".."));
process.env.NEXT_TELEMETRY_DISABLED = "1";
for (const word of process.argv.slice(2)) {
  if (!Object.hasOwn(ways, word)) fail(`"${word}" is not one of: ${Object.keys(ways).join(", ")}.`);
  await ways[word]();
}

/** The packages of the lock file, installed once for each state of it. */
function deps() {
  onceFor("node_modules/.set-up", ["package.json", "package-lock.json"], () => {
    const [command, args] = npm(["ci", "--include=dev", "--no-audit", "--no-fund", "--prefer-offline"]);
    if (!step("installing the packages", command, args))
      fail("The packages could not be installed (npm ci).");
  });
}

/** The production build: the worker in browsers, the pages by Next, then the server around them. */
function build() {
  const stamp = ".next/set-up";
  if (!existsSync("dist/server.mjs") || !existsSync("public/sw.js")) rmSync(stamp, { force: true });
  onceFor(stamp, BUILT_FROM, () => {
    if (!step("building the worker", process.execPath, ["scripts/build-worker.mjs"]))
      fail("The worker could not be built (scripts/build-worker.mjs).");
    const next = ["node_modules/next/dist/bin/next", "build"];
    if (!step("building the pages", process.execPath, next, { NODE_ENV: "production" }))
      fail("The pages could not be built (next build).");
    if (!step("building the server", process.execPath, ["scripts/build-server.mjs"]))
      fail("The server could not be built (scripts/build-server.mjs).");
  });
}

function refuseOldNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major < 20 || (major === 20 && minor < 19))
    fail(`Node 20.19 or newer is needed; this is ${process.version}.`);
}
