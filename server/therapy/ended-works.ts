import type { Db } from "#db/database";
import { readEngagementsOf } from "#db/engagements";
import { readMembersIn } from "#db/members";
import type { Asking } from "#db/sign-ins";
import { type CoupleSeen, coupleSeen } from "./couple-seen";
import { isKeptAt } from "./kept-engagement";

/** Work that has ended, of which the therapist still has what they wrote. */
export interface EndedWork extends CoupleSeen {
  readonly endedAt: Date;
  readonly keptUntil: Date | null;
}

/** All of it, what ended last first (Y7, Y11). */
export async function endedWorks(
  db: Db,
  { personId }: Pick<Asking, "personId">,
  now: Date,
): Promise<readonly EndedWork[]> {
  const rows = (await readEngagementsOf(db, personId)).filter((row) => isKeptAt(row, now));
  const ended = rows.flatMap((row) => (row.endedAt ? [{ row, endedAt: row.endedAt }] : []));
  const members = await readMembersIn(
    db,
    ended.map(({ row }) => row.spaceId),
  );
  return ended
    .map(({ row, endedAt }) => ({ ...coupleSeen(row, null, members), endedAt, keptUntil: row.keptUntil }))
    .sort((one, other) => other.endedAt.getTime() - one.endedAt.getTime());
}
