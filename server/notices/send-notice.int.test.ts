import { eq } from "drizzle-orm";
import { afterAll, beforeEach, expect, onTestFinished, test } from "vitest";
import { withdrawConsent } from "#db/consents";
import { readToHandOver } from "#db/notice-sending";
import { notice, noticeWish } from "#db/schema";
import { openTestDatabase } from "#db/testing/test-database";
import { readEnvironment } from "../environment";
import { SHIPPED_GUIDES } from "../guide-book";
import { keepLiveConversations } from "../live-conversations";
import { openLog } from "../log";
import { makeMail } from "../mail";
import { type MoodyPost, startMoodyPost } from "../testing/moody-post";
import { makeClock, type TestClock } from "../testing/test-clock";
import { answerFor, goOnWith, insertWaiting, RING, type Waiting } from "../testing/waiting-people";
import type { PushNotices, SendingDesk } from "./notice-desk";
import { sendNotice } from "./send-notice";

// Telling people of what waits for them: a real database, a real mail server, and a clock that is moved by hand.

const HOUR = 3_600_000;
const MINUTE = 60_000;
const database = await openTestDatabase();
const { db } = database;
const ORIGIN = "https://ground.example";
afterAll(database.close);

let post: MoodyPost;
let clock: TestClock;
let desk: SendingDesk;
const log: string[] = [];
beforeEach(async () => {
  await db.delete(notice);
  log.length = 0;
  clock = makeClock();
  post = await startMoodyPost();
  onTestFinished(() => post.close());
  desk = deskWith({});
});

function deskWith({ push = NOBODY, hasMail = true }: { push?: PushNotices; hasMail?: boolean }): SendingDesk {
  const smtp = hasMail && { SMTP_URL: post.url, MAIL_FROM: "post@mail.example" };
  const environment = readEnvironment({ NODE_ENV: "production", PUBLIC_URL: ORIGIN, ...smtp });
  return {
    db,
    live: keepLiveConversations(db, RING, SHIPPED_GUIDES),
    log: openLog({ LOG_LEVEL: "info" }, { write: (line) => log.push(line) }),
    here: async () => [],
    mail: makeMail(environment, clock.now),
    push,
    origins: { main: ORIGIN },
    now: clock.now,
  };
}

const NOBODY: PushNotices = { tell: async () => "nobody" };

/** Sends everything that is due by now; gives what went wrong. */
async function tellDue(at = desk): Promise<unknown[]> {
  const faults: unknown[] = [];
  for (const { id, dueAt } of await readToHandOver(db, clock.now(), 1_000))
    await sendNotice(at, { noticeId: id, dueAt: dueAt.toISOString() }).catch((error) => faults.push(error));
  return faults;
}

async function one(wish: Partial<Parameters<typeof insertWaiting>[1]> = {}): Promise<Waiting> {
  return only(await insertWaiting(db, { count: 1, ...wish }));
}

function only<T>([first, ...others]: readonly T[]): T {
  if (first === undefined || others.length > 0) throw new Error("It is not one.");
  return first;
}

const statesOf = async ({ personId }: Waiting) =>
  (await db.select().from(notice).where(eq(notice.personId, personId)).orderBy(notice.id)).map(
    ({ state }) => state,
  );
const toWhom = () => post.arrived.map(({ to }) => to);

test("somebody is told once, when it is due and not before, in their language, and of nothing else", async () => {
  const dueAt = new Date(clock.now().getTime() + 10 * MINUTE);
  const ben = await one({ dueAt, locale: "de" });
  await tellDue();
  expect(post.arrived).toEqual([]);
  clock.forward(10 * MINUTE);
  expect(await tellDue()).toEqual([]);
  await tellDue();
  expect(toWhom()).toEqual([ben.address]);
  expect(await statesOf(ben)).toEqual(["told"]);
  const { head, text, messageId } = only(post.arrived);
  expect(messageId).toMatch(/^<[0-9a-f-]{36}@ground\.example>$/);
  expect(head).toMatch(/^List-Unsubscribe: <https:\/\/ground\.example\/api\/notices\/stop\/[\w-]{43}>/m);
  expect(text).toContain(`${ORIGIN}/home`);
  for (const { id, conversationId } of ben.notices)
    for (const secret of [id, conversationId, ben.personId, "Ada", "Ben"]) {
      expect(head.replace(/^To: .*$/m, "")).not.toContain(secret);
      expect(text).not.toContain(secret);
    }
});

test("whoever came meanwhile is not written to", async () => {
  const ben = await one();
  await answerFor(db, ben);
  await tellDue();
  expect(await statesOf(ben)).toEqual(["withdrawn"]);
  expect(post.arrived).toEqual([]);
});

test("whoever is there now is not written to", async () => {
  const ben = await one();
  await tellDue({ ...desk, here: async () => ["b"] });
  expect(await statesOf(ben)).toEqual(["withdrawn"]);
  expect(post.arrived).toEqual([]);
});

test("nothing goes out in quiet hours; at their end it does, if it still waits", async () => {
  const quiet = { quietFrom: "19:00", quietTo: "07:00", timeZone: "Europe/Berlin" }; // it is eight in the evening there
  const [ben, eve] = await insertWaiting(db, { count: 2, quiet });
  if (!ben || !eve) throw new Error("There are two.");
  await tellDue();
  clock.forward(11 * HOUR - 1); // one millisecond to seven
  await tellDue();
  expect(post.arrived).toEqual([]);
  await answerFor(db, eve);
  clock.forward(1);
  await tellDue();
  expect(toWhom()).toEqual([ben.address]);
  expect([await statesOf(ben), await statesOf(eve)]).toEqual([["told"], ["withdrawn"]]);
});

test("whatever is due together is told by one mail", async () => {
  const ben = await one({ kinds: ["floor", "floor", "return"] });
  clock.forward(HOUR);
  await tellDue();
  expect(toWhom()).toEqual([ben.address]);
  expect(await statesOf(ben)).toEqual(["told", "told", "told"]);
});

test("asvs 2.3.3: of many that tell the same person at once, one does", async () => {
  const ben = await one({ kinds: ["floor", "floor", "floor"] });
  await Promise.all([tellDue(), tellDue(), tellDue(), tellDue()]);
  clock.forward(6 * HOUR - 1);
  await tellDue();
  expect(toWhom()).toEqual([ben.address]);
});

test("never two within six hours, of whatever kind; after that the next", async () => {
  const dueAt = new Date(clock.now().getTime() + 40 * MINUTE);
  const ben = await one({ kinds: ["floor", "return"] });
  const [first, second] = ben.notices;
  await db
    .update(notice)
    .set({ dueAt })
    .where(eq(notice.id, second?.id ?? ""));
  await tellDue();
  expect(post.arrived).toHaveLength(1);
  for (let hours = 1; hours < 6; hours += 1) {
    clock.forward(HOUR);
    // The first turns into something new again and again.
    await db
      .update(notice)
      .set({ state: "waiting", dueAt: clock.now(), handedAt: null })
      .where(eq(notice.id, first?.id ?? ""));
    await tellDue();
    expect(post.arrived).toHaveLength(1);
  }
  clock.forward(HOUR - 1);
  await tellDue();
  expect(post.arrived).toHaveLength(1);
  clock.forward(1);
  await tellDue();
  expect(toWhom()).toEqual([ben.address, ben.address]);
  expect(await statesOf(ben)).toEqual(["told", "told"]);
});

test("nothing goes to whoever has not agreed, has no address, or does not agree any more", async () => {
  const eve = await one({ consents: [] });
  const guest = await one({ hasAddress: false });
  const tired = await one();
  await withdrawConsent(db, tired.personId, "notices", clock.now());
  const onlyPush = await one({ consents: ["push"] });
  await tellDue();
  expect(post.arrived).toEqual([]);
  for (const person of [eve, guest, tired, onlyPush]) expect(await statesOf(person)).toEqual(["withdrawn"]);
});

test.each(["not-now", "never", "not-this", "cuts"] as const)(
  "a mail server that answers %s delays, and loses nothing",
  async (mood) => {
    const ben = await one({ kinds: ["floor", "floor"] });
    post.mood = mood;
    expect(await tellDue()).not.toEqual([]);
    expect(await statesOf(ben)).toEqual(["waiting", "waiting"]);
    clock.forward(MINUTE);
    post.mood = "takes";
    expect(await tellDue()).toEqual([]);
    expect(toWhom()).toEqual([ben.address]);
    expect(await statesOf(ben)).toEqual(["told", "told"]);
    expect(log.join()).not.toContain(ben.address);
  },
);

test("a mail server that is away delays, and loses nothing; the six hours count from what went out", async () => {
  const ben = await one();
  await post.close();
  expect(await tellDue()).toHaveLength(1);
  clock.forward(5 * HOUR);
  await post.open();
  expect(await tellDue()).toEqual([]);
  expect(toWhom()).toEqual([ben.address]);
  const [wish] = await db.select().from(noticeWish).where(eq(noticeWish.personId, ben.personId));
  expect(wish?.lastAt).toEqual(clock.now());
});

test("what may have gone out is not sent again within six hours, and then with the same id", async () => {
  const ben = await one();
  post.mood = "takes-and-cuts";
  expect(await tellDue()).toEqual([]);
  expect(await statesOf(ben)).toEqual(["sending"]);
  expect(log.join()).toContain("notice may have gone out");
  post.mood = "takes";
  clock.forward(6 * HOUR - 1);
  await tellDue();
  expect(post.arrived).toHaveLength(1);
  clock.forward(5 * MINUTE);
  await tellDue();
  expect(post.arrived).toHaveLength(2);
  expect(new Set(post.arrived.map(({ messageId }) => messageId)).size).toBe(1);
  expect(await statesOf(ben)).toEqual(["told"]);
});

test("what may have gone out is not sent again where it does not wait any more", async () => {
  const ben = await one();
  post.mood = "takes-and-cuts";
  await tellDue();
  await answerFor(db, ben);
  clock.forward(7 * HOUR);
  desk = deskWith({});
  await tellDue();
  expect(post.arrived).toHaveLength(1);
  expect(await statesOf(ben)).toEqual(["withdrawn"]);
});

test("something new about the same has another id", async () => {
  const ben = await one();
  await tellDue();
  clock.forward(7 * HOUR);
  await answerFor(db, ben);
  await goOnWith(db, ben);
  await db.update(notice).set({ state: "waiting", mark: "4", dueAt: clock.now() });
  desk = deskWith({});
  await tellDue();
  expect(new Set(post.arrived.map(({ messageId }) => messageId)).size).toBe(2);
});

test("a job for what was put off since, was told or is gone does nothing", async () => {
  const ben = await one();
  const { id, dueAt } = only(await readToHandOver(db, clock.now(), 1));
  const job = { noticeId: id, dueAt: dueAt.toISOString() };
  await db.update(notice).set({ dueAt: new Date(dueAt.getTime() + 1) });
  await sendNotice(desk, job);
  await db.update(notice).set({ dueAt, state: "told" });
  await sendNotice(desk, job);
  await db.delete(notice).where(eq(notice.personId, ben.personId));
  await sendNotice(desk, job);
  expect(post.arrived).toEqual([]);
});

test("a clock that is behind that of whoever handed it over does not lose it", async () => {
  const ben = await one({ dueAt: new Date(clock.now().getTime() + MINUTE) });
  const { id } = only(ben.notices);
  await sendNotice(desk, { noticeId: id, dueAt: new Date(clock.now().getTime() + MINUTE).toISOString() });
  expect(await statesOf(ben)).toEqual(["told"]);
});

test("by push and by mail it is one notice; one way is enough", async () => {
  const told: string[] = [];
  const push: PushNotices = {
    async tell(personId) {
      told.push(personId);
      return "told";
    },
  };
  const both = await one({ consents: ["notices", "push"] });
  desk = deskWith({ push });
  await tellDue();
  expect([told, toWhom()]).toEqual([[both.personId], [both.address]]);
  const other = await one({ consents: ["notices", "push"] });
  post.mood = "never";
  expect(await tellDue()).toEqual([]);
  expect(told).toEqual([both.personId, other.personId]);
  for (const person of [both, other]) expect(await statesOf(person)).toEqual(["told"]);
});

test("where no browser wants to be told any more, the right to tell is not used up", async () => {
  const ben = await one({ consents: ["push"] });
  await tellDue();
  expect(await statesOf(ben)).toEqual(["withdrawn"]);
  const [wish] = await db.select().from(noticeWish).where(eq(noticeWish.personId, ben.personId));
  expect(wish?.lastAt).toBeNull();
});

test("a place without mail tells by push alone", async () => {
  const told: string[] = [];
  const ben = await one({ consents: ["notices", "push"] });
  const eve = await one();
  const push: PushNotices = { tell: async (personId) => (told.push(personId) > 0 ? "told" : "nobody") };
  await tellDue(deskWith({ push, hasMail: false }));
  expect(told).toEqual([ben.personId]);
  expect([await statesOf(ben), await statesOf(eve)]).toEqual([["told"], ["withdrawn"]]);
});
