import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { readiness } from "#db/schema";
import { dumpOf } from "#db/testing/dump";
import type { Opened } from "#wire/events";
import { keepReadiness } from "./keep-readiness";
import { startConversation } from "./start-conversation";
import { WRITING } from "./testing/test-guides";
import { type Guest, move, open, type Pair, signedIn, startTestServer } from "./testing/test-server";
import { framesOf, told } from "./testing/test-socket";

// "Ready?": one's own, before a conversation. Whatever is answered, nobody else can tell.

const server = await startTestServer({ guides: [WRITING] });
afterAll(server.stop);
const { db } = server.database;
const { desk } = server.ground;
const NOT_FOUND = { ok: false, refusal: { kind: "not-found" } };
const DONE = { ok: true, answer: {} };
const READY = { stirred: 3, free: true, goOn: true };
const NOT_NOW = { stirred: 9, free: false, goOn: false };

const answer = async (id: string, guest: Guest | undefined, answers = READY) =>
  keepReadiness(desk, await server.requester(guest), id, answers);
const isReady = async ({ id }: Pair, guest: Guest) => (await open(await server.connect(guest), id)).ready;

test("is asked of each until they go on, and of nobody twice", async () => {
  const pair = await server.startPair();
  expect([await isReady(pair, pair.a), await isReady(pair, pair.b)]).toEqual([false, false]);
  expect(await answer(pair.id, pair.a, NOT_NOW)).toEqual(DONE);
  expect(await isReady(pair, pair.a)).toBe(false);
  expect(await answer(pair.id, pair.a)).toEqual(DONE);
  expect([await isReady(pair, pair.a), await isReady(pair, pair.b)]).toEqual([true, false]);
  const rows = eq(readiness.conversationId, pair.id);
  expect(
    await db.select({ seat: readiness.seat, wentOn: readiness.wentOn }).from(readiness).where(rows),
  ).toEqual([{ seat: "a", wentOn: true }]);
});

test("is not asked of somebody who has made a move; who only stopped is asked when they come back", async () => {
  const pair = await server.startPair();
  const a = await server.connect(pair.a);
  await move(a, pair.id, { kind: "stop" });
  await move(a, pair.id, { kind: "reopen" });
  expect(await isReady(pair, pair.a)).toBe(false);
  expect(await move(a, pair.id, { kind: "acknowledge" })).toEqual({ ok: true, seq: 3 }); // the rules do not ask
  expect([await isReady(pair, pair.a), await isReady(pair, pair.b)]).toEqual([true, false]);
});

test("alone nobody is asked, and there is nothing to answer", async () => {
  const request = { guide: "writing", name: "Ada", alone: true };
  const { answer: solo, token } = signedIn(await startConversation(desk, await server.requester(), request));
  const { ready } = await open(await server.connect({ token }), solo.conversationId);
  expect(ready).toBe(true);
  expect(await answer(solo.conversationId, { token })).toEqual(NOT_FOUND);
});

test("asvs 8.2.2: somebody else's conversation is as unknown as one that is not there", async () => {
  const pair = await server.startPair();
  const stranger = await server.startPair();
  const tries = [
    [pair.id, stranger.a],
    [pair.id, undefined],
    [randomUUID(), pair.a],
    ["'; drop table readiness; --", pair.a],
    ["", pair.a],
  ] as const;
  for (const [id, guest] of tries) expect(await answer(id, guest)).toEqual(NOT_FOUND);
  expect(await db.$count(readiness, eq(readiness.conversationId, pair.id))).toBe(0);
});

/** What b sees of a conversation in which a has answered so: the same, or there is something to tell by. */
async function asSeenByB(answers: readonly (typeof READY)[]) {
  const pair = await server.startPair();
  const [a, b] = [await server.connect(pair.a), await server.connect(pair.b)];
  const without = ({ roster, seats, head, entries, ready, here, drafts, invitation }: Opened) => ({
    ...{ roster, seats, head, ready, here, drafts, invitation },
    entries: entries.map(({ moveId: _, ...entry }) => entry),
  });
  await open(a, pair.id);
  const before = without(await open(b, pair.id));
  const [frames, lines] = [framesOf(b).length, server.log.length];
  for (const one of answers) expect(await answer(pair.id, pair.a, one)).toEqual(DONE);
  expect(server.log.slice(lines)).toEqual([]);
  const after = without(await open(b, pair.id));
  const heard = framesOf(b).length - frames;
  await move(a, pair.id, { kind: "acknowledge" });
  const event = await told(b, "entries");
  const entries = event.entries.map(({ moveId: _, ...entry }) => entry);
  return { before, after, heard, entries, at: event.head };
}

test("whether and how one answered makes no difference to what the other is sent", async () => {
  const unanswered = await asSeenByB([]);
  expect(unanswered.after).toEqual(unanswered.before);
  expect(unanswered.heard).toBe(1); // the answer to the one thing it asked for
  for (const answers of [[READY], [NOT_NOW], [NOT_NOW, READY], [READY, NOT_NOW]])
    expect(await asSeenByB(answers)).toEqual(unanswered);
});

test("asvs 14.2.4: the answers are ciphertext at rest, under the key of who gave them", async () => {
  const pair = await server.startPair();
  await answer(pair.id, pair.a, NOT_NOW);
  await answer(pair.id, pair.b, NOT_NOW);
  const dump = await dumpOf(server.database);
  expect(dump).not.toContain("stirred");
  const of = (seat: string) => and(eq(readiness.conversationId, pair.id), eq(readiness.seat, seat));
  const [[a], [b]] = [
    await db.select().from(readiness).where(of("a")),
    await db.select().from(readiness).where(of("b")),
  ];
  expect(Buffer.from(a?.answers ?? []).equals(Buffer.from(b?.answers ?? []))).toBe(false);
});

test("asvs 2.4.1: twenty in ten seconds are enough", async () => {
  const pair = await server.startPair();
  for (let times = 0; times < 20; times += 1) expect(await answer(pair.id, pair.a)).toEqual(DONE);
  expect(await answer(pair.id, pair.a)).toMatchObject({ refusal: { kind: "slow-down" } });
  expect(await answer(pair.id, pair.b)).toEqual(DONE);
});
