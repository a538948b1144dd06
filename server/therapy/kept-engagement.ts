import { isKept } from "#conversation/therapy/kept-until";
import type { Db } from "#db/database";
import type { EngagementRow } from "#db/engagements";
import type { Asking } from "#db/sign-ins";
import { ownEngagement } from "./one-engagement";

/**
 * An engagement of this therapist’s own of which they still have what they wrote (Y11), whatever is shared in it now; null
 * for an unknown id, for everybody else’s, and once its day has come.
 */
export async function keptEngagement(
  db: Db,
  asking: Asking,
  engagementId: string,
  now: Date,
): Promise<EngagementRow | null> {
  const row = await ownEngagement({ db }, asking, engagementId);
  return row && isKeptAt(row, now) ? row : null;
}

/** Whether what its therapist wrote is still there. */
export function isKeptAt({ endedAt, keptUntil }: EngagementRow, now: Date): boolean {
  const times = { endedAt: endedAt?.getTime() ?? null, keptUntil: keptUntil?.getTime() ?? null };
  return isKept(times, now.getTime());
}
