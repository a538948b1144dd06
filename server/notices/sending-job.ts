import { v5 as uuidv5 } from "uuid";
import type { DueNotice } from "#db/notice-sending";
import type { Identified } from "../jobs";

/** The name of the job in the database. */
export const SENDING = "send-notice";

/** A notice to be sent, which has been due since exactly then: one that was put off since has another job. */
export interface SendingJob {
  readonly noticeId: string;
  readonly dueAt: string;
}

/** The job for a notice. Of any number of processes that hand over the same, each gives it the same id: there is one. */
export function jobOf({ id, mark, dueAt }: DueNotice): Identified<SendingJob> {
  const due = dueAt.toISOString();
  return { id: uuidv5(`${mark} ${due}`, id), data: { noticeId: id, dueAt: due } };
}

/**
 * The Message-ID of what is sent for a notice. It is the same whenever the same is sent again, so that whoever gets it
 * twice is shown one; nobody reads out of it whose notice it is, nor which.
 */
export function messageIdOf({ id, mark }: Pick<DueNotice, "id" | "mark">, host: string): string {
  return `<${uuidv5(mark, id)}@${host}>`;
}
