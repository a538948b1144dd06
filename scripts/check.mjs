// The one command: npm run check [-- <part> …]. Runs the parts in order and stops at the first that fails.
import { spawnSync } from "node:child_process";
import path from "node:path";

const biome = "node_modules/@biomejs/biome/bin/biome";
const next = "node_modules/next/dist/bin/next";
const tsc = "node_modules/typescript/bin/tsc";
const cruiser = "node_modules/dependency-cruiser/bin/dependency-cruise.mjs";
const knip = "node_modules/knip/bin/knip.js";
const vitest = "node_modules/vitest/vitest.mjs";
const playwright = "node_modules/@playwright/test/cli.js";

/** Name of the part, what it shows, and the commands (run by Node) that show it. */
const PARTS = [
  ["format", "format and lint", [[biome, "ci", "."]]],
  [
    "types",
    "types",
    [
      [next, "typegen"],
      // Not from what was remembered: changes of messages/ go unseen there.
      [tsc, "--noEmit", "--incremental", "false", "-p", "."],
      // A worker has no page around it, and knows other things.
      [tsc, "--noEmit", "-p", "app/worker"],
    ],
  ],
  ["boundaries", "what may import what", [[cruiser, "."]]],
  ["dead", "no dead code", [[knip]]],
  ["spec", "every rule is cited by a test", [["scripts/check-spec.mjs"]]],
  ["texts", "every sentence in every language", [["scripts/check-messages.mjs"]]],
  ["rules", "rules and properties", [[vitest, "run", "--project", "rules"]]],
  ["migrations", "the tables have their migrations", [["scripts/check-migrations.mjs"]]],
  ["pglite", "integration on PGlite", [[vitest, "run", "--project", "pglite"]]],
  ["postgres", "integration on PostgreSQL", [[vitest, "run", "--project", "postgres"]]],
  ["build", "production build", [["scripts/ensure.mjs", "build"]]],
  ["journeys", "journeys in a browser", [[playwright, "test"]]],
];

process.chdir(path.resolve(import.meta.dirname, ".."));
process.env.NEXT_TELEMETRY_DISABLED = "1";

const chosen = choose(process.argv.slice(2));
let passed = 0;
let failed = 0;
for (const [name, shows, commands] of chosen) {
  console.log(`\n— ${name}: ${shows}`);
  const began = performance.now();
  const passes = commands.every(([script, ...args]) => runs(script, args));
  console.log(
    `— ${name}: ${passes ? "passed" : "FAILED"} in ${((performance.now() - began) / 1000).toFixed(1)} s`,
  );
  if (passes) {
    passed += 1;
    continue;
  }
  failed += 1;
  break;
}
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed;

function runs(script, args) {
  return spawnSync(process.execPath, [script, ...args], { stdio: "inherit" }).status === 0;
}

/** The parts of these names, in their own order; all of them when there are no names. */
function choose(names) {
  const known = PARTS.map(([name]) => name);
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    console.error(`No part is called ${unknown.join(" or ")}. The parts are: ${known.join(", ")}.`);
    process.exit(1);
  }
  return names.length === 0 ? PARTS : PARTS.filter(([name]) => names.includes(name));
}
