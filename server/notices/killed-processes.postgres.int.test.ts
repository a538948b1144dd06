import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { sql } from "drizzle-orm";
import { build } from "esbuild";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { notice } from "#db/schema";
import { openTestDatabase } from "#db/testing/test-database";
import { startJobs } from "../jobs";
import { type Arrived, startMoodyPost } from "../testing/moody-post";
import { deskOn, logInto } from "../testing/sending-desk";
import { insertWaiting } from "../testing/waiting-people";
import { serveNotices } from "./serve-notices";

// A thousand people are to be told of something by processes that are killed all the time: no mail too many, none lost.

vi.setConfig({ testTimeout: 600_000 });

const PEOPLE = 1_000;
const KILLS = 50;
const AT_ONCE = 2;
const MINUTE = 60_000;
const SIX_HOURS = 360 * MINUTE;
/** A while after something has begun to wait. */
const BEGIN = Date.parse("2026-03-01T19:15:00.000Z");

const folder = mkdtempSync(path.join(tmpdir(), "evenground-killed-"));
const script = path.join(folder, "tell.mjs");
const database = await openTestDatabase();
const { db } = database;
const children = new Set<ChildProcess>();

/** Everything in one file: a process that lives for a second must not take one to begin. */
beforeAll(async () => {
  await build({
    entryPoints: [path.resolve(import.meta.dirname, "../testing/tell-until-killed.ts")],
    outfile: script,
    bundle: true,
    platform: "node",
    format: "esm",
    external: ["pg-native"],
    banner: {
      js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);',
    },
    logLevel: "error",
  });
});

afterAll(async () => {
  for (const child of children) child.kill("SIGKILL");
  rmSync(folder, { recursive: true, force: true });
  await database.close();
});

interface Sent extends Arrived {
  /** By the clock of the process that sent it. */
  readonly at: number;
}

/** When a process is killed: by the mail that it sends, before it is answered or some milliseconds after that. */
interface End {
  readonly mails: number;
  readonly after: number | null;
}

const END: fc.Arbitrary<End> = fc.record({
  mails: fc.integer({ min: 1, max: 30 }),
  after: fc.option(fc.integer({ min: 0, max: 60 })),
});

test("fifty processes are killed while they tell a thousand people: each is told, and nobody twice in six hours", async () => {
  const ends = fc.sample(END, KILLS);
  const sent: Sent[] = [];
  const clocks = new Map<string, number>();
  const mailsOf = new Map<string, (mail: Arrived) => void>();
  const post = await startMoodyPost((mail) => {
    sent.push({ ...mail, at: clocks.get(mail.from) ?? 0 });
    mailsOf.get(mail.from)?.(mail);
  });
  await prepareQueues(post.url);
  const people = await insertWaiting(db, { count: PEOPLE, isFound: false });

  let begun = 0;
  /** Each process has a clock that stands still, twenty minutes after that of the one before: seventeen hours in all. */
  const begin = (
    clock = BEGIN + begun * 20 * MINUTE,
  ): { readonly name: string; readonly child: ChildProcess } => {
    const name = `process-${begun}`;
    begun += 1;
    clocks.set(name, clock);
    const args = [script, database.url ?? "", `${post.url}/?name=${name}`, new Date(clock).toISOString()];
    const child = spawn(process.execPath, args, { stdio: ["ignore", "ignore", "inherit"] });
    children.add(child);
    return { name, child };
  };
  let kills = 0;
  /** One process after the other, each until its end. */
  const liveAndDie = async () => {
    for (let end = ends.pop(); end; end = ends.pop()) {
      const { name, child } = begin();
      const { mails, after } = end;
      let count = 0;
      mailsOf.set(name, () => {
        count += 1;
        if (count !== mails) return;
        if (after === null) child.kill("SIGKILL");
        else setTimeout(() => child.kill("SIGKILL"), after);
      });
      const [, signal] = await once(child, "exit");
      if (signal === "SIGKILL") kills += 1;
      children.delete(child);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, liveAndDie));
  expect(kills).toBe(KILLS);

  // Those that stay finish what is left, at a time when whatever may have gone out may go again.
  const late = BEGIN + begun * 20 * MINUTE + 2 * SIX_HOURS;
  for (let count = 0; count < AT_ONCE; count += 1) begin(late);
  const open = sql`select count(*)::int as open from ${notice} where ${notice.state} <> 'told'`;
  await vi.waitFor(
    async () => {
      const { rows } = (await db.execute(open)) as unknown as { rows: { open: number }[] };
      expect(rows).toEqual([{ open: 0 }]);
      expect(await jobsLeft()).toEqual([]);
    },
    { timeout: 300_000, interval: 200 },
  );

  expect(await db.$count(notice)).toBe(PEOPLE);
  const byPerson = new Map(people.map(({ address }) => [address, [] as Sent[]]));
  for (const mail of sent) byPerson.get(mail.to)?.push(mail);
  expect(byPerson.size).toBe(PEOPLE);
  for (const mails of byPerson.values()) {
    // Each effect once: sent again is what may not have come, under the name it had.
    expect(new Set(mails.map(({ messageId }) => messageId)).size).toBe(1);
    const times = mails.map(({ at }) => at);
    for (const [index, time] of times.entries())
      if (index > 0) expect(time - (times[index - 1] ?? 0)).toBeGreaterThanOrEqual(SIX_HOURS);
  }
  await post.close();
});

/** Makes the queues, as the first process of a place does. */
async function prepareQueues(mailUrl: string): Promise<void> {
  const jobs = await startJobs(database, logInto([]));
  await serveNotices(
    jobs,
    deskOn(db, mailUrl, () => new Date(BEGIN)),
    3_600,
  );
  await jobs.stop();
}

async function jobsLeft(): Promise<readonly unknown[]> {
  const { rows } = await database.run(
    "select name, state from jobs.job where state in ('created', 'retry', 'active', 'failed')",
  );
  return rows;
}
