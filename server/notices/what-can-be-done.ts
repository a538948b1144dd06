import { sql } from "drizzle-orm";
import type { LogIds } from "../log";
import type { NoticeDesk } from "./notice-desk";

/**
 * Does something with many that is done with any number of them at once; where it does not work it is tried with one
 * half and the other, down to those with which it never works: one couple's misfortune must not keep notices from all
 * others. Each of those is logged. Throws where it is the database that does not answer.
 */
export async function doWhatCanBeDone<One, Result>(
  desk: Pick<NoticeDesk, "db" | "log">,
  all: readonly One[],
  act: (some: readonly One[]) => Promise<readonly Result[]>,
  idsOf: (one: One) => LogIds = () => ({}),
): Promise<readonly Result[]> {
  try {
    return await act(all);
  } catch (error) {
    await desk.db.execute(sql`select 1`);
    const [first] = all;
    if (all.length < 2) {
      desk.log.fault("notices", error, first === undefined ? {} : idsOf(first));
      return [];
    }
    const half = Math.ceil(all.length / 2);
    const done = await doWhatCanBeDone(desk, all.slice(0, half), act, idsOf);
    return [...done, ...(await doWhatCanBeDone(desk, all.slice(half), act, idsOf))];
  }
}
