import { randomUUID } from "node:crypto";
import { EventEmitter, once } from "node:events";
import { sql } from "drizzle-orm";
import { afterAll, expect, onTestFinished, test, vi } from "vitest";
import { openTestDatabase } from "#db/testing/test-database";
import type { JobOutcome } from "./job-worker";
import { type Jobs, startJobs } from "./jobs";
import { openLog } from "./log";

// Jobs in a real database: done, tried again, given up.

const database = await openTestDatabase();
afterAll(database.close);

const QUICK = { lookEverySeconds: 0.1, maintainEverySeconds: 1 };

/** The jobs of one process, what it logged, and what it counted. */
async function startOne(): Promise<{ jobs: Jobs; log: string[]; outcomes: JobOutcome[] }> {
  const log: string[] = [];
  const outcomes: JobOutcome[] = [];
  const own = database.openAgain();
  const jobs = await startJobs(
    own,
    openLog({ LOG_LEVEL: "info" }, { write: (line) => log.push(line) }),
    QUICK,
  );
  jobs.onOutcome((_name, outcome) => outcomes.push(outcome));
  onTestFinished(async () => {
    await jobs.stop();
    await own.close();
  });
  return { jobs, log, outcomes };
}

const SOON = { timeout: 20_000, interval: 20 };
const newName = () => `work-${randomUUID()}`;

test("a job is done once, in the order of handing over, by whoever has time", async () => {
  const [one, other] = [await startOne(), await startOne()];
  const name = newName();
  const done: number[] = [];
  const work = async ({ number }: { number: number }) => void done.push(number);
  await Promise.all([one.jobs.serve(name, work), other.jobs.serve(name, work, { atATime: 3 })]);
  const numbers = Array.from({ length: 30 }, (_, index) => index);
  for (const number of numbers) await one.jobs.send(name, { number });
  await vi.waitFor(() => expect(done).toHaveLength(30), SOON);
  expect(done.toSorted((a, b) => a - b)).toEqual(numbers);
  await vi.waitFor(
    () => expect([...one.outcomes, ...other.outcomes]).toEqual(numbers.map(() => "done")),
    SOON,
  );
});

test("handing over again under the same id is handing over once", async () => {
  const { jobs } = await startOne();
  const name = newName();
  const done: string[] = [];
  await jobs.serve<{ what: string }>(name, async ({ what }) => void done.push(what));
  const id = randomUUID();
  const asked = (what: string, as = id) => jobs.sendAll(name, [{ id: as, data: { what } }]);
  await asked("first");
  await asked("again");
  await vi.waitFor(() => expect(done).toEqual(["first"]), SOON);
  await asked("afterwards");
  await asked("another", randomUUID());
  await vi.waitFor(() => expect(done).toEqual(["first", "another"]), SOON);
});

test("what fails is tried again after a while, and longer each time", async () => {
  const { jobs, log, outcomes } = await startOne();
  const name = newName();
  const tries: number[] = [];
  await jobs.serve(
    name,
    async () => {
      tries.push(performance.now());
      if (tries.length < 3) throw new Error("canary");
    },
    { retryLimit: 5, backOffSeconds: 1 },
  );
  await jobs.send(name, {});
  await vi.waitFor(() => expect(outcomes).toEqual(["retried", "retried", "done"]), SOON);
  const [first = 0, second = 0, third = 0] = tries;
  expect(second - first).toBeGreaterThan(900);
  expect(third - second).toBeGreaterThan(1900);
  expect(log.filter((line) => line.includes('"msg":"fault"'))).toHaveLength(2);
  const kept = await database.db.execute(sql`select output::text from jobs.job where name = ${name}`);
  expect(JSON.stringify(kept) + log.join()).not.toContain("canary");
});

test("what finally failed is in the log with its name and its id, is counted once, and told to whoever serves it", async () => {
  const [one, other] = [await startOne(), await startOne()];
  const name = newName();
  const failed: string[] = [];
  const how = {
    retryLimit: 1,
    backOffSeconds: 1,
    failed: async ({ what }: { what: string }) => void failed.push(what),
  };
  const work = () => Promise.reject(new Error("never"));
  for (const { jobs } of [one, other]) await jobs.serve<{ what: string }>(name, work, how);
  const id = randomUUID();
  await one.jobs.sendAll(name, [{ id, data: { what: "this" } }]);
  const outcomes = () => [...one.outcomes, ...other.outcomes].toSorted();
  await vi.waitFor(() => expect(outcomes()).toEqual(["failed", "retried"]), SOON);
  expect(failed).toEqual(["this"]);
  const lines = [...one.log, ...other.log].map((line) => JSON.parse(line));
  expect(lines.filter(({ error }) => error === "FailedForGood")).toMatchObject([
    { msg: "fault", where: `job ${name}`, jobId: id },
  ]);
});

test("a job that does not come to an end is taken up again when its time is over", async () => {
  const { jobs } = await startOne();
  const name = newName();
  let tries = 0;
  await jobs.serve(
    name,
    () => {
      tries += 1;
      return tries === 1 ? new Promise(() => {}) : Promise.resolve();
    },
    { expireInSeconds: 1, backOffSeconds: 1 },
  );
  await jobs.send(name, {});
  await vi.waitFor(() => expect(tries).toBe(2), SOON);
});

test("a stop waits for what has begun, and takes nothing new", async () => {
  const { jobs, outcomes } = await startOne();
  const name = newName();
  const gate = new EventEmitter();
  const began = once(gate, "began");
  await jobs.serve(name, async () => {
    gate.emit("began");
    await once(gate, "open");
  });
  await jobs.send(name, {});
  await jobs.send(name, {});
  await began;
  const stopped = jobs.stop();
  gate.emit("open");
  await stopped;
  expect(outcomes).toEqual(["done"]);
});

test("what is looked for again and again ends with the stop, and a fault is no end", async () => {
  const { jobs, log } = await startOne();
  let looks = 0;
  jobs.lookEvery(0.01, "something", async () => {
    looks += 1;
    if (looks === 1) throw new Error("not this time");
  });
  await vi.waitFor(() => expect(looks).toBeGreaterThan(3), SOON);
  await jobs.stop();
  const until = looks;
  expect(log.filter((line) => line.includes('"where":"something"'))).toHaveLength(1);
  await database.db.execute(sql`select pg_sleep(0.1)`);
  expect(looks).toBe(until);
});

test("nothing is handed over that nobody here would do", async () => {
  const { jobs } = await startOne();
  await expect(jobs.send(newName(), {})).rejects.toThrow("is not served here");
});
