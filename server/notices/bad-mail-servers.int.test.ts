import { eq } from "drizzle-orm";
import { afterAll, beforeEach, expect, test } from "vitest";
import { notice, noticeWish } from "#db/schema";
import { openTestDatabase } from "#db/testing/test-database";
import { startTelling, type Telling } from "../testing/telling";
import { answerFor, goOnWith } from "../testing/waiting-people";

// Mail servers that are away, do not take a mail, or do not say whether they took it.

const HOUR = 3_600_000;
const MINUTE = 60_000;
const database = await openTestDatabase();
const { db } = database;
afterAll(database.close);

let at: Telling;
beforeEach(async () => {
  at = await startTelling(database);
});

test.each(["not-now", "never", "not-this", "cuts"] as const)(
  "a mail server that answers %s delays, and loses nothing",
  async (mood) => {
    const ben = await at.one({ kinds: ["floor", "floor"] });
    at.post.mood = mood;
    expect(await at.tellDue()).not.toEqual([]);
    expect(await at.statesOf(ben)).toEqual(["waiting", "waiting"]);
    at.clock.forward(MINUTE);
    at.post.mood = "takes";
    expect(await at.tellDue()).toEqual([]);
    expect(at.toWhom()).toEqual([ben.address]);
    expect(await at.statesOf(ben)).toEqual(["told", "told"]);
    expect(at.log.join()).not.toContain(ben.address);
  },
);

test("a mail server that is away delays, and loses nothing; the six hours count from what went out", async () => {
  const ben = await at.one();
  await at.post.close();
  expect(await at.tellDue()).toHaveLength(1);
  at.clock.forward(5 * HOUR);
  await at.post.open();
  expect(await at.tellDue()).toEqual([]);
  expect(at.toWhom()).toEqual([ben.address]);
  const [wish] = await db.select().from(noticeWish).where(eq(noticeWish.personId, ben.personId));
  expect(wish?.lastAt).toEqual(at.clock.now());
});

test("what may have gone out is not sent again within six hours, and then with the same id", async () => {
  const ben = await at.one();
  at.post.mood = "takes-and-cuts";
  expect(await at.tellDue()).toEqual([]);
  expect(await at.statesOf(ben)).toEqual(["sending"]);
  expect(at.log.join()).toContain("notice may have gone out");
  at.post.mood = "takes";
  at.clock.forward(6 * HOUR - 1);
  await at.tellDue();
  expect(at.post.arrived).toHaveLength(1);
  at.clock.forward(5 * MINUTE);
  await at.tellDue();
  expect(at.post.arrived).toHaveLength(2);
  expect(new Set(at.post.arrived.map(({ messageId }) => messageId)).size).toBe(1);
  expect(await at.statesOf(ben)).toEqual(["told"]);
});

test("what may have gone out is not sent again where it does not wait any more", async () => {
  const ben = await at.one();
  at.post.mood = "takes-and-cuts";
  await at.tellDue();
  await answerFor(db, ben);
  at.clock.forward(7 * HOUR);
  await at.tellDue();
  expect(at.post.arrived).toHaveLength(1);
  expect(await at.statesOf(ben)).toEqual(["withdrawn"]);
});

test("something new about the same has another id", async () => {
  const ben = await at.one();
  await at.tellDue();
  at.clock.forward(7 * HOUR);
  await answerFor(db, ben);
  await goOnWith(db, ben);
  await db.update(notice).set({ state: "waiting", mark: "4", dueAt: at.clock.now() });
  await at.tellDue();
  expect(new Set(at.post.arrived.map(({ messageId }) => messageId)).size).toBe(2);
});
