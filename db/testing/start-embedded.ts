import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { drizzle } from "drizzle-orm/pglite";
import { migrate } from "drizzle-orm/pglite/migrator";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    /** A file with an embedded database that has all tables and nothing in them: making one takes seconds. */
    emptyEmbedded: string;
  }
}

/** Before the tests on the embedded database: makes one with all tables, from which each test file's own is copied. */
export default async function startEmbedded(project: TestProject): Promise<() => void> {
  const folder = mkdtempSync(path.join(tmpdir(), "evenground-embedded-"));
  const file = path.join(folder, "empty.tar");
  const client = await PGlite.create("memory://");
  await migrate(drizzle(client), { migrationsFolder: path.resolve(import.meta.dirname, "../migrations") });
  const empty = await client.dumpDataDir("none");
  await client.close();
  writeFileSync(file, Buffer.from(await empty.arrayBuffer()));
  project.provide("emptyEmbedded", file);
  return () => rmSync(folder, { recursive: true, force: true });
}
