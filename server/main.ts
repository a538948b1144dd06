import { hkdfSync } from "node:crypto";
import { readFileSync } from "node:fs";
import type { KeyRing } from "#db/key-ring";
import { readEnvironment, WrongEnvironment } from "./environment";
import { setEvenground } from "./evenground";
import { startJobs } from "./jobs";
import { openLog } from "./log";
import { preparePages } from "./next-pages";
import { openDatabase } from "./open-database";
import { readSealKeys } from "./read-seal-keys";
import { startServer } from "./start-server";

/** How long a stop may take before it is forced. */
const LONGEST_STOP = 8_000;

async function main(): Promise<void> {
  const began = performance.now();
  const environment = readEnvironment(process.env);
  const log = openLog(environment);
  const ring = readSealKeys(environment);
  const database = await openDatabase(environment, log);
  const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };
  const authSecret = secretFrom(ring);
  const jobs = await startJobs(database, log);
  const given = { environment, database, ring, log, version, authSecret, jobs, now: () => new Date() };
  const server = await startServer(given, async (ground) => {
    setEvenground(ground);
    return preparePages(environment);
  });
  log.note("ready", { database: database.kind, milliseconds: Math.round(performance.now() - began) });
  console.log(`Evenground is ready: ${server.ground.origins.main}`);
  const stop = () => {
    setTimeout(() => process.exit(1), LONGEST_STOP).unref();
    server.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        log.fault("stop", error);
        process.exit(1);
      },
    );
  };
  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);
}

/** A secret for next-auth that needs no variable of its own. */
function secretFrom(ring: KeyRing): string {
  const key = ring.keys.get(ring.current) ?? new Uint8Array();
  return Buffer.from(hkdfSync("sha256", key, "", "evenground next-auth", 32)).toString("base64url");
}

main().catch((error: unknown) => {
  // Whoever starts it reads this: a sentence where we have one, the whole error where we do not.
  console.error(error instanceof WrongEnvironment ? error.message : error);
  process.exit(1);
});
