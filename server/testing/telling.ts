import { eq } from "drizzle-orm";
import { onTestFinished } from "vitest";
import type { Database, Db } from "#db/database";
import { readToHandOver } from "#db/notice-sending";
import { notice } from "#db/schema";
import type { SendingDesk } from "../notices/notice-desk";
import { sendNotice } from "../notices/send-notice";
import { type MoodyPost, startMoodyPost } from "./moody-post";
import { deskOn, logInto } from "./sending-desk";
import { makeClock, type TestClock } from "./test-clock";
import { insertWaiting, type Waiting } from "./waiting-people";

/** All that telling people takes: a real database, a real mail server, and a clock that is moved by hand. */
export interface Telling {
  readonly db: Db;
  readonly desk: SendingDesk;
  readonly post: MoodyPost;
  readonly clock: TestClock;
  /** The log so far. */
  readonly log: readonly string[];
  /** Somebody for whom something waits. */
  one(wish?: Partial<Parameters<typeof insertWaiting>[1]>): Promise<Waiting>;
  /** Sends everything that is due by now, without any jobs; gives what went wrong. */
  tellDue(changed?: Partial<SendingDesk>): Promise<readonly unknown[]>;
  statesOf(person: Waiting): Promise<readonly string[]>;
  /** The addresses of all mails that came as a whole. */
  toWhom(): readonly string[];
}

/** Begins a test in which nobody is to be told of anything yet. */
export async function startTelling({ db }: Database): Promise<Telling> {
  await db.delete(notice);
  const clock = makeClock();
  const post = await startMoodyPost();
  onTestFinished(() => post.close());
  const log: string[] = [];
  const desk = { ...deskOn(db, post.url, clock.now), log: logInto(log) };
  return {
    ...{ db, desk, post, clock, log },
    one: async (wish = {}) => only(await insertWaiting(db, { count: 1, ...wish })),
    async tellDue(changed = {}) {
      const at: SendingDesk = { ...desk, ...changed };
      const faults: unknown[] = [];
      for (const { id, dueAt } of await readToHandOver(db, clock.now(), 1_000))
        await sendNotice(at, { noticeId: id, dueAt: dueAt.toISOString() }).catch((error) =>
          faults.push(error),
        );
      return faults;
    },
    async statesOf({ personId }) {
      const rows = await db
        .select({ state: notice.state })
        .from(notice)
        .where(eq(notice.personId, personId))
        .orderBy(notice.id);
      return rows.map(({ state }) => state);
    },
    toWhom: () => post.arrived.map(({ to }) => to),
  };
}

/** The only one there is. */
export function only<T>([first, ...others]: readonly T[]): T {
  if (first === undefined || others.length > 0) throw new Error("It is not one.");
  return first;
}
