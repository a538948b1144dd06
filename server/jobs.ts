import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "drizzle-orm";
import PgBoss from "pg-boss";
import { v7 as uuidv7 } from "uuid";
import type { Database } from "#db/database";
import { type JobOutcome, type JobWorker, startWorker } from "./job-worker";
import type { Log } from "./log";
import { makeNaps } from "./naps";

/**
 * Work that is done apart from any request, by whichever process has time; it is kept in the database until done.
 *
 * A job may be done more than once: its process may be killed between doing it and saying so. So whoever serves jobs
 * makes sure that doing one again changes nothing. Data carries ids, never words, and what is kept of an error is the
 * id of its fault in the log.
 */
export interface Jobs {
  /** Does `work` for every job of this name, in this process too. What it throws is logged, and tried again. */
  serve<Data extends object>(
    name: string,
    work: (data: Data) => Promise<void>,
    how?: Partial<HowServed<Data>>,
  ): Promise<void>;
  /** Hands over a job of a name that is served here, to be done now, or after a time by the database's clock. */
  send<Data extends object>(name: string, data: Data, after?: Date): Promise<void>;
  /** Hands over many jobs of a name, each with an id, all or none of them. */
  sendAll<Data extends object>(name: string, jobs: readonly Identified<Data>[]): Promise<void>;
  /** Does `look` now, and again so many seconds after each time, until the stop. What it throws is logged. */
  lookEvery(seconds: number, name: string, look: () => Promise<void>): void;
  /** Tells of every job's outcomes in this process. */
  onOutcome(hear: (name: string, outcome: JobOutcome) => void): void;
  /** Takes nothing new and waits for what has begun. */
  stop(): Promise<void>;
}

export interface HowServed<Data> {
  /** How often it is tried again. */
  readonly retryLimit: number;
  /** Seconds before it is tried again, for the first time; twice as long each time, and up to as much again. */
  readonly backOffSeconds: number;
  /** After so long it counts as cut off, and is tried again: its process was killed, or hangs. */
  readonly expireInSeconds: number;
  /** How many this process does together. */
  readonly atATime: number;
  /** What is done, once, when the last try has failed. */
  failed(data: Data): Promise<void>;
}

export interface Identified<Data> {
  /** Of two jobs with one id there is only ever the first: handing over may be repeated. */
  readonly id: string;
  readonly data: Data;
}

/** How often the database is looked at. */
export interface JobRhythm {
  /** How long a process that did not get a job itself may sleep before it looks for one. */
  readonly lookEverySeconds: number;
  /** How often somebody looks for jobs that were cut off. */
  readonly maintainEverySeconds: number;
}

const USUAL_RHYTHM: JobRhythm = { lookEverySeconds: 5, maintainEverySeconds: 30 };
const USUALLY = { retryLimit: 1, backOffSeconds: 5, expireInSeconds: 600, atATime: 1 };
const LONGEST_STOP = 5_000;

/** pg-boss over the process's own database, in a schema of its own. */
export async function startJobs(
  database: Database,
  log: Log,
  rhythm: JobRhythm = USUAL_RHYTHM,
): Promise<Jobs> {
  const boss = new PgBoss({
    db: { executeSql: (text, values) => database.run(text, values) as Promise<{ rows: unknown[] }> },
    schema: "jobs",
    schedule: false,
    maintenanceIntervalSeconds: rhythm.maintainEverySeconds,
    archiveCompletedAfterSeconds: 3_600,
    deleteAfterHours: 24,
  });
  boss.on("error", (error) => log.fault("jobs", error));
  await boss.start();
  const workers = new Map<string, JobWorker>();
  const naps = makeNaps();
  const looks = new Set<Promise<void>>();
  let stopping = false;
  let hear: (name: string, outcome: JobOutcome) => void = () => {};
  const tell = (name: string, outcome: JobOutcome) => hear(name, outcome);
  const workerOf = (name: string): JobWorker => {
    const worker = workers.get(name);
    if (!worker) throw new Error(`Nobody would do it: ${name} is not served here.`);
    return worker;
  };
  const atWork = { boss, log, tell, lookEvery: rhythm.lookEverySeconds * 1000 };
  return {
    async serve(name, work, given = {}) {
      const how = { ...USUALLY, ...given };
      const last = `failed-${name}`;
      await makeQueue(database, boss, { name: last });
      await makeQueue(database, boss, { name, ...optionsOf(how), deadLetter: last });
      workers.set(name, startWorker(atWork, { name, work, atATime: how.atATime }));
      const bury = (data: Parameters<typeof work>[0]) => how.failed?.(data) ?? Promise.resolve();
      workers.set(last, startWorker(atWork, { name: last, work: bury, atATime: 1, buries: name }));
    },
    async send(name, data, after) {
      const worker = workerOf(name);
      const id = uuidv7();
      await boss.send(name, { ...data, jobId: id }, { id, ...(after && { startAfter: after }) });
      if (!after) worker.wake();
    },
    async sendAll(name, jobs) {
      const worker = workerOf(name);
      await boss.insert(jobs.map(({ id, data }) => ({ id, name, data: { ...data, jobId: id } })));
      worker.wake();
    },
    lookEvery(seconds, name, look) {
      const looking = async () => {
        while (!stopping) {
          await look().catch((error: unknown) => log.fault(name, error));
          tell(name, "looked");
          if (!stopping) await naps.take(seconds * 1000);
        }
      };
      looks.add(looking());
    },
    onOutcome(listener) {
      hear = listener;
    },
    async stop() {
      stopping = true;
      naps.wake();
      const ends = [...workers.values()].map((worker) => worker.stop(LONGEST_STOP));
      const looked = Promise.race([Promise.all(looks), sleep(LONGEST_STOP, null, { ref: false })]);
      await Promise.all([...ends, looked]);
      await boss.stop({ graceful: false });
    },
  };
}

type Tries = Pick<HowServed<never>, "retryLimit" | "backOffSeconds" | "expireInSeconds">;

function optionsOf({ retryLimit, backOffSeconds, expireInSeconds }: Tries) {
  return { retryLimit, retryDelay: backOffSeconds, retryBackoff: true, expireInSeconds };
}

/** Any number, the same in every process: whoever holds this lock makes queues, the others wait. */
const QUEUE_LOCK = 727_275;

/** Makes a queue, or has the one that is there be like this. Two that are made at once would block one another. */
async function makeQueue({ db, kind }: Database, boss: PgBoss, queue: PgBoss.Queue): Promise<void> {
  const make = async () => {
    await boss.createQueue(queue.name, queue);
    await boss.updateQueue(queue.name, queue);
  };
  if (kind === "embedded") return make(); // one process, one connection: there is nobody to lock out
  await db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${QUEUE_LOCK})`);
    await make(); // on a connection of its own
  });
}
