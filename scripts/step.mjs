// Node built-ins only: everything that imports this may run before node_modules exists.
import { spawnSync } from "node:child_process";

/** Prints one line of progress. */
export function say(sentence) {
  console.log(`[set-up] ${sentence}`);
}

/** Ends the process with a sentence that says what is wrong and, where there is a way out, what to do. */
export function fail(sentence) {
  console.error(`[set-up] ${sentence}`);
  process.exit(1);
}

/**
 * Runs one command in sight of the person waiting, with a line before and after.
 * Gives false when it fails; the caller knows what to say about it.
 */
export function step(label, command, args, env = {}) {
  const began = performance.now();
  say(`${label} …`);
  const run = spawnSync(command, args, { stdio: "inherit", env: { ...process.env, ...env } });
  if (run.error) console.error(`[set-up] ${command}: ${run.error.message}`);
  if (run.status === 0) say(`${label}: done in ${((performance.now() - began) / 1000).toFixed(1)} s`);
  return run.status === 0;
}

/** The npm that is running us, or the one on the path: [command, arguments]. */
export function npm(args) {
  const running = process.env.npm_execpath;
  if (running && /npm-cli\.c?js$/.test(running)) return [process.execPath, [running, ...args]];
  return [process.platform === "win32" ? "npm.cmd" : "npm", args];
}
