import { afterAll, expect, onTestFinished, test } from "vitest";
import { openTestDatabase } from "#db/testing/test-database";
import { leaveSpace } from "../leave-space";
import { startConversation } from "../start-conversation";
import { canary } from "../testing/canaries";
import { agreeing } from "../testing/test-guides";
import { type Guest, move, startTestServer } from "../testing/test-server";
import { allTold, closed, framesOf, sendAnything, told } from "../testing/test-socket";
import { PROMISE } from "./testing/kept-words";
import { openCouple } from "./testing/test-keepings";

// What lasts has changed: told to the pages of both, and never what it was.

const database = await openTestDatabase();
const guides = [agreeing("commitment")];
const server = await startTestServer({ database, guides });
afterAll(async () => {
  await server.stop();
  await database.close();
});

const NO_SEAT = { ok: false, refusal: { kind: "not-a-member" } };

async function watching(guest: Guest, spaceId: string, since?: Date) {
  const socket = await server.connect(guest);
  onTestFinished(() => void socket.disconnect());
  const request = { spaceId, ...(since && { since: since.toISOString() }) };
  return { socket, answer: await socket.timeout(10_000).emitWithAck("watch", request) };
}

/** A couple whose pages are both open, and a stranger who would like to listen. */
async function twoWatching() {
  const couple = await openCouple(server);
  const { a, b, spaceId } = couple;
  const [onA, onB] = [await watching(a.guest, spaceId), await watching(b.guest, spaceId)];
  expect([onA.answer, onB.answer]).toEqual([{ ok: true }, { ok: true }]);
  const others = await openCouple(server);
  const stranger = await watching(others.a.guest, spaceId);
  expect(stranger.answer).toEqual(NO_SEAT);
  return { ...couple, onA: onA.socket, onB: onB.socket, stranger: stranger.socket, others };
}

test("both seats are told that something was kept, and not a word of it; a stranger is not", async () => {
  const { a, b, spaceId, onA, onB, stranger } = await twoWatching();
  const words = { what: canary(), sign: canary(), repeat: PROMISE.repeat ?? "" };
  await a.keep({ kind: "offer", sort: "commitment", words });
  for (const socket of [onA, onB]) expect(await told(socket, "lasting")).toEqual({ spaceId });
  const letter = canary();
  await b.keep({ kind: "letter", words: { text: letter } });
  for (const socket of [onA, onB])
    await expect.poll(() => allTold(socket, "lasting")).toEqual([{ spaceId }, { spaceId }]);
  for (const socket of [onA, onB, stranger])
    for (const text of [words.what, words.sign, letter]) expect(framesOf(socket).join()).not.toContain(text);
  expect(allTold(stranger, "lasting")).toEqual([]);
});

test("what was refused or repeated is told to nobody, and neither is what somebody opened", async () => {
  const { a, b, spaceId, onA, onB } = await twoWatching();
  const keepingId = "0190f3a0-0000-7000-8000-000000000001";
  await a.keep({ kind: "letter", words: { text: "Dear Ben" } }, server, keepingId);
  await a.keep({ kind: "letter", words: { text: "Dear Ben" } }, server, keepingId);
  await b.keep({ kind: "accept", answers: 99 });
  await server.ground.noteOpened(await server.requester(b.guest), spaceId, { seq: 1 });
  await b.keep({ kind: "appreciate", words: { text: "Thanks" } });
  for (const socket of [onA, onB])
    await expect.poll(() => allTold(socket, "lasting")).toEqual([{ spaceId }, { spaceId }]);
});

test("an agreement that was made in a conversation is told too", async () => {
  const { a, b, spaceId, onA, onB } = await twoWatching();
  const begun = await startConversation(server.ground.desk, await server.requester(a.guest), {
    guide: "agreeing-commitment",
    space: spaceId,
  });
  if (!begun.ok) throw new Error(JSON.stringify(begun));
  const { conversationId } = begun.answer;
  await move(onA, conversationId, { kind: "propose", sort: "commitment", words: PROMISE });
  expect(allTold(onB, "lasting")).toEqual([]);
  await move(onB, conversationId, { kind: "accept", answers: 1 });
  for (const socket of [onA, onB]) expect(await told(socket, "lasting")).toEqual({ spaceId });
  expect((await b.lasting()).agreements).toMatchObject([{ wordings: [{ conversationId, words: PROMISE }] }]);
});

test("asvs 8.3.2: whoever leaves is cut off, though nothing was ever begun there; the other is told", async () => {
  const { a, b, spaceId, onA, onB } = await twoWatching();
  const ended = [told(onA, "ended"), closed(onA)] as const;
  await leaveSpace(server.ground.leaving, await server.requester(a.guest), spaceId, { words: "leave" });
  expect(await ended[0]).toEqual({ reason: "removed" });
  await ended[1];
  expect(await told(onB, "lasting")).toEqual({ spaceId });
  expect(onB.connected).toBe(true);
  expect((await watching(a.guest, spaceId)).answer).toEqual(NO_SEAT);
  expect((await watching(b.guest, spaceId)).answer).toEqual({ ok: true });
});

test("a page that was made before something changed hears of it when it begins to watch", async () => {
  const { a, b, spaceId } = await openCouple(server);
  server.clock.forward(60_000);
  const made = server.clock.now();
  const quiet = await watching(b.guest, spaceId, made);
  server.clock.forward(1_000);
  await a.keep({ kind: "appreciate", words: { text: "Thanks" } });
  const late = await watching(b.guest, spaceId, made);
  expect(await told(late.socket, "lasting")).toEqual({ spaceId });
  await expect.poll(() => allTold(quiet.socket, "lasting")).toEqual([{ spaceId }]);
  server.clock.forward(60_000);
  const fresh = await watching(b.guest, spaceId, server.clock.now());
  await b.keep({ kind: "appreciate", words: { text: "Thanks" } });
  await expect.poll(() => allTold(fresh.socket, "lasting")).toEqual([{ spaceId }]);
});

test("what is no space, or says more than it is asked, is refused; too many pages of one seat wait", async () => {
  const { a, spaceId } = await openCouple(server);
  const socket = await server.connect(a.guest);
  onTestFinished(() => void socket.disconnect());
  for (const wrong of [{ spaceId: "nothing" }, { spaceId, seat: "b" }, {}, null])
    expect(await sendAnything(socket, "watch", wrong)).toMatchObject({
      ok: false,
      refusal: { kind: "bad-request" },
    });
  expect(await sendAnything(socket, "watch", { spaceId: "0190f3a0-0000-7000-8000-000000000002" })).toEqual(
    NO_SEAT,
  );
  for (let page = 0; page < 5; page += 1)
    expect((await watching(a.guest, spaceId)).answer).toEqual({ ok: true });
  expect((await watching(a.guest, spaceId)).answer).toMatchObject({ refusal: { kind: "slow-down" } });
});
