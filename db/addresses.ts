import { and, eq, isNull, sql } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import type { Db } from "./database";
import { person } from "./schema";

/** The person with this address, in small letters; null where nobody has it. */
export async function findByAddress(db: Db, address: string): Promise<string | null> {
  const [row] = await db.select({ id: person.id }).from(person).where(eq(person.address, address));
  return row?.id ?? null;
}

/** Gives an address to somebody who has none. False where they have one by now, or where it is somebody else's. */
export async function giveAddress(db: Db, id: string, address: string): Promise<boolean> {
  return db.transaction(async (tx) => {
    await lockAddress(tx, address);
    if (await findByAddress(tx, address)) return false;
    const rows = await tx
      .update(person)
      .set({ address })
      .where(and(eq(person.id, id), isNull(person.address)))
      .returning({ id: person.id });
    return rows.length === 1;
  });
}

/** The person with this address, whether they were there before or are made now. They have yet to say their name. */
export async function findOrInsertByAddress(db: Db, address: string, at: Date): Promise<string> {
  return db.transaction(async (tx) => {
    await lockAddress(tx, address);
    const known = await findByAddress(tx, address);
    if (known) return known;
    const id = uuidv7();
    await tx.insert(person).values({ id, name: "", address, createdAt: at });
    return id;
  });
}

/** Two who want the same address at the same time come one after the other. */
export async function lockAddress(tx: Db, address: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${address}, 0))`);
}
