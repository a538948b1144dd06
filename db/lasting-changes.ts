import { and, eq, exists, gt, or, sql } from "drizzle-orm";
import type { Db } from "./database";
import { agreement, keeping, membership } from "./schema";

/**
 * Whether something that lasts in a space, or who is in it, has changed after `since`. It may say so once too often,
 * where what changed was seen already.
 */
export async function hasChangedSince(db: Db, spaceId: string, since: Date): Promise<boolean> {
  const one = { one: sql`1` };
  const agreed = or(
    gt(agreement.createdAt, since),
    gt(agreement.reviewedAt, since),
    gt(agreement.endedAt, since),
  );
  const moved = or(gt(membership.createdAt, since), gt(membership.leftAt, since));
  const [row] = await db
    .select({
      isKept: exists(
        db
          .select(one)
          .from(keeping)
          .where(and(eq(keeping.spaceId, spaceId), gt(keeping.at, since))),
      ),
      isAgreed: exists(
        db
          .select(one)
          .from(agreement)
          .where(and(eq(agreement.spaceId, spaceId), agreed)),
      ),
      isMoved: exists(
        db
          .select(one)
          .from(membership)
          .where(and(eq(membership.spaceId, spaceId), moved)),
      ),
    })
    .from(sql`(select 1) as one`);
  return Boolean(row?.isKept || row?.isAgreed || row?.isMoved);
}
