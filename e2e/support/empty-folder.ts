import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { EMPTY_FOLDER, startOnce } from "./evenground-server";

/**
 * Before the journeys: one data folder with all tables and nothing in them. Every server begins with a copy of it: making
 * one takes more of a processor than everything else a start does, and there is a server for each worker and variant.
 */
export default async function makeEmptyFolder(): Promise<() => void> {
  const folder = mkdtempSync(path.join(tmpdir(), "evenground-empty-"));
  await startOnce(folder);
  process.env[EMPTY_FOLDER] = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}
