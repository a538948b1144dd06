import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { PGlite } from "@electric-sql/pglite";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    /** A file with an initialised, empty embedded database: making one takes seconds, loading it does not. */
    emptyEmbedded: string;
  }
}

/** Before the tests on the embedded database: initialises one, from which each test file's own is copied. */
export default async function startEmbedded(project: TestProject): Promise<() => void> {
  const folder = mkdtempSync(path.join(tmpdir(), "evenground-embedded-"));
  const file = path.join(folder, "empty.tar");
  const client = await PGlite.create("memory://");
  const empty = await client.dumpDataDir("none");
  await client.close();
  writeFileSync(file, Buffer.from(await empty.arrayBuffer()));
  project.provide("emptyEmbedded", file);
  return () => rmSync(folder, { recursive: true, force: true });
}
