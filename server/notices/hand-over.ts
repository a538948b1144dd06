import type { Db } from "#db/database";
import { markHanded, readToHandOver } from "#db/notice-sending";
import type { Jobs } from "../jobs";
import { jobOf, SENDING, type SendingJob } from "./sending-job";

const BATCH = 200;

/**
 * Makes a job for every notice that is due. It may be called at any time and by any number of processes, and be cut off
 * anywhere: a job that is there is not made again, and one that is not is made a few minutes later.
 */
export async function handOver(
  { db }: { readonly db: Db },
  jobs: Pick<Jobs, "sendAll">,
  now: Date,
): Promise<void> {
  for (;;) {
    const due = await readToHandOver(db, now, BATCH);
    if (due.length > 0) {
      await jobs.sendAll<SendingJob>(SENDING, due.map(jobOf));
      await markHanded(db, due, now);
    }
    if (due.length < BATCH) return;
  }
}
