import { afterAll, expect, onTestFinished, test } from "vitest";
import { openTestDatabase } from "#db/testing/test-database";
import { inTalk } from "./testing/in-talk";
import { move, open, startTestServer } from "./testing/test-server";
import { closed, told } from "./testing/test-socket";

const database = await openTestDatabase();
afterAll(database.close);

test("on a stop every socket is told to come back, then closed; and stopping twice is stopping once", async () => {
  const server = await startTestServer({ database });
  const { a, b } = await inTalk(server);
  expect(server.ground.isStopping()).toBe(false);
  await Promise.all([server.stop(), server.stop()]);
  for (const socket of [a, b]) {
    expect(await told(socket, "bye")).toEqual({});
    expect(await closed(socket)).not.toBe("io client disconnect");
  }
  expect(server.ground.isStopping()).toBe(true);
  await expect(fetch(server.url)).rejects.toThrow("fetch failed");
});

test("moves that are being sent while it stops are stored and answered, or neither", async () => {
  const server = await startTestServer({ database });
  const talks = await Promise.all(Array.from({ length: 5 }, () => inTalk(server)));
  const sent = talks.map(({ pair, a }) =>
    move(a, pair.id, { kind: "say", words: { text: "On the way." } }).catch(() => null),
  );
  await server.stop();
  const next = await startTestServer({ database });
  onTestFinished(next.stop);
  for (const [index, { pair }] of talks.entries()) {
    const answer = await sent[index];
    const { entries } = await open(await next.connect(pair.b), pair.id, 2);
    if (answer) expect(answer).toEqual({ ok: true, seq: 3 });
    expect(entries.map(({ seq }) => seq)).toEqual(answer ? [3] : expect.toSatisfy((seqs) => seqs.length < 2));
  }
  expect(server.log.filter((line) => line.includes('"fault"'))).toEqual([]);
});

test("what was said before a stop is there after it, and goes on where it was", async () => {
  const server = await startTestServer({ database });
  const { pair, a } = await inTalk(server);
  await move(a, pair.id, { kind: "say", words: { text: "I was alone." } });
  await a.emitWithAck("draft", { conversationId: pair.id, slot: "talk:check", words: { text: "Not" } });
  await server.stop();
  const next = await startTestServer({ database });
  onTestFinished(next.stop);
  const again = await next.connect(pair.a);
  expect(await open(again, pair.id, 2)).toMatchObject({
    head: 3,
    entries: [{ seq: 3, words: { text: "I was alone." } }],
    drafts: [{ slot: "talk:check", words: { text: "Not" } }],
  });
  const b = await next.connect(pair.b);
  expect(await move(b, pair.id, { kind: "reflect", answers: 3, aloud: true })).toEqual({ ok: true, seq: 4 });
});
