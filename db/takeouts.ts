import { and, desc, eq, gt, lt } from "drizzle-orm";
import type { Db } from "./database";
import type { WrappedKey } from "./key-ring";
import { person, takeout } from "./schema";

/** How a takeout stands, for the one it is of. */
export interface TakeoutRow {
  readonly id: string;
  readonly state: "packing" | "ready" | "failed";
  readonly done: number;
  readonly total: number;
  readonly createdAt: Date;
}

/** A takeout that is there, with its archive sealed. */
export interface SealedTakeout {
  readonly id: string;
  readonly personId: string;
  readonly key: WrappedKey;
  readonly archive: Uint8Array | null;
}

/** Begins a takeout; an earlier one of the same person goes. */
export async function insertTakeout(
  tx: Db,
  made: {
    readonly id: string;
    readonly personId: string;
    readonly key: WrappedKey;
    readonly createdAt: Date;
    readonly expiresAt: Date;
  },
): Promise<void> {
  const { key, ...row } = made;
  await tx.delete(takeout).where(eq(takeout.personId, made.personId));
  await tx.insert(takeout).values({ ...row, ...key, state: "packing" });
}

/** From here to the end of the transaction nobody else begins a takeout of this person. */
export async function lockTakeouts(tx: Db, personId: string): Promise<void> {
  await tx.select({ id: person.id }).from(person).where(eq(person.id, personId)).for("no key update");
}

/** The newest takeout of a person that has not expired. */
export async function readTakeoutOf(db: Db, personId: string, now: Date): Promise<TakeoutRow | null> {
  const [row] = await db
    .select({
      id: takeout.id,
      state: takeout.state,
      done: takeout.done,
      total: takeout.total,
      createdAt: takeout.createdAt,
    })
    .from(takeout)
    .where(and(eq(takeout.personId, personId), gt(takeout.expiresAt, now)))
    .orderBy(desc(takeout.createdAt))
    .limit(1);
  return row ?? null;
}

/** A takeout by its id, expired or not. */
export async function readTakeout(db: Db, id: string): Promise<(SealedTakeout & { expiresAt: Date }) | null> {
  const [row] = await db.select().from(takeout).where(eq(takeout.id, id));
  if (!row) return null;
  const { personId, kekId, wrapped, archive, expiresAt } = row;
  return { id, personId, key: { kekId, wrapped }, archive, expiresAt };
}

export async function tellProgress(db: Db, id: string, done: number, total: number): Promise<void> {
  await db.update(takeout).set({ done, total }).where(eq(takeout.id, id));
}

export async function keepArchive(db: Db, id: string, archive: Uint8Array): Promise<void> {
  await db.update(takeout).set({ state: "ready", archive }).where(eq(takeout.id, id));
}

export async function markFailed(db: Db, id: string): Promise<void> {
  await db.update(takeout).set({ state: "failed" }).where(eq(takeout.id, id));
}

/** Drops every archive whose hour is over. */
export async function deleteExpiredTakeouts(db: Db, now: Date): Promise<void> {
  await db.delete(takeout).where(lt(takeout.expiresAt, now));
}
