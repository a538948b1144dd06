import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { afterAll, beforeEach, describe, expect, onTestFinished, test, vi } from "vitest";
import type { Keeping } from "#conversation/keeping/keepings";
import type { Words } from "#conversation/moves";
import { giveConsent, withdrawConsent } from "#db/consents";
import { readConversation } from "#db/conversations";
import { bringAlong } from "#db/guests";
import { lookAgainAt, takePeople } from "#db/notice-wishes";
import { keepNotices, type NoticeRow } from "#db/notices";
import { agreement, invitation, notice, noticeReading, noticeWish, signIn, spaceKey } from "#db/schema";
import { hashToken } from "#db/sign-ins";
import { openTestDatabase } from "#db/testing/test-database";
import { eraseEverything } from "../erase";
import { leaveSpace } from "../leave-space";
import { keepLiveConversations, type LiveConversation } from "../live-conversations";
import { openLog } from "../log";
import { saveSettings } from "../settings";
import { startConversation } from "../start-conversation";
import { bothHeard, inTalk, type Talk } from "../testing/in-talk";
import { agreeing, IN_FREE_WORDS, REVIEWING } from "../testing/test-guides";
import { type Guest, move, open, type Pair, startTestServer } from "../testing/test-server";
import { allTold, framesOf, told } from "../testing/test-socket";
import { findNotices } from "./find-notices";
import type { NoticeDesk } from "./notice-desk";
import { stillWaits, type Waits } from "./still-waits";

// Whom something waits for: found in the log, by whichever process, as often as it likes.

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const guides = [
  ...(["commitment", "boundary", "plan", "milestone"] as const).map(agreeing),
  IN_FREE_WORDS,
  REVIEWING,
];
const database = await openTestDatabase();
const { db } = database;
const server = await startTestServer({ database, guides });
const { clock } = server;
afterAll(async () => {
  await server.stop();
  await database.close();
});

/** What each test has to say about a process's own sockets. */
let hereNow: NoticeDesk["here"] = async () => [];
beforeEach(() => {
  hereNow = async () => [];
});

const faults: string[] = [];
/** A process that knows nothing of any conversation yet. */
function newDesk(): NoticeDesk {
  const { ring, guides: book } = server.ground.desk;
  return {
    db,
    ring,
    live: keepLiveConversations(db, ring, book),
    log: openLog({ LOG_LEVEL: "info" }, { write: (line) => faults.push(line) }),
    here: (id) => hereNow(id),
  };
}
const desk = newDesk();
const find = () => findNotices(desk, clock.now());

async function personOf(guest: Guest): Promise<string> {
  const { asking } = await server.requester(guest);
  if (!asking) throw new Error("Nobody has this sign-in.");
  return asking.personId;
}
async function agree(...guests: Guest[]): Promise<void> {
  for (const guest of guests) await giveConsent(db, await personOf(guest), "notices", clock.now());
}
async function noticesOf(guest: Guest): Promise<NoticeRow[]> {
  const personId = await personOf(guest);
  return db.select().from(notice).where(eq(notice.personId, personId)).orderBy(notice.kind, notice.about);
}
const shapeOf = ({ kind, about, mark, state, dueAt }: NoticeRow) => ({ kind, about, mark, state, dueAt });
const found = async (guest: Guest) => (await noticesOf(guest)).map(shapeOf);
const statesOf = async (guest: Guest) => (await noticesOf(guest)).map(({ state }) => state);
async function stillWaitsFor(guest: Guest): Promise<Waits[]> {
  const rows = await noticesOf(guest);
  return Promise.all(rows.map((row) => stillWaits(newDesk(), row, clock.now())));
}
const keeps = async (guest: Guest, spaceId: string, keeping: Keeping) =>
  server.ground.takeKeeping(await server.requester(guest), spaceId, { keepingId: randomUUID(), keeping });
const tell = (guest: Guest) =>
  personOf(guest).then((id) => db.update(notice).set({ state: "told" }).where(eq(notice.personId, id)));
const later = (milliseconds: number) => new Date(clock.now().getTime() + milliseconds);

/** Both are in it, a has the floor, and b is to be told of what waits. Then a says something and both go. */
async function withFloorAtB(): Promise<Talk> {
  const talk = await inTalk(server);
  await agree(talk.pair.b);
  await find();
  await move(talk.a, talk.pair.id, { kind: "say", aloud: true });
  return talk;
}
const floorOf = (pair: Pair, mark = "2") => ({
  kind: "floor",
  about: pair.id,
  mark,
  dueAt: later(10 * MINUTE),
});

describe("the floor", () => {
  test("comes to somebody who has agreed to be told: they are, ten minutes later; nobody else is", async () => {
    const { pair } = await withFloorAtB();
    await find();
    expect(await found(pair.b)).toEqual([{ ...floorOf(pair), state: "waiting" }]);
    expect(await found(pair.a)).toEqual([]);
    expect(await stillWaitsFor(pair.b)).toEqual(["waits"]);
  });

  test("found twice is kept once, whatever has become of it; only what is asked anew waits anew", async () => {
    const { pair, a, b } = await withFloorAtB();
    await find();
    const [before] = await noticesOf(pair.b);
    clock.forward(5 * MINUTE);
    await find();
    expect(await noticesOf(pair.b)).toEqual([before]);
    await tell(pair.b);
    await find();
    expect(await statesOf(pair.b)).toEqual(["told"]);
    await move(b, pair.id, { kind: "reflect", answers: 3, aloud: true });
    await move(a, pair.id, { kind: "check", answers: 4, verdict: "partly" });
    await find();
    expect(await found(pair.b)).toEqual([{ ...floorOf(pair, "4"), state: "waiting" }]);
  });

  test("that is answered waits no longer, found or not", async () => {
    const { pair, b } = await withFloorAtB();
    await find();
    await move(b, pair.id, { kind: "reflect", answers: 3, aloud: true });
    expect(await stillWaitsFor(pair.b)).toEqual(["over"]);
    await find();
    expect(await found(pair.b)).toEqual([]);
  });

  test("does not wait while they are in that conversation", async () => {
    const { pair, b } = await withFloorAtB();
    await find();
    hereNow = async () => (await open(b, pair.id)).here;
    expect(await hereNow(pair.id)).toContain("b");
    await db.update(notice).set({ state: "waiting" }).where(eq(notice.about, pair.id));
    expect(await stillWaitsFor(pair.b)).toEqual(["later"]);
  });

  test("waits for both, where both are asked", async () => {
    const talk = await inTalk(server);
    await agree(talk.pair.a, talk.pair.b);
    await bothHeard(talk);
    await find();
    const both = [...(await found(talk.pair.a)), ...(await found(talk.pair.b))];
    expect(both).toMatchObject([
      { kind: "floor", state: "waiting" },
      { kind: "floor", state: "waiting" },
    ]);
  });

  test("comes with a conversation that the other begins, before anybody has moved in it", async () => {
    const pair = await server.startPair();
    await agree(pair.b);
    await find();
    await tell(pair.b);
    clock.forward(HOUR);
    const request = { guide: "speak-and-reflect", after: pair.id };
    const started = await startConversation(server.ground.desk, await server.requester(pair.a), request);
    if (!started.ok) throw new Error("It does not begin.");
    await find();
    const about = started.answer.conversationId;
    expect(await found(pair.b)).toContainEqual(
      expect.objectContaining({ kind: "floor", about, mark: "0", state: "waiting" }),
    );
  });

  test("comes back after a break: who was not told yet is, who was is not again", async () => {
    for (const wasTold of [false, true]) {
      const { pair, a } = await withFloorAtB();
      await find();
      if (wasTold) await tell(pair.b);
      await move(a, pair.id, { kind: "time-out", returnAt: later(HOUR).toISOString() });
      await find();
      const back = (await found(pair.b)).filter(({ kind }) => kind === "return");
      expect(back).toEqual([
        { kind: "return", about: pair.id, mark: "2", state: "waiting", dueAt: later(HOUR) },
      ]);
      clock.forward(HOUR);
      expect(await move(a, pair.id, { kind: "return" })).toMatchObject({ ok: true });
      await find();
      expect((await found(pair.b)).map(({ kind, state }) => [kind, state])).toEqual([
        ["floor", wasTold ? "told" : "waiting"],
      ]);
    }
  });
});

describe("what has passed", () => {
  test.each([
    ["floor", HOUR],
    ["meeting", 5 * HOUR],
  ] as const)("is told no more, though nobody has moved: a time that was %s", async (kind, ahead) => {
    const { pair, a, b } = await inTalk(server);
    await agree(pair.b);
    await move(a, pair.id, { kind: "suggest-time", meetAt: later(ahead).toISOString() });
    if (kind === "meeting") await move(b, pair.id, { kind: "answer-time", answers: 3, accepted: true });
    await find();
    expect((await found(pair.b)).map((row) => row.kind)).toEqual([kind]);
    clock.forward(ahead - 1);
    expect(await stillWaitsFor(pair.b)).toEqual(["waits"]);
    clock.forward(1);
    expect(await stillWaitsFor(pair.b)).toEqual(["over"]);
  });
});

describe("a break", () => {
  test("after another that was not told yet is told at its own end", async () => {
    const { pair, a } = await withFloorAtB();
    await move(a, pair.id, { kind: "time-out", returnAt: later(HOUR).toISOString() });
    await find();
    clock.forward(HOUR);
    await move(a, pair.id, { kind: "return" });
    await move(a, pair.id, { kind: "time-out", returnAt: later(HOUR).toISOString() });
    await find();
    expect(await stillWaitsFor(pair.b)).toEqual(["later"]);
    clock.forward(HOUR);
    expect(await stillWaitsFor(pair.b)).toEqual(["waits"]);
  });

  test("after one that was told is nothing new to who did not move", async () => {
    const { pair, a } = await withFloorAtB();
    for (const _break of [1, 2]) {
      await move(a, pair.id, { kind: "time-out", returnAt: later(HOUR).toISOString() });
      await find();
      await db
        .update(notice)
        .set({ state: "told" })
        .where(and(eq(notice.about, pair.id), eq(notice.kind, "return"), eq(notice.mark, "2")));
      clock.forward(HOUR);
      await move(a, pair.id, { kind: "return" });
      await find();
    }
    const states = (await noticesOf(pair.b)).map(({ kind, state, mark }) => [kind, state, mark]);
    expect(states).toContainEqual(["return", "told", "2"]);
  });
});

describe("who comes", () => {
  const cameOf = async (pair: Pair, how: "socket" | "page" | "home") => {
    const { asking } = await server.requester(pair.b);
    if (!asking) throw new Error("Nobody has this sign-in.");
    if (how === "socket") return void (await open(await server.connect(pair.b), pair.id));
    if (how === "page") return void (await server.ground.open(asking, pair.id, "en"));
    const [space] = await server.ground.spaces(asking);
    await server.ground.spaceOverview(asking, space?.id ?? "");
  };

  test.each(["socket", "page", "home"] as const)("by the %s hears no more of it", async (how) => {
    const { pair, b } = await withFloorAtB();
    b.disconnect();
    await find();
    await cameOf(pair, how);
    await expect.poll(() => statesOf(pair.b)).toEqual(["withdrawn"]);
    clock.forward(5 * MINUTE);
    await find();
    expect(await statesOf(pair.b)).toEqual(["withdrawn"]);
  });

  test.each(["socket", "page", "home"] as const)(
    "by the %s before it is found, and goes, does not hear of it either",
    async (how) => {
      const { pair, b } = await withFloorAtB();
      b.disconnect();
      await cameOf(pair, how);
      await expect.poll(() => statesOf(pair.b)).toEqual(["withdrawn"]);
      await find();
      expect(await statesOf(pair.b)).toEqual(["withdrawn"]);
    },
  );

  test("hears of a return all the same, while it is still to come", async () => {
    const { pair, a } = await withFloorAtB();
    await move(a, pair.id, { kind: "time-out", returnAt: later(HOUR).toISOString() });
    await find();
    await cameOf(pair, "page");
    expect(await statesOf(pair.b)).toEqual(["waiting"]);
    clock.forward(HOUR);
    await cameOf(pair, "home");
    expect(await statesOf(pair.b)).toEqual(["withdrawn"]);
  });

  test("stops what may be on its way, too", async () => {
    const { pair } = await withFloorAtB();
    await find();
    await db.update(notice).set({ state: "sending" }).where(eq(notice.about, pair.id));
    await cameOf(pair, "page");
    expect(await statesOf(pair.b)).toEqual(["withdrawn"]);
  });

  test("without wanting notices leaves no trace", async () => {
    const { pair } = await inTalk(server);
    await cameOf(pair, "socket");
    await cameOf(pair, "home");
    expect(await found(pair.b)).toEqual([]);
  });

  test("to a page tells the other nothing, and what they read stays the same", async () => {
    const { pair, a, b } = await withFloorAtB();
    await agree(pair.a);
    b.disconnect();
    await told(a, "here", ({ seats }) => seats.length === 1);
    await find();
    const readByA = async () => {
      const { now: _now, ...opened } = await open(a, pair.id);
      const { asking } = await server.requester(pair.a);
      const [space] = asking ? await server.ground.spaces(asking) : [];
      return [opened, asking && (await server.ground.spaceOverview(asking, space?.id ?? "")), space];
    };
    const before = await readByA();
    const rows = await noticesOf(pair.a);
    const [frames, heard] = [framesOf(a).length, allTold(a, "here").length];
    await cameOf(pair, "page");
    await cameOf(pair, "home");
    await find();
    const asked = await readByA();
    expect(asked).toEqual(before);
    // One frame for the answer to what a asked just now, and none besides.
    expect([framesOf(a).length, allTold(a, "here").length]).toEqual([frames + 1, heard]);
    expect(await noticesOf(pair.a)).toEqual(rows);
  });
});

describe("whoever goes", () => {
  test("takes along all that waited for them in that space, and the other’s with it", async () => {
    const { pair, b } = await withFloorAtB();
    await agree(pair.a);
    await find();
    await move(b, pair.id, { kind: "reflect", answers: 3, aloud: true });
    await find();
    expect([await found(pair.a), await found(pair.b)]).toMatchObject([[{ about: pair.id }], []]);
    const { link, a } = await server.startAlone(); // elsewhere everything stays as it was
    await agree(a);
    await find();
    const spaceId = (await readConversation(db, pair.id))?.spaceId ?? "";
    const how = { words: "leave" } as const;
    await leaveSpace(server.ground.leaving, await server.requester(pair.b), spaceId, how);
    expect(await found(pair.a)).toEqual([]);
    await find();
    expect(await found(pair.a)).toEqual([]);
    expect([await found(a), link.id]).toMatchObject([[{ kind: "floor" }], link.id]);
  });

  test("for good leaves no row: no notice, no wish, no quiet hours", async () => {
    const { pair } = await withFloorAtB();
    await find();
    const personId = await personOf(pair.b);
    expect(await found(pair.b)).toHaveLength(1);
    const { leaving, origins } = server.ground;
    await eraseEverything(leaving, await server.requester(pair.b), origins, { confirm: "erase" });
    expect(await db.select().from(notice).where(eq(notice.personId, personId))).toEqual([]);
    expect(await db.select().from(noticeWish).where(eq(noticeWish.personId, personId))).toEqual([]);
  });

  test("while they are being found is not found", async () => {
    const { pair } = await withFloorAtB();
    await find();
    const [row] = await noticesOf(pair.b);
    if (!row) throw new Error("Nothing was found.");
    const spaceId = (await readConversation(db, pair.id))?.spaceId ?? "";
    const late = { ...row, spaceId };
    await leaveSpace(server.ground.leaving, await server.requester(pair.b), spaceId, { words: "leave" });
    await keepNotices(db, [late], [late]); // as a process does that had looked before
    expect(await found(pair.b)).toEqual([]);
  });

  test("with another on, as a guest that somebody known brings along, has it wait for them", async () => {
    const { pair } = await withFloorAtB();
    await find();
    await tell(pair.b);
    const [known, guestId] = [await server.startAlone(), await personOf(pair.b)];
    const [personId, tokenHash] = [await personOf(known.a), hashToken(known.a.token)];
    await db.update(signIn).set({ wasGuest: guestId }).where(eq(signIn.personId, personId));
    const bring = () => bringAlong(db, { guestId, personId, tokenHash, now: clock.now() });
    await agree(known.a);
    await find();
    const lastAt = clock.now();
    await db.update(noticeWish).set({ lastAt }).where(eq(noticeWish.personId, guestId));
    await db
      .update(noticeWish)
      .set({ lastAt: later(-HOUR) })
      .where(eq(noticeWish.personId, personId));
    expect(await bring()).toMatchObject({ kind: "brought" });
    // Nobody is told twice within six hours, whoever they were when they were told first.
    const [wish] = await db.select().from(noticeWish).where(eq(noticeWish.personId, personId));
    expect(wish?.lastAt).toEqual(lastAt);
    const theirs = async () => (await found(known.a)).filter(({ about }) => about === pair.id);
    expect(await theirs()).toMatchObject([{ state: "told" }]);
    await find();
    expect(await theirs()).toMatchObject([{ state: "told" }]);
  });
});

describe("agreeing to be told", () => {
  test("finds what waited before, also what nobody has touched for long", async () => {
    const { pair, a } = await inTalk(server);
    await move(a, pair.id, { kind: "say", aloud: true });
    await find();
    clock.forward(3 * DAY);
    await find();
    expect(await found(pair.b)).toEqual([]);
    await agree(pair.b);
    await find();
    expect(await found(pair.b)).toMatchObject([{ kind: "floor", mark: "2", state: "waiting" }]);
  });

  test("no more drops what waits, and not what was told", async () => {
    const { pair } = await withFloorAtB();
    await find();
    const personId = await personOf(pair.b);
    await giveConsent(db, personId, "push", clock.now());
    await withdrawConsent(db, personId, "notices", clock.now());
    expect(await statesOf(pair.b)).toEqual(["waiting"]);
    await withdrawConsent(db, personId, "push", clock.now());
    expect(await found(pair.b)).toEqual([]);
    await find();
    expect(await found(pair.b)).toEqual([]);
    await agree(pair.b);
    await find();
    expect(await statesOf(pair.b)).toEqual(["waiting"]);
  });
});

describe("an agreement", () => {
  const CONSEQUENCE = "then"; // written out, a property of this name would make a promise of the whole
  const SHOUTING = {
    behaviour: "Shouting",
    why: "It frightens me",
    whose: "both",
    [CONSEQUENCE]: "I go out",
  };
  const REVIEWED = { ...SHOUTING, review: "2026-05-04" };
  const CALL = { what: "I call when I am late", when: "Each evening", sign: "You hear it ring" };
  const DAILY = {
    what: "I call when I am late",
    repeat: "daily 2026-03-01/2026-12-31 UTC",
    sign: "It rings",
  };
  const WALK = { what: "A walk", who: "Both", on: "2026-04-11" };
  const TRUST = { what: "We plan a holiday", month: "2026-06" };

  /** Made by both, in a time zone of b's. */
  async function agreedOn(
    sort: "boundary" | "commitment" | "plan" | "milestone",
    words: Words,
    guide = `agreeing-${sort}`,
  ) {
    const pair = await server.startPair({ guide });
    await agree(pair.b);
    await saveSettings(
      server.ground.settings,
      await server.requester(pair.b),
      { timeZone: "Europe/Berlin" },
      server.ground.origins,
    );
    await find();
    const [a, b] = [await server.connect(pair.a), await server.connect(pair.b)];
    expect(await move(a, pair.id, { kind: "propose", sort, words })).toMatchObject({ ok: true });
    expect(await move(b, pair.id, { kind: "accept", answers: 1 })).toMatchObject({ ok: true });
    const spaceId = (await readConversation(db, pair.id))?.spaceId ?? "";
    const [made] = await db.select().from(agreement).where(eq(agreement.spaceId, spaceId));
    const own = async () => (await found(pair.b)).filter(({ about }) => about === made?.id);
    return { pair, a, b, id: made?.id ?? "", spaceId, own };
  }

  test.each([
    ["boundary", REVIEWED, "review", "2026-05-04T07:00:00.000Z"],
    ["plan", WALK, "plan", "2026-04-11T07:00:00.000Z"],
    ["milestone", TRUST, "review", "2026-06-01T07:00:00.000Z"],
  ] as const)("a %s: at nine in the morning of its day, where they are", async (sort, words, kind, day) => {
    const { id, own } = await agreedOn(sort, words);
    await find();
    expect(await own()).toEqual([{ kind, about: id, mark: "1", state: "waiting", dueAt: new Date(day) }]);
  });

  test("a commitment: a week after it was made, and every week from then on; nobody need move for that", async () => {
    const made = clock.now().getTime();
    const { pair, own } = await agreedOn("commitment", CALL, IN_FREE_WORDS.id);
    await find();
    const [first] = await own();
    expect(first).toMatchObject({ kind: "commitment", mark: `${made}.1`, state: "waiting" });
    const morning = first?.dueAt.getTime() ?? 0;
    expect(first?.dueAt.toISOString()).toMatch(/T0[78]:00:00/);
    expect(Math.abs(morning - made - 7 * DAY)).toBeLessThan(DAY);
    await tell(pair.b);
    for (let day = 0; day < 13; day += 1) {
      clock.forward(DAY);
      await find();
    }
    const [second] = await own();
    expect(second).toMatchObject({ mark: `${made}.2`, state: "waiting" });
    expect(Math.abs((second?.dueAt.getTime() ?? 0) - made - 14 * DAY)).toBeLessThan(DAY);
    expect(await stillWaitsFor(pair.b)).toContain("waits");
  });

  test("a promise with days of its own: the morning after one that nothing was told of, to who promised it", async () => {
    const { pair, id, spaceId, own } = await agreedOn("commitment", { ...DAILY, whose: "both" });
    await find();
    const today = clock.now().toISOString().slice(0, "2026-03-01".length);
    const [first] = await own();
    expect(first).toMatchObject({ kind: "commitment", state: "waiting" });
    expect((first?.dueAt.getTime() ?? 0) - clock.now().getTime()).toBeLessThan(2 * DAY);
    const report = { kind: "report", agreement: id, version: 1, day: today, kept: true } as const;
    const taken = await keeps(pair.b, spaceId, report);
    expect(taken).toMatchObject({ ok: true });
    const [row] = (await noticesOf(pair.b)).filter(({ about }) => about === id);
    expect(row && (await stillWaits(newDesk(), row, clock.now()))).toBe("over");
    clock.forward(DAY);
    await find();
    const [second] = await own();
    expect(second?.dueAt.getTime()).toBe((first?.dueAt.getTime() ?? 0) + DAY);
  });

  test("a promise with days of its own is nothing for who did not promise it", async () => {
    const { own } = await agreedOn("commitment", DAILY);
    clock.forward(3 * DAY);
    await find();
    expect(await own()).toEqual([]);
  });

  test("that was made on the pages of what lasts is told of too", async () => {
    const { pair, spaceId } = await agreedOn("milestone", TRUST);
    await keeps(pair.a, spaceId, { kind: "offer", sort: "plan", words: WALK });
    await keeps(pair.b, spaceId, { kind: "accept", answers: 1 });
    clock.forward(DAY);
    await find();
    const plans = (await found(pair.b)).filter(({ kind }) => kind === "plan");
    expect(plans).toMatchObject([{ state: "waiting", dueAt: new Date("2026-04-11T07:00:00.000Z") }]);
    expect(await stillWaitsFor(pair.b)).not.toContain("over");
  });

  test("that both have kept is looked at a week after that", async () => {
    const { pair, id, own } = await agreedOn("commitment", CALL, IN_FREE_WORDS.id);
    await find();
    clock.forward(DAY);
    const request = { guide: "reviewing", after: pair.id };
    const started = await startConversation(server.ground.desk, await server.requester(pair.a), request);
    if (!started.ok) throw new Error("It does not begin.");
    const next = started.answer.conversationId;
    const [a, b] = [await server.connect(pair.a), await server.connect(pair.b)];
    await open(a, next);
    await move(a, next, { kind: "propose", sort: "commitment", reviews: id, outcome: "keep" });
    expect(await move(b, next, { kind: "accept", answers: 1 })).toMatchObject({ ok: true });
    await find();
    const [row] = await db.select().from(agreement).where(eq(agreement.id, id));
    expect(row?.reviewedAt).toEqual(clock.now());
    expect(await own()).toMatchObject([{ mark: `${clock.now().getTime()}.1` }]);
  });

  test("whose day has come is not told to who sees it at home first", async () => {
    const { pair, own } = await agreedOn("plan", WALK);
    await find();
    const { asking } = await server.requester(pair.b);
    const overview = async () => asking && (await server.ground.spaceOverview(asking, spaceId));
    const spaceId = (await readConversation(db, pair.id))?.spaceId ?? "";
    await overview();
    expect(await own()).toMatchObject([{ state: "waiting" }]);
    clock.forward(Date.parse("2026-04-11T08:00:00.000Z") - clock.now().getTime());
    await overview();
    expect(await own()).toMatchObject([{ state: "withdrawn" }]);
  });

  test("moves with whoever moves to another time zone", async () => {
    const { pair, own } = await agreedOn("boundary", { ...REVIEWED, review: "2027-05-04" });
    await find();
    await saveSettings(
      server.ground.settings,
      await server.requester(pair.b),
      { timeZone: "America/New_York" },
      server.ground.origins,
    );
    expect(await own()).toEqual([]);
    await find();
    expect(await own()).toMatchObject([{ dueAt: new Date("2027-05-04T13:00:00.000Z") }]);
  });

  test("that has ended, or that one of the two has left, waits for nobody", async () => {
    const ended = await agreedOn("boundary", { ...REVIEWED, review: "2027-05-04" });
    await find();
    await db.update(agreement).set({ endedAt: clock.now() }).where(eq(agreement.id, ended.id));
    const [row] = (await noticesOf(ended.pair.b)).filter(({ about }) => about === ended.id);
    expect(row && (await stillWaits(desk, row, clock.now()))).toBe("over");
    const left = await agreedOn("boundary", { ...REVIEWED, review: "2027-05-04" });
    await find();
    expect(await found(left.pair.b)).not.toEqual([]);
    await leaveSpace(server.ground.leaving, await server.requester(left.pair.a), left.spaceId, {
      words: "leave",
    });
    expect(await found(left.pair.b)).toEqual([]);
    await db.update(noticeWish).set({ lookAt: clock.now() });
    await find();
    expect(await found(left.pair.b)).toEqual([]);
  });
});

describe("an invitation", () => {
  test("that nobody took is told of a day before its end, to whoever invited", async () => {
    const { a, link } = await server.startAlone();
    await agree(a);
    await find();
    const ends = later(7 * DAY);
    const own = async () => (await found(a)).filter(({ kind }) => kind === "invitation");
    clock.forward(6 * DAY - MINUTE);
    await find();
    expect(await own()).toEqual([]);
    clock.forward(MINUTE);
    await find();
    const dueAt = new Date(ends.getTime() - DAY);
    expect(await own()).toEqual([
      { kind: "invitation", about: link.id, mark: String(ends.getTime()), state: "waiting", dueAt },
    ]);
    await db.update(invitation).set({ revokedAt: clock.now() }).where(eq(invitation.id, link.id));
    const rows = (await noticesOf(a)).filter(({ kind }) => kind === "invitation");
    for (const row of rows) expect(await stillWaits(desk, row, clock.now())).toBe("over");
  });

  test("is found also by who agrees within its last day", async () => {
    const { a } = await server.startAlone();
    clock.forward(6 * DAY + HOUR);
    await find();
    await agree(a);
    await find();
    expect((await found(a)).map(({ kind }) => kind)).toEqual(["floor", "invitation"]);
  });
});

/** A conversation that loads, and of which nothing can be said. */
const breaks = (one: LiveConversation): LiveConversation => ({
  ...one,
  get state(): never {
    throw new Error("broken");
  },
});

describe("looking", () => {
  test("by several processes at once finds the same, once", async () => {
    const talks = [await withFloorAtB(), await withFloorAtB(), await withFloorAtB()];
    await Promise.all(Array.from({ length: 6 }, () => findNotices(newDesk(), clock.now())));
    for (const { pair } of talks)
      expect(await found(pair.b)).toEqual([{ ...floorOf(pair), state: "waiting" }]);
  });

  test("that breaks off loses nothing: what was not kept is read again", async () => {
    const { pair } = await withFloorAtB();
    const [before] = await db.select().from(noticeReading);
    clock.forward(MINUTE);
    const breaking: NoticeDesk = {
      ...desk,
      live: { ...desk.live, loadMany: () => Promise.reject(new Error("broken")) },
      db: new Proxy(db, {
        get: (target, name) =>
          name === "execute" ? () => Promise.reject(new Error("no database")) : Reflect.get(target, name),
      }),
    };
    await expect(findNotices(breaking, clock.now())).rejects.toThrow("no database");
    expect(await db.select().from(noticeReading)).toEqual([before]);
    await find();
    expect(await statesOf(pair.b)).toEqual(["waiting"]);
  });

  test("at people is done by another process when the one that had taken them is gone", async () => {
    const { pair } = await inTalk(server);
    await find();
    await agree(pair.b);
    const personId = await personOf(pair.b);
    const taken = await takePeople(db, 100, clock.now(), later(5 * MINUTE)); // and is killed
    expect(taken).toContain(personId);
    expect(await takePeople(db, 100, clock.now(), later(5 * MINUTE))).toEqual([]);
    clock.forward(5 * MINUTE);
    const again = await takePeople(db, 100, clock.now(), later(5 * MINUTE));
    expect(again).toContain(personId);
    // Whoever changes something meanwhile is looked at once more.
    await db.update(noticeWish).set({ lookAt: clock.now() }).where(eq(noticeWish.personId, personId));
    await lookAgainAt(db, again, later(5 * MINUTE), later(DAY));
    expect(await takePeople(db, 100, clock.now(), later(5 * MINUTE))).toEqual([personId]);
    await db.update(noticeWish).set({ lookAt: clock.now() });
    await find();
  });

  test("after a long rest reads all of it", async () => {
    const { pair } = await withFloorAtB();
    clock.forward(3 * DAY);
    await db.update(noticeWish).set({ lookAt: later(DAY) }); // so that only the log can tell
    await find();
    expect(await statesOf(pair.b)).toEqual(["waiting"]);
  });

  test("goes on where a process whose clock is a day ahead has looked", async () => {
    const { pair } = await withFloorAtB();
    await db.update(noticeReading).set({ upTo: later(DAY) });
    await db.update(noticeWish).set({ lookAt: later(DAY) }); // so that only the log can tell
    clock.forward(MINUTE);
    await find();
    expect(await statesOf(pair.b)).toEqual(["waiting"]);
    await db.update(noticeReading).set({ upTo: clock.now() });
  });

  test("passes over one conversation that cannot be loaded, and finds all others", async () => {
    const [damaged, whole] = [await withFloorAtB(), await withFloorAtB()];
    const spaceId = (await readConversation(db, damaged.pair.id))?.spaceId ?? "";
    const [key] = await db.select().from(spaceKey).where(eq(spaceKey.spaceId, spaceId));
    await db
      .update(spaceKey)
      .set({ wrapped: new Uint8Array(60) })
      .where(eq(spaceKey.spaceId, spaceId));
    await findNotices(newDesk(), clock.now());
    expect(await statesOf(whole.pair.b)).toEqual(["waiting"]);
    expect(faults.some((line) => line.includes(damaged.pair.id))).toBe(true);
    // Nor does it keep its own person from being told of something else.
    const [floor] = await noticesOf(whole.pair.b);
    const [personId, about] = [await personOf(damaged.pair.b), damaged.pair.id];
    expect(floor && (await stillWaits(newDesk(), { ...floor, personId, about }, clock.now()))).toBe("over");
    if (key) await db.update(spaceKey).set(key).where(eq(spaceKey.spaceId, spaceId));
  });

  test.each(["the log", "people"])("at %s passes over what breaks, and finds all others", async (where) => {
    const [bad, ...good] = [await withFloorAtB(), await withFloorAtB(), await withFloorAtB()];
    clock.forward(DAY);
    await db.delete(notice);
    await db.update(noticeReading).set({ upTo: later(where === "people" ? HOUR : -2 * DAY) });
    await db.update(noticeWish).set({ lookAt: where === "people" ? clock.now() : later(DAY) });
    const { live, ...rest } = newDesk();
    const breaking: typeof live.loadMany = async (ids) =>
      (await live.loadMany(ids)).map((one) => (one.id === bad.pair.id ? breaks(one) : one));
    await findNotices({ ...rest, live: { ...live, loadMany: breaking } }, clock.now());
    for (const { pair } of good) expect(await statesOf(pair.b)).toEqual(["waiting"]);
    expect(await statesOf(bad.pair.b)).toEqual([]);
    const id = where === "people" ? await personOf(bad.pair.b) : bad.pair.id;
    expect(faults.some((line) => line.includes(id))).toBe(true);
    await db.update(noticeReading).set({ upTo: clock.now() });
    await db.update(noticeWish).set({ lookAt: clock.now() });
    await find();
    expect(await statesOf(bad.pair.b)).toEqual(["waiting"]);
  });

  test("asks the database no more often when there is more to look at", async () => {
    clock.forward(DAY);
    await find();
    const asked = vi.spyOn(Reflect.get(db, "$client"), "query");
    onTestFinished(() => asked.mockRestore());
    const counts: number[] = [];
    for (const many of [2, 12]) {
      for (let more = 0; more < many; more += 1) await withFloorAtB();
      await db.update(noticeWish).set({ lookAt: later(DAY) });
      asked.mockClear();
      await findNotices(newDesk(), clock.now());
      counts.push(asked.mock.calls.length);
      clock.forward(DAY);
      await db.update(noticeReading).set({ upTo: clock.now() });
    }
    expect(counts[1]).toBe(counts[0]);
    expect(counts[0]).toBeLessThan(16);
  });
});
