import { afterEach, beforeEach, expect, test } from "vitest";
import type { Words } from "#conversation/moves";
import type { Seat } from "#conversation/seats";
import { statusOf } from "#conversation/state";
import { readConversation } from "#db/conversations";
import { openTestDatabase, type TestDatabase } from "#db/testing/test-database";
import { leaveSpace } from "#server/leave-space";
import { makeClock } from "#server/testing/test-clock";
import { type Guest, type Pair, startTestServer, type TestServer } from "#server/testing/test-server";
import type { LiveConversation } from "./live-conversation";
import type { Snapshot } from "./snapshot";
import { openBrowser, until } from "./testing/test-browser";

let database: TestDatabase;
let server: TestServer;
let pair: Pair;
const clock = makeClock();

beforeEach(async () => {
  database = await openTestDatabase();
  server = await startTestServer({ database, clock });
  pair = await server.startPair();
});
afterEach(async () => {
  await server.stop();
  await database.close();
});

const browserOf = (guest: Guest) => openBrowser({ server, clock, conversationId: pair.id }, guest);

const said = (text: string) => ({ kind: "say", words: { text } as Words }) as const;
const settled = (live: LiveConversation) => until(live, ({ waiting }) => waiting.length === 0);
const headIs = (head: number) => (snapshot: Snapshot) => snapshot.state.head === head;
const wordsOf = ({ entries }: Snapshot, seat: Seat) =>
  entries.flatMap((entry) => (entry.seat === seat && entry.words ? [entry.words.text] : []));

/** Both partners, past the ground rules: a has the floor. */
async function inTalk() {
  const a = await browserOf(pair.a);
  const b = await browserOf(pair.b);
  a.live.send("ground-rules:acknowledge", { kind: "acknowledge" });
  b.live.send("ground-rules:acknowledge", { kind: "acknowledge" });
  await Promise.all([until(a.live, headIs(2)), until(b.live, headIs(2))]);
  return { a, b };
}

/** The server ends and starts again where it was, with the same data. */
async function restart(whileGone: () => Promise<unknown>): Promise<void> {
  const { port } = new URL(server.url);
  await server.stop();
  await whileGone();
  server = await startTestServer({ database, clock, variables: { PORT: port } });
}

test("what one sends the other gets, and both have the same state", async () => {
  const { a, b } = await inTalk();
  a.live.send("talk:say", said("One thing."));
  const theirs = await until(b.live, headIs(3));
  expect(wordsOf(theirs, "a")).toEqual(["One thing."]);
  expect((await settled(a.live)).state).toEqual(theirs.state);
});

test("a move sent while the server was gone arrives once, with the id it had", async () => {
  const { a, b } = await inTalk();
  let moveId: string | undefined;
  await restart(async () => {
    await until(a.live, ({ connection }) => connection.kind === "offline");
    a.live.send("talk:say", said("While it was gone."));
    moveId = a.live.snapshot().waiting[0]?.moveId;
  });
  await until(b.live, headIs(3));
  const { entries } = await settled(a.live);
  expect(entries.at(-1)).toMatchObject({ seq: 3, moveId, words: { text: "While it was gone." } });
});

test("a line cut right after sending loses nothing and doubles nothing", async () => {
  const { a, b } = await inTalk();
  a.live.send("any:repair", { kind: "repair", family: "sorry" });
  a.cut();
  a.live.send("talk:say", said("Then this."));
  await settled(a.live);
  const { entries } = await until(b.live, headIs(4));
  expect(entries.map(({ kind }) => kind)).toEqual(["acknowledge", "acknowledge", "repair", "say"]);
});

test("whoever was away gets all they missed, in one piece", async () => {
  const { a, b } = await inTalk();
  b.cut();
  for (const family of ["sorry", "thank-you", "calm-down"] as const)
    a.live.send("any:repair", { kind: "repair", family });
  await settled(a.live);
  const { state } = await until(b.live, headIs(5));
  expect(state).toEqual(a.live.snapshot().state);
});

test("what the rules refuse does not leave the browser, and the words go back to their box", async () => {
  const { b } = await inTalk();
  b.live.send("talk:say", said("Out of turn."));
  const { returned, waiting } = b.live.snapshot();
  expect(returned).toMatchObject({ slot: "talk:say", refusal: { kind: "not-your-turn" } });
  expect(waiting).toEqual([]);
  expect(b.live.draftOf("talk:say")).toEqual({ text: "Out of turn." });
  b.live.dismissReturned();
  expect(b.live.snapshot().returned).toBeNull();
});

test("two tabs on one seat agree; the one that came second gets its words back with the reason", async () => {
  const { a, b } = await inTalk();
  const tab = await browserOf(pair.b);
  a.live.send("talk:say", said("One thing."));
  await Promise.all([until(b.live, headIs(3)), until(tab.live, headIs(3))]);
  const back = (text: string) => ({ kind: "reflect", answers: 3, words: { text } }) as const;
  b.live.send("talk:reflect", back("From one."));
  tab.live.send("talk:reflect", back("From the other."));
  await Promise.all([settled(b.live), settled(tab.live)]);
  await Promise.all([until(b.live, headIs(4)), until(tab.live, headIs(4))]);
  expect(b.live.snapshot().entries).toEqual(tab.live.snapshot().entries);
  const losers = [b, tab].filter(({ live }) => live.snapshot().returned !== null);
  expect(losers).toHaveLength(1);
  const [kept] = wordsOf(b.live.snapshot(), "b");
  expect(losers[0]?.live.draftOf("talk:reflect")).toEqual({
    text: kept === "From one." ? "From the other." : "From one.",
  });
});

test("a draft is there again in another browser of the same seat, until its move is stored", async () => {
  const { a } = await inTalk();
  a.live.keepDraft("talk:say", { text: "I had begun to" });
  a.live.saveDrafts();
  // A second request over the same socket is answered after the first: the draft is stored by then.
  a.live.send("any:repair", { kind: "repair", family: "sorry" });
  await settled(a.live);
  const elsewhere = await browserOf(pair.a);
  expect(elsewhere.live.draftOf("talk:say")).toEqual({ text: "I had begun to" });
  expect((await browserOf(pair.b)).live.draftOf("talk:say")).toBeNull();

  a.live.send("talk:say", said("I had begun to, and went on."));
  await settled(a.live);
  expect((await browserOf(pair.a)).live.draftOf("talk:say")).toBeNull();
});

test("a sign-in that ended, ends the page's connection and says so", async () => {
  const { a } = await inTalk();
  await server.ground.signOut(pair.a.token);
  const { connection } = await until(a.live, ({ connection: { kind } }) => kind === "ended");
  expect(connection).toEqual({ kind: "ended", reason: "signed-out" });
});

test("a draft that was on its way when its move was sent does not outlive it", async () => {
  const { a } = await inTalk();
  a.live.keepDraft("talk:say", { text: "I had begun to" });
  a.live.saveDrafts();
  a.live.send("talk:say", said("I had begun to, and went on."));
  a.cut();
  await settled(a.live);
  a.live.send("any:repair", { kind: "repair", family: "sorry" });
  await settled(a.live);
  const elsewhere = await browserOf(pair.a);
  expect(elsewhere.live.draftOf("talk:say")).toBeNull();
});

test("a pass that is refused does not cost what was typed before it", async () => {
  const { a, b } = await inTalk();
  const stop = { kind: "stop" } as const;
  const pass = { kind: "write", ready: true, words: { passed: true } } as const;
  a.live.keepDraft("understood:write", { understood: "Half a sentence" });
  b.live.send("any:stop", stop);
  await until(a.live, headIs(3));
  a.live.send("understood:write", pass);
  expect(a.live.snapshot().returned).toMatchObject({ refusal: { kind: "stopped" } });
  expect(a.live.draftOf("understood:write")).toEqual({ understood: "Half a sentence" });
  expect(a.live.drafts()).toEqual([{ slot: "understood:write", words: { understood: "Half a sentence" } }]);
});

test("when the other leaves and takes their words back, the page begins anew with what is left", async () => {
  const { a, b } = await inTalk();
  a.live.send("talk:say", said("One thing."));
  await until(b.live, headIs(3));
  b.live.keepDraft("talk:reflect", { text: "You have" });
  const asking = await server.requester(pair.a);
  const row = await readConversation(database.db, pair.id);
  await leaveSpace(server.ground.leaving, asking, row?.spaceId ?? "", { words: "take-back" });
  const left = await until(b.live, ({ state }) => statusOf(state) === "left");
  expect(left.entries.at(-1)).toMatchObject({ seq: 3, withdrawn: true });
  expect(JSON.stringify(left)).not.toContain("One thing.");
  expect(left.seats).toContainEqual({ seat: "a", name: "Ada", left: true });
  expect(b.live.draftOf("talk:reflect")).toEqual({ text: "You have" });
  b.live.send("any:stop", { kind: "stop" });
  expect(b.live.snapshot().returned).toMatchObject({ refusal: { kind: "left" } });
  const { connection } = await until(a.live, ({ connection: { kind } }) => kind === "ended");
  expect(connection).toEqual({ kind: "ended", reason: "removed" });
});

test("whoever was away when the other left finds it so on coming back", async () => {
  const { a, b } = await inTalk();
  a.live.send("talk:say", said("One thing."));
  await until(b.live, headIs(3));
  await restart(async () => {
    await until(b.live, ({ connection }) => connection.kind === "offline");
    const other = await startTestServer({ database, clock });
    const row = await readConversation(database.db, pair.id);
    const asking = await other.requester(pair.a);
    await leaveSpace(other.ground.leaving, asking, row?.spaceId ?? "", { words: "take-back" });
    await other.stop();
  });
  const left = await until(b.live, ({ state }) => statusOf(state) === "left");
  expect(left.entries.at(-1)).toMatchObject({ withdrawn: true });
  expect(JSON.stringify(left)).not.toContain("One thing.");
});
