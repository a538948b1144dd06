import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { afterAll, afterEach, expect, test, vi } from "vitest";
import { openEmbedded } from "./open-embedded";
import { readSealed } from "./read-moves";
import { insertCouple } from "./testing/test-couple";
import { MIGRATIONS } from "./testing/test-database";

// A folder is made in a few seconds, on a busy machine in many.
vi.setConfig({ testTimeout: 120_000 });

const parent = mkdtempSync(path.join(tmpdir(), "evenground-folder-"));
const folder = path.join(parent, "postgres");
const children = new Set<ChildProcess>();
afterEach(() => {
  for (const child of children) child.kill("SIGKILL");
});
afterAll(() => rmSync(parent, { recursive: true, force: true }));

/** Another process, which stores moves in this folder for as long as it lives. */
function spawnWriter(on: string): ChildProcess & { readonly stdout: NonNullable<ChildProcess["stdout"]> } {
  const script = path.join(import.meta.dirname, "testing/append-until-killed.ts");
  const child = spawn(process.execPath, ["--import", "tsx", script, on, MIGRATIONS], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  children.add(child);
  return child;
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.signalCode === null) await once(child, "exit");
}

const unfinished = () => readdirSync(parent).filter((name) => name.includes(".init-"));

test("a first start that was killed half-way leaves nothing that stands in the way", async () => {
  const first = path.join(parent, "first");
  const child = spawnWriter(first);
  await vi.waitFor(() => expect(unfinished()).toHaveLength(1), { timeout: 60_000, interval: 5 });
  child.kill("SIGKILL");
  await ended(child);
  expect(existsSync(first)).toBe(false);
  mkdirSync(path.join(parent, "first.init-99999"));
  writeFileSync(path.join(parent, "first.init-99999/PG_VERSION"), "17");
  mkdirSync(path.join(parent, "something-else.init-1"));

  const database = await openEmbedded(first, MIGRATIONS);
  await database.migrate();
  await database.close();
  expect(unfinished()).toEqual(["something-else.init-1"]);
});

test("one process at a time: a second one is refused in a sentence, and may open it afterwards", async () => {
  const database = await openEmbedded(folder, MIGRATIONS);
  await expect(openEmbedded(folder, MIGRATIONS)).rejects.toThrow(
    `The data folder ${folder} is in use by another process. Stop that one first, or set DATA_DIR.`,
  );
  await database.close();
  const again = await openEmbedded(folder, MIGRATIONS);
  await again.close();
});

test("what was stored is there after closing and opening again", async () => {
  const database = await openEmbedded(folder, MIGRATIONS);
  await database.migrate();
  const { spaceId } = await insertCouple(database.db);
  await database.close();
  const again = await openEmbedded(folder, MIGRATIONS);
  await again.migrate();
  expect(await again.db.query.space.findMany()).toMatchObject([{ id: spaceId }]);
  await again.close();
});

test("a killed process leaves every move it acknowledged, and a folder that opens", async () => {
  for (const mostMoves of [1, 60]) {
    const child = spawnWriter(folder);
    let conversationId = "";
    let acknowledged = 0;
    for await (const line of createInterface(child.stdout)) {
      const [id = "", seq = ""] = line.split(" ");
      [conversationId, acknowledged] = [id, Number(seq)];
      if (acknowledged !== mostMoves) continue;
      await expect(openEmbedded(folder, MIGRATIONS)).rejects.toThrow("is in use by another process");
      child.kill("SIGKILL"); // what it had acknowledged by then is still read to the end
    }
    await ended(child);

    const database = await openEmbedded(folder, MIGRATIONS);
    const moves = await readSealed(database.db, conversationId, 0);
    expect(acknowledged).toBeGreaterThanOrEqual(mostMoves);
    expect(moves.length).toBeGreaterThanOrEqual(acknowledged);
    moves.forEach(({ recorded, words }, index) => {
      expect(recorded.seq).toBe(index + 1);
      expect(Buffer.from(words ?? [])).toEqual(Buffer.alloc(500, index + 1));
    });
    await database.close();
  }
});
