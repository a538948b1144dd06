import { eq } from "drizzle-orm";
import { afterAll, beforeEach, expect, test } from "vitest";
import { withdrawConsent } from "#db/consents";
import { claim, giveBack, LONGEST_TRY, readDueOf, readToHandOver } from "#db/notice-sending";
import { notice, noticeWish } from "#db/schema";
import { openTestDatabase } from "#db/testing/test-database";
import { mailBy, ORIGIN } from "../testing/sending-desk";
import { only, startTelling, type Telling } from "../testing/telling";
import { answerFor, insertWaiting } from "../testing/waiting-people";
import type { SendingDesk } from "./notice-desk";
import { sendNotice } from "./send-notice";

// Who is told of what waits for them, when, and when not.

const HOUR = 3_600_000;
const MINUTE = 60_000;
const database = await openTestDatabase();
const { db } = database;
afterAll(database.close);

let at: Telling;
beforeEach(async () => {
  at = await startTelling(database);
});

test("somebody is told once, when it is due and not before, in their language, and of nothing else", async () => {
  const dueAt = new Date(at.clock.now().getTime() + 10 * MINUTE);
  const ben = await at.one({ dueAt, locale: "de" });
  await at.tellDue();
  expect(at.post.arrived).toEqual([]);
  at.clock.forward(10 * MINUTE);
  expect(await at.tellDue()).toEqual([]);
  await at.tellDue();
  expect(at.toWhom()).toEqual([ben.address]);
  expect(await at.statesOf(ben)).toEqual(["told"]);
  const { head, text, messageId } = only(at.post.arrived);
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
  const ben = await at.one();
  await answerFor(db, ben);
  await at.tellDue();
  expect(await at.statesOf(ben)).toEqual(["withdrawn"]);
  expect(at.post.arrived).toEqual([]);
});

test("whoever is there now is not written to; once they are not they are, if they did nothing", async () => {
  const [ben, eve] = await insertWaiting(db, { count: 2 });
  if (!ben || !eve) throw new Error("There are two.");
  for (const _look of [1, 2, 3]) {
    await at.tellDue({ here: async () => ["b"] });
    expect([await at.statesOf(ben), await at.statesOf(eve)]).toEqual([["waiting"], ["waiting"]]);
    expect(await at.tellDue()).toEqual([]); // not before ten minutes are over
    expect(at.post.arrived).toEqual([]);
    at.clock.forward(10 * MINUTE);
  }
  await answerFor(db, eve);
  await at.tellDue();
  expect(at.toWhom()).toEqual([ben.address]);
  expect([await at.statesOf(ben), await at.statesOf(eve)]).toEqual([["told"], ["withdrawn"]]);
});

test("nothing goes out in quiet hours; at their end it does, if it still waits", async () => {
  const quiet = { quietFrom: "19:00", quietTo: "07:00", timeZone: "Europe/Berlin" }; // it is eight in the evening there
  const [ben, eve] = await insertWaiting(db, { count: 2, quiet });
  if (!ben || !eve) throw new Error("There are two.");
  await at.tellDue();
  at.clock.forward(11 * HOUR - 1); // one millisecond to seven
  await at.tellDue();
  expect(at.post.arrived).toEqual([]);
  await answerFor(db, eve);
  at.clock.forward(1);
  await at.tellDue();
  expect(at.toWhom()).toEqual([ben.address]);
  expect([await at.statesOf(ben), await at.statesOf(eve)]).toEqual([["told"], ["withdrawn"]]);
});

test("whatever is due together is told by one mail", async () => {
  const ben = await at.one({ kinds: ["floor", "floor", "return"] });
  at.clock.forward(HOUR);
  await at.tellDue();
  expect(at.toWhom()).toEqual([ben.address]);
  expect(await at.statesOf(ben)).toEqual(["told", "told", "told"]);
});

test("asvs 2.3.3: of many that tell the same person at once, one does", async () => {
  const ben = await at.one({ kinds: ["floor", "floor", "floor"] });
  await Promise.all([at.tellDue(), at.tellDue(), at.tellDue(), at.tellDue()]);
  at.clock.forward(6 * HOUR - 1);
  await at.tellDue();
  expect(at.toWhom()).toEqual([ben.address]);
});

test("never two within six hours, of whatever kind; after that the next", async () => {
  const dueAt = new Date(at.clock.now().getTime() + 40 * MINUTE);
  const ben = await at.one({ kinds: ["floor", "return"] });
  const [first, second] = ben.notices;
  await db
    .update(notice)
    .set({ dueAt })
    .where(eq(notice.id, second?.id ?? ""));
  await at.tellDue();
  expect(at.post.arrived).toHaveLength(1);
  for (let hours = 1; hours < 6; hours += 1) {
    at.clock.forward(HOUR);
    // The first turns into something new again and again.
    await db
      .update(notice)
      .set({ state: "waiting", dueAt: at.clock.now(), handedAt: null })
      .where(eq(notice.id, first?.id ?? ""));
    await at.tellDue();
    expect(at.post.arrived).toHaveLength(1);
  }
  at.clock.forward(HOUR - 1);
  await at.tellDue();
  expect(at.post.arrived).toHaveLength(1);
  at.clock.forward(1);
  await at.tellDue();
  expect(at.toWhom()).toEqual([ben.address, ben.address]);
  expect(await at.statesOf(ben)).toEqual(["told", "told"]);
});

test("what is due while a claim may come back is told with it, not six hours after it", async () => {
  const ben = await at.one({ kinds: ["floor", "floor"] });
  const [first, second] = await readDueOf(db, ben.personId, at.clock.now());
  if (!first || !second) throw new Error("There are two.");
  const other = await claim(db, first, at.clock.now());
  if (other.kind !== "claimed") throw new Error("Nobody else claims it.");
  await at.tellDue();
  await giveBack(db, other.claim);
  expect(at.post.arrived).toEqual([]);
  at.clock.forward(LONGEST_TRY * 1_000);
  await at.tellDue();
  expect(at.toWhom()).toEqual([ben.address]);
  expect(await at.statesOf(ben)).toEqual(["told", "told"]);
});

test("nothing goes to whoever has not agreed, has no address, or does not agree any more", async () => {
  const eve = await at.one({ consents: [] });
  const guest = await at.one({ hasAddress: false });
  const tired = await at.one();
  await withdrawConsent(db, tired.personId, "notices", at.clock.now());
  const onlyPush = await at.one({ consents: ["push"] });
  await at.tellDue();
  expect(at.post.arrived).toEqual([]);
  // It is found anew, once there is a way.
  for (const person of [eve, guest, onlyPush]) expect(await at.statesOf(person)).toEqual([]);
  expect(await at.statesOf(tired)).not.toContain("waiting");
});

test("a job for what was put off since, was told or is gone does nothing", async () => {
  const ben = await at.one();
  const { id, dueAt } = only(await readToHandOver(db, at.clock.now(), 1));
  const job = { noticeId: id, dueAt: dueAt.toISOString() };
  await db.update(notice).set({ dueAt: new Date(dueAt.getTime() + 1) });
  await sendNotice(at.desk, job);
  await db.update(notice).set({ dueAt, state: "told" });
  await sendNotice(at.desk, job);
  await db.delete(notice).where(eq(notice.personId, ben.personId));
  await sendNotice(at.desk, job);
  expect(at.post.arrived).toEqual([]);
});

test("a clock that is a little behind that of whoever handed it over loses nothing; one far behind leaves it to others", async () => {
  const inSoLong = (milliseconds: number) => new Date(at.clock.now().getTime() + milliseconds);
  const send = async (dueAt: Date) => {
    const ben = await at.one({ dueAt });
    const { id } = only(ben.notices);
    return sendNotice(at.desk, { noticeId: id, dueAt: dueAt.toISOString() });
  };
  await send(inSoLong(MINUTE));
  expect(at.post.arrived).toHaveLength(1);
  await expect(send(inSoLong(MINUTE + 1))).rejects.toMatchObject({ name: "ClocksDiffer" });
  expect(at.post.arrived).toHaveLength(1);
});

test("by push and by mail it is one notice; one way is enough", async () => {
  const told: string[] = [];
  const push: SendingDesk["push"] = {
    async tell(personId) {
      told.push(personId);
      return "told";
    },
  };
  const both = await at.one({ consents: ["notices", "push"] });
  await at.tellDue({ push });
  expect([told, at.toWhom()]).toEqual([[both.personId], [both.address]]);
  const other = await at.one({ consents: ["notices", "push"] });
  at.post.mood = "never";
  expect(await at.tellDue({ push })).toEqual([]);
  expect(told).toEqual([both.personId, other.personId]);
  for (const person of [both, other]) expect(await at.statesOf(person)).toEqual(["told"]);
});

test("a push is kept for a browser that is off for half an hour, and never into quiet hours", async () => {
  const kept: number[] = [];
  const push: SendingDesk["push"] = {
    tell: async (_personId, _noticeId, keptFor) => (kept.push(keptFor) > 0 ? "told" : "nobody"),
  };
  const consents = ["push"] as const;
  // It is seven in the evening.
  for (const quietFrom of ["19:10", "21:00", "08:00"])
    await at.one({ consents, quiet: { quietFrom, quietTo: "08:00", timeZone: "UTC" } });
  await at.tellDue({ push });
  expect(kept.toSorted((one, other) => one - other)).toEqual([600, 1_800, 1_800]);
});

test("where no browser wants to be told any more, the right to tell is not used up", async () => {
  const ben = await at.one({ consents: ["push"] });
  await at.tellDue();
  expect(await at.statesOf(ben)).toEqual([]);
  const [wish] = await db.select().from(noticeWish).where(eq(noticeWish.personId, ben.personId));
  expect(wish?.lastAt).toBeNull();
});

test("a place without mail tells by push alone", async () => {
  const told: string[] = [];
  const ben = await at.one({ consents: ["notices", "push"] });
  const eve = await at.one();
  const push: SendingDesk["push"] = {
    tell: async (personId) => (told.push(personId) > 0 ? "told" : "nobody"),
  };
  await at.tellDue({ push, mail: mailBy(null, at.clock.now) });
  expect(told).toEqual([ben.personId]);
  expect([await at.statesOf(ben), await at.statesOf(eve)]).toEqual([["told"], []]);
});
