import { giveUp, LONGEST_TRY } from "#db/notice-sending";
import type { HowServed, Jobs } from "../jobs";
import { findNotices } from "./find-notices";
import { handOver } from "./hand-over";
import type { SendingDesk } from "./notice-desk";
import { sendNotice } from "./send-notice";
import { SENDING, type SendingJob } from "./sending-job";

type Tries = Omit<HowServed<never>, "failed">;

/**
 * A mail server may be away for a day: the tries begin half a minute to a minute apart, each time twice that, and the
 * last comes after 17 to 34 hours. What quiet hours put off begins anew in the morning.
 */
const USUAL_TRIES: Tries = {
  retryLimit: 11,
  backOffSeconds: 30,
  expireInSeconds: LONGEST_TRY,
  atATime: 4,
};

/** Finds out whom something waits for and tells them, in this process too, until the jobs stop. */
export async function serveNotices(
  jobs: Jobs,
  desk: SendingDesk,
  everySeconds: number,
  tries: Tries = USUAL_TRIES,
): Promise<void> {
  await jobs.serve<SendingJob>(SENDING, (job) => sendNotice(desk, job), {
    ...tries,
    failed: ({ noticeId, dueAt }) => giveUp(desk.db, noticeId, new Date(dueAt)),
  });
  jobs.lookEvery(everySeconds, "notices", async () => {
    const now = desk.now();
    try {
      await findNotices(desk, now);
    } finally {
      await handOver(desk, jobs, now); // what was found before is told all the same
    }
  });
}
