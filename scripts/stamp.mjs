import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";

/**
 * A name for the state of these files and folders on this Node and this machine; those that are missing count as empty.
 * Tests are left out: nothing that is installed or built depends on them.
 */
function stateOf(entries) {
  const hash = createHash("sha256").update(`${process.version} ${process.platform} ${process.arch}`);
  for (const file of entries.flatMap(filesIn)) hash.update(`\0${file}\0`).update(readFileSync(file));
  return hash.digest("hex");
}

function filesIn(entry) {
  if (!existsSync(entry)) return [];
  if (statSync(entry).isFile()) return /\.test\.tsx?$/.test(entry) ? [] : [entry];
  return readdirSync(entry)
    .sort()
    .flatMap((name) => filesIn(path.posix.join(entry, name)));
}

/**
 * Does `work` unless `stamp` says that it was done for this very state of `sources`.
 * The stamp goes before the work begins, so work cut short is never taken for finished.
 */
export function onceFor(stamp, sources, work) {
  const state = stateOf(sources);
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === state) return;
  rmSync(stamp, { force: true });
  work();
  mkdirSync(path.dirname(stamp), { recursive: true });
  writeFileSync(stamp, state);
}
