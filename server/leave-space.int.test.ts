import { eq } from "drizzle-orm";
import { afterAll, describe, expect, onTestFinished, test } from "vitest";
import type { Move } from "#conversation/moves";
import { readConversation } from "#db/conversations";
import {
  conversation,
  destroyedKey,
  draft,
  invitation,
  membership,
  readiness,
  seatKey,
  space,
} from "#db/schema";
import { dumpOf } from "#db/testing/dump";
import { claimSeat } from "./invitations";
import { keepReadiness } from "./keep-readiness";
import { leaveSpace } from "./leave-space";
import { startConversation } from "./start-conversation";
import { canary } from "./testing/canaries";
import { inTalk, type Talk } from "./testing/in-talk";
import { WRITING } from "./testing/test-guides";
import {
  type Guest,
  move,
  open,
  signedIn,
  startTestServer,
  type TestServer,
  tryOpen,
} from "./testing/test-server";
import { allTold, closed, framesOf, told } from "./testing/test-socket";

// Leaving a space: what becomes of the one who leaves, of the other, and of the words.

const server = await startTestServer({ guides: [WRITING] });
afterAll(server.stop);
const { db } = server.database;
const { desk, leaving } = server.ground;
const NOT_FOUND = { ok: false, refusal: { kind: "not-found" } };
const DONE = { ok: true, answer: {} };
const NO_SEAT = { ok: false, refusal: { kind: "not-a-member" } };
const LEFT = { ok: false, refusal: { kind: "left" } };

const spaceOf = async (id: string) => (await readConversation(db, id))?.spaceId ?? "";
const leave = async (id: string, guest: Guest, words: "leave" | "take-back" = "leave", on = server) =>
  leaveSpace(on.ground.leaving, await on.requester(guest), await spaceOf(id), { words });
const say = (text: string): Move => ({ kind: "say", words: { text } });
const PAUSE: Move = { kind: "time-out", returnAt: "2026-03-01T20:00:00.000Z" };

/** a has said something and b has said it back, in words that are nowhere else. */
async function saidAndSaidBack() {
  const talk = await inTalk(server);
  const texts = { a: canary(), b: canary() };
  await move(talk.a, talk.pair.id, say(texts.a));
  await move(talk.b, talk.pair.id, { kind: "reflect", answers: 3, words: { text: texts.b } });
  return { ...talk, texts, spaceId: await spaceOf(talk.pair.id) };
}

async function anotherServer(): Promise<TestServer> {
  const other = await startTestServer({ guides: [WRITING], database: server.database });
  onTestFinished(other.stop);
  return other;
}

describe("whoever leaves", () => {
  test("asvs 8.3.2: is told so, is cut off, and gets not one more frame", async () => {
    const { pair, a, b } = await saidAndSaidBack();
    const ended = [told(a, "ended"), closed(a)] as const;
    expect(await leave(pair.id, pair.a)).toEqual(DONE);
    expect(await ended[0]).toEqual({ reason: "removed" });
    await ended[1];
    const frames = framesOf(a).length;
    await told(b, "seats");
    expect(await move(b, pair.id, PAUSE)).toEqual(LEFT);
    expect(framesOf(a)).toHaveLength(frames);
    const again = await server.connect(pair.a);
    expect(await tryOpen(again, pair.id)).toEqual(NO_SEAT);
    expect(await move(again, pair.id, say("Still here?"))).toEqual(NO_SEAT);
    const begun = { conversationId: pair.id, slot: "talk:say", words: { text: "Still here?" } };
    expect(await again.emitWithAck("draft", begun)).toEqual(NO_SEAT);
  });

  test("is nowhere in the space any more: not in their list, and not for a call", async () => {
    const { pair, spaceId } = await saidAndSaidBack();
    await leave(pair.id, pair.a);
    const asking = await server.ground.whoIsAsking(pair.a.token);
    if (!asking) throw new Error("nobody is asking");
    expect(await server.ground.ownConversations(asking)).toEqual([]);
    expect(await server.ground.open(asking, pair.id, "en")).toBeNull();
    expect(await server.ground.couple(asking, pair.id)).toBeNull();
    expect(await leave(pair.id, pair.a)).toEqual(NOT_FOUND);
    const request = { guide: "writing", after: pair.id };
    expect(await startConversation(desk, await server.requester(pair.a), request)).toEqual(NOT_FOUND);
    const [row] = await db.select().from(membership).where(eq(membership.spaceId, spaceId));
    expect(row).toBeDefined();
  });

  test("has nothing there that was only begun", async () => {
    const { pair, a, b } = await saidAndSaidBack();
    for (const [guest, socket] of [
      [pair.a, a],
      [pair.b, b],
    ] as const) {
      const begun = { conversationId: pair.id, slot: "talk:say", words: { text: "Begun" } };
      expect(await socket.emitWithAck("draft", begun)).toEqual({ ok: true });
      const answers = { stirred: 3, free: true, goOn: true };
      await keepReadiness(desk, await server.requester(guest), pair.id, answers);
    }
    await leave(pair.id, pair.a);
    const seatsIn = async (table: typeof draft | typeof readiness) =>
      db.select({ seat: table.seat }).from(table).where(eq(table.conversationId, pair.id));
    expect(await seatsIn(draft)).toEqual([{ seat: "b" }]);
    expect(await seatsIn(readiness)).toEqual([{ seat: "b" }]);
  });

  test("asvs 8.2.2: of a space that is somebody else's, unknown or no id at all there is nothing to leave", async () => {
    const { pair, spaceId } = await saidAndSaidBack();
    const stranger = (await server.startPair()).a;
    const tries = [
      [spaceId, await server.requester(stranger)],
      [spaceId, await server.requester()],
      ["00000000-0000-7000-8000-000000000000", await server.requester(pair.a)],
      ["'; drop table space; --", await server.requester(pair.a)],
    ] as const;
    for (const [id, requester] of tries)
      expect(await leaveSpace(leaving, requester, id, { words: "take-back" })).toEqual(NOT_FOUND);
    expect(await db.$count(seatKey, eq(seatKey.spaceId, spaceId))).toBe(2);
  });
});

describe("the other", () => {
  test("[G11] is told, reads on, and can do nothing more there", async () => {
    const { pair, b, texts } = await saidAndSaidBack();
    await leave(pair.id, pair.a);
    const seats = [
      { seat: "a", name: "Ada", left: true },
      { seat: "b", name: "Ben" },
    ];
    expect(await told(b, "seats", (event) => event.seats.some(({ left }) => left))).toEqual({
      conversationId: pair.id,
      seats,
      invitation: null,
    });
    const opened = await open(b, pair.id, 2);
    expect(opened).toMatchObject({ seats, roster: { left: ["a"], withdrawn: [] }, invitation: null });
    expect(opened.entries).toMatchObject([{ words: { text: texts.a } }, { words: { text: texts.b } }]);
    for (const made of [say("x"), PAUSE, { kind: "stop" }, { kind: "heard" }] as const)
      expect(await move(b, pair.id, made)).toEqual(LEFT);
    const request = { guide: "writing", after: pair.id };
    expect(await startConversation(desk, await server.requester(pair.b), request)).toEqual(LEFT);
  });

  test("[V8] no longer reads what was taken back, at once and after a restart; their own words stay", async () => {
    const { pair, b, texts, spaceId } = await saidAndSaidBack();
    await leave(pair.id, pair.a, "take-back");
    const seen = async (on: TestServer, socket = b) => {
      const { entries, roster } = await open(on === server ? socket : await on.connect(pair.b), pair.id, 2);
      return [
        roster.withdrawn,
        entries.map(({ words, withdrawn }) => (withdrawn ? "withdrawn" : words?.text)),
      ];
    };
    const expected = [["a"], ["withdrawn", texts.b]];
    expect(await seen(server)).toEqual(expected);
    expect(await seen(await anotherServer())).toEqual(expected);
    const keys = await db.select({ seat: seatKey.seat }).from(seatKey).where(eq(seatKey.spaceId, spaceId));
    expect(keys).toEqual([{ seat: "b" }]);
    const ledger = await db.select().from(destroyedKey).where(eq(destroyedKey.spaceId, spaceId));
    expect(ledger).toEqual([{ spaceId, seat: "a", at: server.clock.now() }]);
  });

  test("no longer reads a topic that was taken back", async () => {
    const pair = await server.startPair({ topic: "Sunday" });
    const b = await server.connect(pair.b);
    expect((await open(b, pair.id)).topic).toBe("Sunday");
    await leave(pair.id, pair.a, "take-back");
    expect((await open(b, pair.id)).topic).toBeNull();
    const [row] = await db.select().from(conversation).where(eq(conversation.id, pair.id));
    expect(row?.topic).toBeNull();
  });

  test("who leaves as the second takes all of it along: nobody can ever read it", async () => {
    const { pair, spaceId, b } = await saidAndSaidBack();
    await leave(pair.id, pair.a);
    expect(await leave(pair.id, pair.b)).toEqual(DONE);
    expect(await told(b, "ended")).toEqual({ reason: "removed" });
    expect(await db.$count(seatKey, eq(seatKey.spaceId, spaceId))).toBe(0);
    expect(await readConversation(db, pair.id)).toBeNull();
    expect(await db.$count(membership, eq(membership.spaceId, spaceId))).toBe(0);
    const ledger = await db.select().from(destroyedKey).where(eq(destroyedKey.spaceId, spaceId));
    expect(ledger.map(({ seat }) => seat).sort()).toEqual(["a", "b"]);
    expect(await tryOpen(await server.connect(pair.b), pair.id)).toEqual(NO_SEAT);
  });
});

describe("a space with nobody else in it", () => {
  test("goes with whoever leaves it, together with its links", async () => {
    const { id, a, link } = await server.startAlone({ name: "Ida Nowhere", topic: "Sunday" });
    const spaceId = await spaceOf(id);
    expect(await leave(id, a)).toEqual(DONE);
    expect(await db.$count(space, eq(space.id, spaceId))).toBe(0);
    expect(await db.$count(conversation, eq(conversation.id, id))).toBe(0);
    const claim = { secret: link.secret, name: "Ben" };
    expect(await claimSeat(desk, await server.requester(), link.id, claim)).toEqual(NOT_FOUND);
  });

  test("is left with what one wrote alone in it: its moves stay, and no key opens them", async () => {
    const request = { guide: "writing", name: "Ada", alone: true };
    const { answer, token } = signedIn(await startConversation(desk, await server.requester(), request));
    const text = canary();
    const socket = await server.connect({ token });
    const write: Move = { kind: "write", ready: true, words: { story: text } };
    await move(socket, answer.conversationId, write);
    expect(await leave(answer.conversationId, { token })).toEqual(DONE);
    expect(await readConversation(db, answer.conversationId)).toBeNull();
    expect(await move(socket, answer.conversationId, write)).toEqual(NO_SEAT);
    expect(await dumpOf(server.database)).not.toContain(text);
  });
});

describe("the links into a space that somebody leaves", () => {
  test("lead nowhere any more, and whoever waits is told", async () => {
    const { id, a, link } = await server.startAlone({ askFirst: true });
    const claim = { secret: link.secret, name: "Sam" };
    const { token } = signedIn(await claimSeat(desk, await server.requester(), link.id, claim));
    const waiting = await server.connect({ token });
    await leave(id, a);
    expect(await told(waiting, "answered")).toEqual({ invitationId: link.id });
    const asking = await server.ground.whoIsAsking(token);
    expect(asking && (await server.ground.standing(asking, link.id))).toEqual({ kind: "stranger" });
  });

  test("asvs 15.4.2: claimed in the same moment: two are there, one of them has left; or nobody is", async () => {
    for (let round = 0; round < 10; round += 1) {
      const { id, a, link } = await server.startAlone();
      const spaceId = await spaceOf(id);
      const claim = { secret: link.secret, name: "Ben" };
      const requester = await server.requester();
      const [claimed, left] = await Promise.all([claimSeat(desk, requester, link.id, claim), leave(id, a)]);
      expect(left).toEqual(DONE);
      const there = await db.select().from(membership).where(eq(membership.spaceId, spaceId));
      expect(there.map(({ seat, leftAt }) => [seat, leftAt !== null]).sort()).toEqual(
        claimed.ok
          ? [
              ["a", true],
              ["b", false],
            ]
          : [],
      );
      if (!claimed.ok) expect(claimed).toEqual(NOT_FOUND);
      expect(await db.$count(invitation, eq(invitation.spaceId, spaceId))).toBe(claimed.ok ? 1 : 0);
    }
  });
});

describe("another process over the same database", () => {
  /** A talk on this server whose conversation another has in memory, too. */
  async function onTwo(): Promise<
    Talk & { readonly other: TestServer; readonly texts: Record<"a" | "b", string> }
  > {
    const talk = await saidAndSaidBack();
    const other = await anotherServer();
    await open(await other.connect(talk.pair.b), talk.pair.id);
    return { ...talk, other };
  }

  test("[G11] refuses a move though it has not heard of it", async () => {
    const { pair, other } = await onTwo();
    await leave(pair.id, pair.a);
    const socket = await other.connect(pair.b);
    expect(await move(socket, pair.id, PAUSE)).toEqual(LEFT);
    expect(await move(socket, pair.id, PAUSE)).toEqual(LEFT);
    expect(await move(await other.connect(pair.a), pair.id, PAUSE)).toEqual(NO_SEAT);
  });

  test("[V8] no longer opens what was taken back", async () => {
    const { pair, other, texts } = await onTwo();
    const socket = await other.connect(pair.b);
    expect((await open(socket, pair.id, 2)).entries).toMatchObject([{ words: { text: texts.a } }, {}]);
    await leave(pair.id, pair.a, "take-back");
    const opened = await open(socket, pair.id, 2);
    expect(opened.roster).toMatchObject({ left: ["a"], withdrawn: ["a"] });
    expect(opened.entries).toMatchObject([{ withdrawn: true }, { words: { text: texts.b } }]);
    expect(JSON.stringify(opened)).not.toContain(texts.a);
  });

  test("turns away whoever left there, though their socket had it open", async () => {
    const { pair, other } = await onTwo();
    const socket = await other.connect(pair.a);
    await open(socket, pair.id);
    await leave(pair.id, pair.a);
    expect(await move(socket, pair.id, PAUSE)).toEqual(NO_SEAT);
    expect(await tryOpen(socket, pair.id)).toEqual(NO_SEAT);
  });
});

test("asvs 15.4.2: moves under way while somebody takes their words back bring no key back", async () => {
  const { pair, a, b, texts } = await saidAndSaidBack();
  const moves = Array.from({ length: 5 }, (_, n) =>
    move(n % 2 === 0 ? a : b, pair.id, { kind: "repair", family: "sorry" }).catch(() => null),
  );
  const reads = Array.from({ length: 5 }, () => tryOpen(b, pair.id, 2));
  const [left] = await Promise.all([leave(pair.id, pair.a, "take-back"), ...moves, ...reads]);
  expect(left).toEqual(DONE);
  const before = framesOf(b).length;
  const live = await desk.live.load(pair.id);
  expect([...(live?.keys.keys() ?? [])]).toEqual(["b"]);
  await open(b, pair.id);
  expect(framesOf(b).slice(before).join()).not.toContain(texts.a);
  expect(allTold(b, "seats").at(-1)?.seats).toContainEqual({ seat: "a", name: "Ada", left: true });
});
