import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { notice } from "#db/schema";
import { openTestDatabase, type TestDatabase } from "#db/testing/test-database";
import type { JobOutcome } from "../job-worker";
import { startJobs } from "../jobs";
import { logInto } from "../testing/sending-desk";
import { startTelling, type Telling } from "../testing/telling";
import { insertWaiting } from "../testing/waiting-people";
import { serveNotices } from "./serve-notices";

// The whole way by itself: found, handed over, sent, by one process or several.

// On a busy machine what takes a second takes many.
vi.setConfig({ testTimeout: 120_000 });
const SOON = { timeout: 100_000, interval: 50 };

let database: TestDatabase;
let at: Telling;
/** A database for each test: no job of one is left to another. */
beforeEach(async () => {
  database = await openTestDatabase();
  at = await startTelling(database);
});
afterEach(async () => {
  for (const end of served.splice(0)) await end();
  await database.close();
});
const served: (() => Promise<void>)[] = [];
const RHYTHM = { lookEverySeconds: 0.2, maintainEverySeconds: 1 };
const TRIES = { retryLimit: 8, backOffSeconds: 1, expireInSeconds: 20, atATime: 2 };

/** A process that serves notices; gives what has become of its jobs. */
async function serve(tries: Partial<typeof TRIES> = {}) {
  const log: string[] = [];
  const own = database.openAgain();
  const jobs = await startJobs(own, logInto(log), RHYTHM);
  const outcomes: JobOutcome[] = [];
  jobs.onOutcome((_name, outcome) => outcome !== "looked" && outcomes.push(outcome));
  served.push(async () => {
    await jobs.stop();
    await own.close();
  });
  const desk = { ...at.desk, db: own.db, log: logInto(log) };
  await serveNotices(jobs, desk, 0.5, { ...TRIES, ...tries });
  return { outcomes, log };
}

const states = async () => [...new Set((await at.db.select().from(notice)).map(({ state }) => state))];

test("what waits for somebody is found in the log and told, once, by whichever of two processes", async () => {
  const people = await insertWaiting(at.db, { count: 30, isFound: false });
  const [one, other] = [await serve(), await serve()];
  at.clock.forward(15 * 60_000);
  await vi.waitFor(async () => expect(await states()).toEqual(["told"]), SOON);
  expect(at.toWhom().toSorted()).toEqual(people.map(({ address }) => address).toSorted());
  await vi.waitFor(
    () => expect([...one.outcomes, ...other.outcomes]).toEqual(people.map(() => "done")),
    SOON,
  );
  for (const { log } of [one, other]) expect(log.filter((line) => line.includes('"fault"'))).toEqual([]);
});

test("two processes share the work", async () => {
  await insertWaiting(at.db, { count: 30 });
  const [one, other] = [await serve(), await serve()];
  await vi.waitFor(async () => expect(await states()).toEqual(["told"]), SOON);
  expect(at.post.arrived).toHaveLength(30);
  await vi.waitFor(() => expect(one.outcomes.length + other.outcomes.length).toBe(30), SOON);
  for (const { outcomes } of [one, other]) expect(outcomes.length).toBeGreaterThan(0);
});

test("while the mail server is away everything waits; when it is back all are told, once", async () => {
  const people = await insertWaiting(at.db, { count: 10 });
  await at.post.close();
  const { outcomes, log } = await serve();
  await vi.waitFor(
    () => expect(outcomes.filter((one) => one === "retried").length).toBeGreaterThan(10),
    SOON,
  );
  expect(await states()).not.toContain("told");
  await at.post.open();
  await vi.waitFor(async () => expect(await states()).toEqual(["told"]), SOON);
  expect(at.toWhom().toSorted()).toEqual(people.map(({ address }) => address).toSorted());
  expect(log.join()).toContain('"where":"job send-notice"');
  expect(log.join()).not.toContain("people.example");
});

test("what cannot be told after the last try has failed, visibly, and is handed over no more", async () => {
  const ben = await at.one();
  at.post.mood = "never";
  const { outcomes, log } = await serve({ retryLimit: 1 });
  await vi.waitFor(() => expect(outcomes).toEqual(["retried", "failed"]), SOON);
  expect(await at.statesOf(ben)).toEqual(["failed"]);
  const lines = log.map((line) => JSON.parse(line));
  expect(lines.filter(({ error }) => error === "FailedForGood")).toMatchObject([
    { msg: "fault", where: "job send-notice", jobId: expect.stringMatching(/^[0-9a-f-]{36}$/) },
  ]);
  at.post.mood = "takes";
  at.clock.forward(3_600_000);
  const eve = await at.one();
  await vi.waitFor(async () => expect(await at.statesOf(eve)).toEqual(["told"]), SOON);
  expect(at.toWhom()).toEqual([eve.address]);
});
