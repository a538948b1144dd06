import {
  type Claim,
  claim,
  forget,
  giveBack,
  markTold,
  putOff,
  type Recipient,
  readDueOf,
  readNotice,
  readRecipient,
  settle,
} from "#db/notice-sending";
import type { NoticeRow } from "#db/notices";
import type { SendingDesk } from "./notice-desk";
import { quietUntil } from "./quiet-hours";
import type { SendingJob } from "./sending-job";
import { stillWaits } from "./still-waits";
import { tellPerson, waysTo } from "./tell-person";

/**
 * Tells a person of whatever is due, all at once, if by now they still want it and it still waits. Done again, it does
 * nothing more: db/notice-sending.ts says how a notice goes from one state to the next.
 *
 * Throws where it surely went to nobody: then the job is tried again.
 */
export async function sendNotice(desk: SendingDesk, job: SendingJob): Promise<void> {
  const { db } = desk;
  const asked = await readNotice(db, job.noticeId, new Date(job.dueAt));
  const person = asked && (await readRecipient(db, asked.personId));
  if (!person) return;
  const now = atDue(asked, desk.now());
  const due = await readDueOf(db, person.personId, now);
  const ways = waysTo(person, desk.mail);
  if (ways.length === 0) return forget(db, due);
  const quiet = quietUntil(now, person);
  if (quiet) return putOff(db, due, quiet);
  const waiting = await thatStillWait(desk, due, now);
  const [lead] = waiting;
  if (!lead) return;
  const claiming = await claim(db, lead, now);
  if (claiming.kind === "taken") return putOff(db, waiting, claiming.until);
  if (claiming.kind === "changed") return sendNotice(desk, job); // with whatever it is now
  await tellOrGiveBack(desk, person, claiming.claim, waiting);
}

/** Milliseconds after which it is looked at again whether somebody who is there still is. */
const LOOK_AGAIN = 600_000;

/** Those of which there is something to tell now. What waits no more is withdrawn: who came need not be written to. */
async function thatStillWait(desk: SendingDesk, due: readonly NoticeRow[], now: Date): Promise<NoticeRow[]> {
  const waiting: NoticeRow[] = [];
  for (const notice of due) {
    const is = await stillWaits(desk, notice, now);
    if (is === "waits") waiting.push(notice);
    else if (is === "later") await putOff(desk.db, [notice], new Date(now.getTime() + LOOK_AGAIN));
    else await settle(desk.db, [notice], "withdrawn");
  }
  return waiting;
}

async function tellOrGiveBack(
  desk: SendingDesk,
  person: Recipient,
  made: Claim,
  waiting: readonly NoticeRow[],
): Promise<void> {
  const { db, log } = desk;
  const outcome = await tellPerson(desk, person, made.lead);
  switch (outcome.kind) {
    case "told":
      return markTold(db, made, waiting, desk.now());
    case "nobody":
      await giveBack(db, made);
      return forget(db, waiting);
    case "surely-not":
      await giveBack(db, made);
      throw outcome.error;
    case "unknown":
      // The claim stays: it is due again when nobody can be told twice within six hours any more.
      log.fault("notice may have gone out", outcome.error, { noticeId: made.lead.id });
  }
}

/** Milliseconds by which the clocks of two processes may differ. */
const CLOCKS_DIFFER = 60_000;

/**
 * The time at which this is done: not before it was due. Whoever handed it over may have a clock that is a little ahead
 * of this one. Where it is far ahead it is not for this process to say that six hours are over: it is tried again.
 */
function atDue({ dueAt }: NoticeRow, now: Date): Date {
  if (dueAt <= now) return now;
  if (dueAt.getTime() - now.getTime() > CLOCKS_DIFFER) throw new ClocksDiffer();
  return dueAt;
}

/** A notice was handed over that is not due yet by the clock of this process. */
class ClocksDiffer extends Error {
  override readonly name = "ClocksDiffer";
}
