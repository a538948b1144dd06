import { afterAll, describe, expect, onTestFinished, test, vi } from "vitest";
import { readConversation } from "#db/conversations";
import { openTestDatabase } from "#db/testing/test-database";
import type { StartRequest } from "#wire/requests";
import { keepLiveConversations } from "./live-conversations";
import { spaceOverview } from "./space-overview";
import { startConversation } from "./start-conversation";
import { bothHeard, inTalk } from "./testing/in-talk";
import { agreeing } from "./testing/test-guides";
import { type Guest, move, open, type Pair, startTestServer } from "./testing/test-server";
import { told } from "./testing/test-socket";

// What a space shows of itself, to each of the two and to nobody else.

const database = await openTestDatabase();
const guides = [agreeing("commitment")];
const server = await startTestServer({ database, guides });
/** A second process over the same database, which knows nothing yet. */
const second = await startTestServer({ database, guides });
afterAll(async () => {
  await Promise.all([server.stop(), second.stop()]);
  await database.close();
});

async function askingOf(guest: Guest) {
  const { asking } = await server.requester(guest);
  if (!asking) throw new Error("Nobody has this sign-in.");
  return asking;
}
const spacesOf = async (guest: Guest) => server.ground.spaces(await askingOf(guest));

/** The space of a couple, as one of them has it. */
async function spaceOf(guest: Guest): Promise<string> {
  const [space] = await spacesOf(guest);
  if (!space) throw new Error("They share nothing.");
  return space.id;
}

async function overviewOf(guest: Guest, spaceId?: string, process = server) {
  const id = spaceId ?? (await spaceOf(guest));
  return process.ground.spaceOverview(await askingOf(guest), id);
}

async function goOn({ id, a }: Pair, request: Partial<StartRequest> = {}): Promise<string> {
  const asked = { guide: "speak-and-reflect", after: id, ...request };
  const started = await startConversation(server.ground.desk, await server.requester(a), asked);
  if (!started.ok) throw new Error(JSON.stringify(started.refusal));
  return started.answer.conversationId;
}

test("each of two sees the space with their own seat and the other’s name", async () => {
  const pair = await server.startPair();
  expect(await spacesOf(pair.a)).toMatchObject([
    { seat: "a", name: "Ada", other: "Ben", otherLeft: false, lastAt: server.clock.now() },
  ]);
  expect(await spacesOf(pair.b)).toMatchObject([{ seat: "b", name: "Ben", other: "Ada" }]);
});

test("a seat that is still free has no name", async () => {
  const { a } = await server.startAlone();
  expect(await spacesOf(a)).toMatchObject([{ seat: "a", other: null, otherLeft: false }]);
});

test("what is gone through alone is in no space, and has a list of its own", async () => {
  const { a, id } = await server.startAlone({ guide: "taking-stock" });
  const asked = { guide: "letting-go", name: "Ada" };
  const started = await startConversation(server.ground.desk, await server.requester(a), asked);
  if (!started.ok) throw new Error("It does not begin.");
  const alone = started.answer.conversationId;
  const asking = await askingOf(a);
  expect(await server.ground.spaces(asking)).toHaveLength(1);
  expect((await overviewOf(a))?.conversations.map((one) => one.id)).toEqual([id]);
  const own = await server.ground.conversationsAlone(asking);
  expect(own.conversations.map((one) => one.id)).toEqual([alone]);
  const aloneSpace = (await readConversation(database.db, alone))?.spaceId ?? "";
  expect(await server.ground.spaceOverview(asking, aloneSpace)).toBeNull();
});

test("the space used last comes first", async () => {
  const pair = await server.startPair();
  server.clock.forward(60_000);
  const asked = { guide: "speak-and-reflect", name: "Ada" };
  const started = await startConversation(server.ground.desk, await server.requester(pair.a), asked);
  expect(started.ok).toBe(true);
  const [newer, older] = await spacesOf(pair.a);
  expect([newer?.other, older?.other]).toEqual([null, "Ben"]);
  server.clock.forward(60_000);
  const a = await server.connect(pair.a);
  await move(a, pair.id, { kind: "acknowledge" });
  expect((await spacesOf(pair.a)).map(({ other }) => other)).toEqual(["Ben", null]);
});

describe("the overview", () => {
  test("tells how every conversation stands, to both alike, and nothing that was said", async () => {
    const talk = await inTalk(server);
    await move(talk.a, talk.pair.id, { kind: "say", words: { text: "canary-for-nobody" } });
    const [seenByA, seenByB] = [await overviewOf(talk.pair.a), await overviewOf(talk.pair.b)];
    expect(seenByA?.conversations).toEqual(seenByB?.conversations);
    expect(seenByA?.conversations).toMatchObject([
      { id: talk.pair.id, topic: null, state: { head: 3 }, guide: { id: "speak-and-reflect" } },
    ]);
    expect(JSON.stringify([seenByA, seenByB])).not.toContain("canary-for-nobody");
  });

  test("knows the topic, whoever gave it", async () => {
    const pair = await server.startPair({ topic: "Coming home late" });
    await goOn(pair, { topic: "Sundays" });
    const topics = (await overviewOf(pair.b))?.conversations.map(({ topic }) => topic);
    expect(topics).toEqual(["Sundays", "Coming home late"]);
  });

  test("says where the other is now, and only there", async () => {
    const pair = await server.startPair();
    const next = await goOn(pair);
    const b = await server.connect(pair.b);
    await open(b, next);
    expect([...((await overviewOf(pair.a))?.here ?? [])]).toEqual([next]);
    expect([...((await overviewOf(pair.b))?.here ?? [])]).toEqual([]);
  });

  test("[S4] holds what both have agreed to, in one’s own copy of the words", async () => {
    const pair = await server.startPair({ guide: "agreeing-commitment" });
    const [a, b] = [await server.connect(pair.a), await server.connect(pair.b)];
    const words = {
      what: "I call when I am late",
      repeat: "daily 2026-03-01/2026-12-31 UTC",
      sign: "You hear it ring",
    };
    await move(a, pair.id, { kind: "propose", sort: "commitment", words });
    expect((await overviewOf(pair.b))?.lasting).toEqual([]); // what is offered is not agreed
    await move(b, pair.id, { kind: "accept", answers: 1 });
    for (const guest of [pair.a, pair.b])
      expect((await overviewOf(guest))?.lasting).toMatchObject([{ sort: "commitment", of: "a", words }]);
  });

  test("is for the two alone: to anybody else there is no such space", async () => {
    const pair = await server.startPair();
    const stranger = await server.startPair();
    const spaceId = await spaceOf(pair.a);
    expect(await overviewOf(stranger.a, spaceId)).toBeNull();
    expect(await overviewOf(pair.a, "not-an-id")).toBeNull();
    expect(await server.ground.conversationsIn(await askingOf(stranger.a), spaceId)).toBeNull();
  });

  test("is as the log is, also where another process took the moves", async () => {
    const talk = await inTalk(server);
    expect((await overviewOf(talk.pair.a, undefined, second))?.conversations[0]?.state.head).toBe(2);
    await bothHeard(talk);
    await told(talk.a, "entries", ({ head }) => head === 10);
    expect((await overviewOf(talk.pair.a, undefined, second))?.conversations[0]?.state.head).toBe(10);
  });
});

test("a page of conversations has twenty, and leads to the older ones", async () => {
  const pair = await server.startPair();
  for (let more = 0; more < 24; more += 1) await goOn(pair);
  const asking = await askingOf(pair.a);
  const spaceId = await spaceOf(pair.a);
  const newest = await server.ground.conversationsIn(asking, spaceId);
  expect([newest?.conversations.length, newest?.hasMore]).toEqual([20, true]);
  const last = newest?.conversations.at(-1)?.id;
  const older = await server.ground.conversationsIn(asking, spaceId, last);
  expect([older?.conversations.length, older?.hasMore]).toEqual([5, false]);
  expect(older?.conversations.at(-1)?.id).toBe(pair.id);
});

test("the number of queries does not grow with the number of conversations", async () => {
  const { a } = await server.startPair();
  const talk = await inTalk(server);
  for (let more = 0; more < 30; more += 1) await goOn(talk.pair);
  const small = await queriesOf(a);
  const large = await queriesOf(talk.pair.a);
  expect(large).toEqual(small);
  // The space, its conversations, agreements and invitations; then those that nobody has in memory, their moves,
  // who has left, and which therapists both consent to.
  expect(large).toEqual({ cold: 7, warm: 6 });
});

/** How often one overview asks the database: by a process that knows nothing yet, and once more. */
async function queriesOf(guest: Guest) {
  const { db } = database;
  const { ring, guides: book } = server.ground.desk;
  const reader = { db, live: keepLiveConversations(db, ring, book), openNow: async () => [] };
  const { personId } = await askingOf(guest);
  const spaceId = await spaceOf(guest);
  const asked = vi.spyOn(Reflect.get(db, "$client"), "query");
  onTestFinished(() => asked.mockRestore());
  const count = async () => {
    asked.mockClear();
    expect(await spaceOverview(reader, personId, spaceId, server.clock.now())).not.toBeNull();
    return asked.mock.calls.length;
  };
  return { cold: await count(), warm: await count() };
}
