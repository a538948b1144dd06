// Fails when the tables in db/schema.ts have changed without a migration: generating anew, into a copy, must add nothing.
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";

process.chdir(path.resolve(import.meta.dirname, ".."));
mkdirSync(".data", { recursive: true });
const folder = mkdtempSync(".data/check-migrations-");
try {
  process.exitCode = check(path.posix.join(folder, "migrations"));
} finally {
  rmSync(folder, { recursive: true });
}

function check(copy) {
  cpSync("db/migrations", copy, { recursive: true });
  const config = path.join(folder, "drizzle.config.ts");
  const lines = [
    'import config from "../../drizzle.config";',
    `export default { ...config, out: "${copy}" };`,
  ];
  writeFileSync(config, lines.join("\n"));
  const command = ["node_modules/drizzle-kit/bin.cjs", "generate", `--config=${config}`];
  const run = spawnSync(process.execPath, command, { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
  // Its status is no help: it is 0 even when it stops because nobody is there to say whether a column was renamed.
  if (run.stdout.includes("No schema changes")) return 0;
  console.error(run.stdout + run.stderr);
  console.error("db/schema.ts has no migration: run `npx drizzle-kit generate --name <what-changes>`.");
  return 1;
}
