import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, expect, test } from "vitest";
import { newSpaceKey, openSpaceKey } from "#db/key-ring";
import { readEnvironment } from "./environment";
import { readSealKeys } from "./read-seal-keys";

const folder = mkdtempSync(path.join(tmpdir(), "evenground-keys-"));
const DATA_DIR = path.join(folder, "data");
const file = path.join(DATA_DIR, "seal-keys");
afterEach(() => rmSync(DATA_DIR, { recursive: true, force: true }));

const key = (letter: string) => letter.repeat(43);
const ringFrom = (variables: Record<string, string>) =>
  readSealKeys(readEnvironment({ DATA_DIR, ...variables }));

test("at the first start a key is made in the data folder, for its owner alone", () => {
  const ring = ringFrom({});
  expect(ring.keys.get(ring.current)).toHaveLength(32);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(statSync(DATA_DIR).mode & 0o777).toBe(0o700);
});

test("every later start finds the same key, so that what was sealed opens again", () => {
  const { key: made, ...stored } = newSpaceKey(ringFrom({}), "space");
  expect(Buffer.from(openSpaceKey(ringFrom({}), "space", stored))).toEqual(Buffer.from(made));
});

test("two machines make two keys", () => {
  ringFrom({});
  const first = readFileSync(file, "utf8");
  rmSync(file);
  ringFrom({});
  expect(readFileSync(file, "utf8")).not.toBe(first);
});

test("with SEAL_KEYS the first one seals, all of them open, and no file is made", () => {
  const ring = ringFrom({ SEAL_KEYS: `2026:${key("A")},2025:${key("E")}` });
  expect(ring.current).toBe("2026");
  expect([...ring.keys].map(([id, { length }]) => [id, length])).toEqual([
    ["2026", 32],
    ["2025", 32],
  ]);
  expect(existsSync(file)).toBe(false);
});
