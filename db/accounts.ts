import { and, eq } from "drizzle-orm";
import type { Db } from "./database";
import { account } from "./schema";

/** An account elsewhere: where, and under which id it is known there. Nothing else of it is kept. */
export interface AccountElsewhere {
  readonly provider: string;
  readonly providerAccountId: string;
}

/** Whose account it is; null for one that nobody has signed in with yet. */
export async function findByAccount(db: Db, elsewhere: AccountElsewhere): Promise<string | null> {
  const [row] = await db
    .select({ personId: account.personId })
    .from(account)
    .where(
      and(
        eq(account.provider, elsewhere.provider),
        eq(account.providerAccountId, elsewhere.providerAccountId),
      ),
    );
  return row?.personId ?? null;
}

/** From now on a person signs in with it. Fails where it is somebody's already. */
export async function insertAccount(
  db: Db,
  { provider, providerAccountId }: AccountElsewhere,
  personId: string,
  now: Date,
): Promise<void> {
  await db.insert(account).values({ provider, providerAccountId, personId, createdAt: now });
}
