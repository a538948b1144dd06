import { afterAll, beforeEach, expect, test } from "vitest";
import type { RepairFamily } from "#conversation/moves";
import { readConversation } from "#db/conversations";
import { insertSignIn } from "#db/sign-ins";
import { leaveSpace } from "#server/leave-space";
import { inTalk } from "#server/testing/in-talk";
import { type Guest, open, type Pair, startTestServer } from "#server/testing/test-server";
import { type Device, makePassingDevice } from "../../device/device";
import { makeMemoryStore } from "../../device/device-store";
import { openBrowser, type TestBrowser, until } from "./testing/test-browser";

// What waits for the network is kept on the device, not on a page: closing one loses nothing, and two do not double it.

const server = await startTestServer();
afterAll(server.stop);
let pair: Pair;
beforeEach(async () => {
  ({ pair } = await inTalk(server));
});

const browserOf = (guest: Guest, device: Device) =>
  openBrowser({ server, clock: server.clock, conversationId: pair.id }, guest, device);

/** A browser whose tabs have their storage in common, and of whose tabs one sends at a time. */
function makeDevice() {
  const store = makeMemoryStore();
  let last: Promise<unknown> = Promise.resolve();
  const sending = { now: 0, most: 0 };
  const device: Device = {
    ...makePassingDevice(store),
    alone(_name, run) {
      const next = last.then(async () => {
        sending.now += 1;
        sending.most = Math.max(sending.most, sending.now);
        return run().finally(() => {
          sending.now -= 1;
        });
      });
      last = next.catch(() => undefined);
      return next;
    },
  };
  return { device, store, sending };
}

const repair = ({ live }: TestBrowser, family: RepairFamily) =>
  live.send("any:repair", { kind: "repair", family });
const familiesSaid = async () => {
  const { entries } = await open(await server.connect(pair.b), pair.id);
  return entries.flatMap((entry) => (entry.kind === "repair" ? [entry.family] : []));
};
const settled = ({ live }: TestBrowser) => until(live, ({ waiting }) => waiting.length === 0);
const waits = ({ live }: TestBrowser, count: number) =>
  until(live, ({ waiting }) => waiting.length === count);
const SAID = { kind: "say", words: { text: "On the train." } } as const;

test("what waited when the page was closed waits in the next one, and goes out: in order, once, as it was", async () => {
  const { device } = makeDevice();
  const before = await browserOf(pair.a, device);
  await before.offline();
  before.live.keepDraft("talk:say", { text: "On the train." });
  before.live.send("talk:say", SAID);
  repair(before, "sorry");
  const ids = before.live.snapshot().waiting.map(({ moveId }) => moveId);
  await until(before.live, ({ waiting }) => waiting.length === 2);
  before.close();

  const after = await browserOf(pair.a, device);
  await until(after.live, ({ state }) => state.head === 4);
  await settled(after);
  const { entries } = await open(await server.connect(pair.b), pair.id);
  expect(entries.slice(2).map(({ moveId, kind }) => [moveId, kind])).toEqual([
    [ids[0], "say"],
    [ids[1], "repair"],
  ]);
  expect(after.live.drafts()).toEqual([]); // it has become the move
});

test("two tabs that both wrote offline: all goes out once, in the order of writing, one tab at a time", async () => {
  const { device, sending } = makeDevice();
  const [one, other] = [await browserOf(pair.a, device), await browserOf(pair.a, device)];
  await Promise.all([one.offline(), other.offline()]);
  repair(one, "sorry");
  await waits(other, 1);
  repair(other, "thank-you");
  await waits(one, 2);
  repair(one, "calm-down");
  await waits(other, 3);
  await Promise.all([one.online(), other.online()]);
  await Promise.all([settled(one), settled(other)]);
  expect(await familiesSaid()).toEqual(["sorry", "thank-you", "calm-down"]);
  expect(sending.most).toBe(1);
});

test("a tab without a line sees what it wrote leave through another one", async () => {
  const { device } = makeDevice();
  const [away, there] = [await browserOf(pair.a, device), await browserOf(pair.a, device)];
  await away.offline();
  repair(away, "sorry");
  await settled(away);
  expect(await familiesSaid()).toEqual(["sorry"]);
  expect(away.live.snapshot().connection.kind).toBe("offline");
  expect(there.live.snapshot().waiting).toEqual([]);
});

test("the same words go out once where browsers have no locks, too", async () => {
  const device = makePassingDevice();
  const [one, other] = [await browserOf(pair.a, device), await browserOf(pair.a, device)];
  await Promise.all([one.offline(), other.offline()]);
  for (const family of ["sorry", "thank-you", "calm-down"] as const) repair(one, family);
  await waits(other, 3);
  await Promise.all([one.online(), other.online()]);
  await Promise.all([settled(one), settled(other)]);
  expect(await familiesSaid()).toEqual(["sorry", "thank-you", "calm-down"]);
});

test("what is refused after its page was closed comes back in the next one, with the reason, until that is seen", async () => {
  const { device, store } = makeDevice();
  const before = await browserOf(pair.a, device);
  await before.offline();
  before.live.keepDraft("talk:say", { text: "On the train." });
  before.live.send("talk:say", SAID);
  await until(before.live, ({ waiting }) => waiting.length === 1);
  before.close();
  const b = await server.connect(pair.b);
  await open(b, pair.id);
  await b.emitWithAck("move", {
    conversationId: pair.id,
    moveId: crypto.randomUUID(),
    move: { kind: "stop" },
  });

  const after = await browserOf(pair.a, device);
  const { returned } = await until(after.live, (snapshot) => snapshot.returned !== null);
  expect(returned).toMatchObject({ slot: "talk:say", refusal: { kind: "stopped" }, isInBox: true });
  expect(after.live.draftOf("talk:say")).toEqual({ text: "On the train." });
  after.live.dismissReturned();
  const place = { what: "move", conversationId: pair.id } as const;
  await expect.poll(() => store.all(place)).toEqual([]);
  expect((await browserOf(pair.a, device)).live.snapshot().returned).toBeNull();
});

test("where another tab has something else in the box, refused words stand beside it and replace nothing", async () => {
  const { device } = makeDevice();
  const [one, other] = [await browserOf(pair.a, device), await browserOf(pair.a, device)];
  await one.offline();
  one.live.send("talk:say", SAID);
  other.live.keepDraft("talk:say", { text: "Something else" });
  await other.offline();
  const b = await server.connect(pair.b);
  await open(b, pair.id);
  await b.emitWithAck("move", {
    conversationId: pair.id,
    moveId: crypto.randomUUID(),
    move: { kind: "stop" },
  });
  await other.online();
  const { returned } = await until(other.live, (snapshot) => snapshot.returned !== null);
  expect(returned).toMatchObject({ isInBox: false, move: SAID });
  expect(other.live.draftOf("talk:say")).toEqual({ text: "Something else" });
});

test("a draft that could not be saved before the page was closed is there again, and saved", async () => {
  const { device } = makeDevice();
  const before = await browserOf(pair.a, device);
  await before.offline();
  before.live.keepDraft("talk:say", { text: "I had begun" });
  before.live.saveDrafts();
  before.close();
  const after = await browserOf(pair.a, device);
  await until(after.live, () => after.live.draftOf("talk:say") !== null);
  const page = await server.connect(pair.a);
  await expect
    .poll(async () => (await open(page, pair.id)).drafts)
    .toEqual([{ slot: "talk:say", words: { text: "I had begun" } }]);
});

test("when the sign-in is over the device is told; without a seat nothing waits for the conversation", async () => {
  const { device, store } = makeDevice();
  let told = 0;
  const noted: Device = {
    ...device,
    signedOut: async () => {
      told += 1;
    },
  };
  const [gone, left] = [await browserOf(pair.b, noted), await browserOf(pair.a, device)];
  await server.ground.signOut(pair.b.token);
  await until(gone.live, ({ connection }) => connection.kind === "ended");
  expect(told).toBe(1);

  await left.offline();
  repair(left, "sorry");
  await waits(left, 1);
  const row = await readConversation(server.database.db, pair.id);
  await leaveSpace(server.ground.leaving, await server.requester(pair.a), row?.spaceId ?? "", {
    words: "leave",
  });
  await Promise.race([left.online(), until(left.live, ({ connection }) => connection.kind === "ended")]);
  await expect.poll(() => store.all({ what: "move", conversationId: pair.id })).toEqual([]);
});

/** A second device of seat a: a sign-in of its own, with a storage of its own. */
async function anotherDevice() {
  const { asking } = await server.requester(pair.a);
  const signIn = { personId: asking?.personId ?? "", device: "Safari on iOS" };
  const { token } = await insertSignIn(server.database.db, signIn, server.clock.now());
  return browserOf({ token }, makeDevice().device);
}

test("begun on two devices: the one that comes to the front is told without a reload, and one of the two is chosen", async () => {
  const desk = await browserOf(pair.a, makeDevice().device);
  const phone = await anotherDevice();
  desk.live.keepDraft("talk:say", { text: "At home" });
  desk.live.saveDrafts();
  phone.live.keepDraft("talk:say", { text: "On the train" });
  phone.live.saveDrafts();
  const { live } = desk;
  await until(live, () => live.draftElsewhere("talk:say") !== null);
  expect(live.draftElsewhere("talk:say")).toMatchObject({
    device: "phone",
    words: { text: "On the train" },
  });
  expect(live.draftOf("talk:say")).toEqual({ text: "At home" });

  live.chooseDraft("talk:say", "there");
  expect(live.draftOf("talk:say")).toEqual({ text: "On the train" });
  expect(live.draftElsewhere("talk:say")).toBeNull();
  const page = await server.connect(pair.a);
  await expect
    .poll(async () => (await open(page, pair.id)).drafts)
    .toEqual([{ slot: "talk:say", words: { text: "On the train" } }]);
});

test("what was begun elsewhere is simply there, follows what is written there, and is gone on with here", async () => {
  const phone = await anotherDevice();
  const desk = await browserOf(pair.a, makeDevice().device);
  const { live } = desk;
  for (const text of ["On the", "On the train"]) {
    phone.live.keepDraft("talk:say", { text });
    phone.live.saveDrafts();
    await until(live, () => live.draftOf("talk:say")?.text === text);
  }
  live.keepDraft("talk:say", { text: "On the train, and at home" });
  live.saveDrafts();
  const page = await server.connect(pair.a);
  await expect
    .poll(async () => (await open(page, pair.id)).drafts)
    .toEqual([{ slot: "talk:say", words: { text: "On the train, and at home" } }]);
});
