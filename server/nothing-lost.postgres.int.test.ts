import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { onPostgres, type TestDatabase } from "#db/testing/test-database";
import { startPostgres, type TestPostgres } from "../scripts/postgres.mjs";
import { inTalk } from "./testing/in-talk";
import { move, open, startTestServer, type TestServer } from "./testing/test-server";

// A PostgreSQL of its own, which can be taken away.

let postgres: TestPostgres;
let database: TestDatabase;
let server: TestServer;
beforeAll(async () => {
  postgres = await startPostgres();
  database = await onPostgres(postgres.url);
  server = await startTestServer({ database });
});
afterAll(async () => {
  await server.stop();
  await database.close();
  await postgres.stop();
});

const repair = { kind: "repair", family: "sorry" } as const;

test("a database that goes away and returns: faults meanwhile, and nothing lost or doubled afterwards", async () => {
  const { pair, a, b } = await inTalk(server);
  const { id } = pair;
  const before = await move(a, id, repair);
  expect(before).toMatchObject({ ok: true });

  await postgres.shutDown("immediate");
  const moveId = randomUUID();
  const during = await move(a, id, { kind: "say", words: { text: "While it was away." } }, moveId);
  expect(during).toEqual({ ok: false, fault: expect.stringMatching(/^[0-9a-f-]{36}$/) });
  expect(a.connected && b.connected).toBe(true);
  await expect(server.ground.pingDatabase()).rejects.toThrow();

  await postgres.start();
  const after = await move(a, id, { kind: "say", words: { text: "While it was away." } }, moveId);
  const again = await move(a, id, { kind: "say", words: { text: "While it was away." } }, moveId);
  expect(after).toMatchObject({ ok: true });
  expect(again).toEqual(after);
  await server.ground.pingDatabase();
  const { entries } = await open(b, id);
  expect(entries.map(({ seq }) => seq)).toEqual(entries.map((_, index) => index + 1));
  expect(entries.filter((entry) => entry.moveId === moveId)).toHaveLength(1);
  expect(entries.filter(({ kind }) => kind === "repair")).toHaveLength(1);
});

test("the fault is in the log with its id, and without the words", async () => {
  const { pair, a } = await inTalk(server);
  const { id } = pair;
  await postgres.shutDown("immediate");
  const answer = await move(a, id, { kind: "say", words: { text: "canary" } });
  await postgres.start();
  if (answer.ok || !("fault" in answer)) throw new Error("It should have been a fault.");
  const line = server.log.find((one) => one.includes(answer.fault)) ?? "";
  expect(JSON.parse(line)).toMatchObject({ msg: "fault", where: "socket move" });
  expect(server.log.join("")).not.toContain("canary");
});

test("many moves while it is restarted again and again: what was acknowledged is stored, once, at that number", async () => {
  const { pair, a, b } = await inTalk(server);
  const { id } = pair;
  const acknowledged = new Map<string, number>();
  const unanswered = new Set<string>();
  const sendSome = async () => {
    for (let sent = 0; sent < 8; sent += 1) {
      const moveId = randomUUID();
      const answer = await move(a, id, repair, moveId);
      if (answer.ok) acknowledged.set(moveId, answer.seq);
      else unanswered.add(moveId);
    }
  };
  for (let round = 0; round < 5; round += 1) {
    await Promise.all([sendSome(), postgres.restart("immediate")]);
    server.clock.forward(60_000);
  }
  await server.ground.pingDatabase();
  const { entries } = await open(b, id);
  const stored = new Map(entries.map(({ moveId, seq }) => [moveId, seq]));
  expect(entries.map(({ seq }) => seq)).toEqual(entries.map((_, index) => index + 1));
  expect(stored.size).toBe(entries.length);
  for (const [moveId, seq] of acknowledged) expect(stored.get(moveId)).toBe(seq);
  const sent = entries.filter(({ kind }) => kind === "repair").map(({ moveId }) => moveId);
  expect(sent.filter((moveId) => !acknowledged.has(moveId) && !unanswered.has(moveId))).toEqual([]);
});
