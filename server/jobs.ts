import PgBoss from "pg-boss";
import type { Database } from "#db/database";
import type { Log } from "./log";

/** Work that is done apart from any request, by whichever process has time; it is kept in the database until done. */
export interface Jobs {
  /** Does `work` for every job of this name, one at a time. What it throws is logged, and tried once more. */
  serve<Data extends object>(name: string, work: (data: Data) => Promise<void>): Promise<void>;
  /** Hands over a job, to be done now or not before `after`. Its data carries ids, never words. */
  send<Data extends object>(name: string, data: Data, after?: Date): Promise<void>;
  /** Takes nothing new and waits for what has begun. */
  stop(): Promise<void>;
}

/** How long a process that did not get the job itself may sleep before it looks for one. */
const LOOK_EVERY_SECONDS = 5;
/** A job whose process went away is done by another after this. */
const LONGEST_JOB_SECONDS = 600;
const LONGEST_STOP = 5_000;

/** pg-boss over the process's own database, in a schema of its own. */
export async function startJobs(database: Database, log: Log): Promise<Jobs> {
  const boss = new PgBoss({
    db: { executeSql: (text, values) => database.run(text, values) as Promise<{ rows: unknown[] }> },
    schema: "jobs",
    schedule: false,
    archiveCompletedAfterSeconds: 3_600,
    deleteAfterHours: 24,
  });
  boss.on("error", (error) => log.fault("jobs", error));
  await boss.start();
  const workers = new Map<string, string>();
  return {
    async serve(name, work) {
      await boss.createQueue(name);
      const options = { batchSize: 1, pollingIntervalSeconds: LOOK_EVERY_SECONDS };
      const worker = await boss.work<Parameters<typeof work>[0]>(name, options, async ([job]) => {
        if (!job) return;
        try {
          await work(job.data);
        } catch (error) {
          log.fault(`job ${name}`, error);
          throw error; // so that pg-boss tries it again
        }
      });
      workers.set(name, worker);
    },
    async send(name, data, after) {
      await boss.send(name, data, {
        retryLimit: 1,
        expireInSeconds: LONGEST_JOB_SECONDS,
        ...(after && { startAfter: after }),
      });
      const worker = workers.get(name);
      if (worker && !after) boss.notifyWorker(worker);
    },
    stop: () => boss.stop({ graceful: true, wait: true, timeout: LONGEST_STOP }),
  };
}
