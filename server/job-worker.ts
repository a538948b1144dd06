import { setTimeout as sleep } from "node:timers/promises";
import type PgBoss from "pg-boss";
import type { Log } from "./log";
import { makeNaps } from "./naps";

/** `retried`: taken up again after a try that failed, or was cut off. `failed`: for good, told by one process. */
export type JobOutcome = "done" | "retried" | "failed" | "looked";

/** One process's share in the jobs of one name. */
export interface JobWorker {
  /** There may be a job. */
  wake(): void;
  /** Takes no more, and waits so many milliseconds for what it has; what is not done by then is left to others. */
  stop(patience: number): Promise<void>;
}

interface AtWork {
  readonly boss: PgBoss;
  readonly log: Log;
  tell(name: string, outcome: JobOutcome): void;
  /** Milliseconds between two looks that found nothing. */
  readonly lookEvery: number;
}

interface Work<Data> {
  readonly name: string;
  work(data: Data): Promise<void>;
  readonly atATime: number;
  /** The name of the jobs whose last try has failed, where it is those that are worked on. */
  readonly buries?: string;
}

type Job<Data> = PgBoss.JobWithMetadata<Data & { readonly jobId?: string }>;

/** A job whose last try has failed. */
class FailedForGood extends Error {
  override readonly name = "FailedForGood";
}

/**
 * Takes jobs out of the database, one after the other in each of `atATime` lanes, and has them done.
 *
 * pg-boss has workers of its own. They do not wait until it is written that a job is done, and where that fails (the
 * database is away for a moment) the process ends; and after each job they sleep.
 */
export function startWorker<Data extends object>(at: AtWork, given: Work<Data>): JobWorker {
  const { boss, log, lookEvery } = at;
  const { name, atATime } = given;
  const naps = makeNaps();
  const under = new Set<string>();
  let stopping = false;
  const lane = async () => {
    while (!stopping) {
      const last = naps.calls();
      // An error of the database is an empty answer here: there is another look soon.
      const [job] = await boss.fetch<Job<Data>["data"]>(name, { batchSize: 1, includeMetadata: true });
      if (!job) {
        await naps.take(lookEvery, last);
        continue;
      }
      under.add(job.id);
      await perform(at, given, job).catch((error: unknown) => log.fault(`job ${name}`, error));
      under.delete(job.id);
    }
  };
  const lanes = Promise.all(Array.from({ length: atATime }, lane));
  return {
    wake: naps.wake,
    async stop(patience) {
      stopping = true;
      naps.wake();
      await Promise.race([lanes, sleep(patience, null, { ref: false })]);
      for (const id of under)
        await boss
          .fail(name, id, { stopped: true })
          .catch((error: unknown) => log.fault(`job ${name}`, error));
    },
  };
}

/** Does one job, and writes down what came of it. Where that cannot be written, the job is tried again later. */
async function perform<Data extends object>(
  { boss, log, tell }: AtWork,
  { name, work, buries }: Work<Data>,
  { id, data, retryCount, expireInSeconds }: Job<Data>,
): Promise<void> {
  if (retryCount > 0 && !buries) tell(name, "retried");
  try {
    await within(Number(expireInSeconds), work(data));
  } catch (error) {
    // A library's error may quote an address: what goes to the database is where to look in the log.
    const fault = log.fault(`job ${name}`, error, { jobId: data.jobId ?? id });
    await boss.fail(name, id, { fault });
    return;
  }
  if (buries) log.fault(`job ${buries}`, new FailedForGood(), { jobId: data.jobId ?? id });
  tell(buries ?? name, buries ? "failed" : "done");
  await boss.complete(name, id);
}

/** Waits so long and no longer: then the job counts as cut off, and somebody else may have taken it up. */
async function within(seconds: number, task: Promise<void>): Promise<void> {
  const done = new AbortController();
  const late = sleep(seconds * 1000, null, { signal: done.signal }).then(() => {
    throw new Error(`It took longer than ${seconds} seconds.`);
  });
  try {
    await Promise.race([task, late]);
  } finally {
    done.abort();
  }
}
