import { and, eq, inArray } from "drizzle-orm";
import type { Db } from "./database";
import type { WrappedKey } from "./key-ring";
import { destroyedKey, seatKey, spaceKey } from "./schema";

/** The keys of a space as they are stored. */
export interface SpaceKeys {
  readonly spaceKey: WrappedKey;
  /** By seat; a seat whose key was destroyed is not there. */
  readonly seatKeys: ReadonlyMap<string, Uint8Array>;
}

/** Null for an unknown space, and for one that everybody has left. */
export async function readSpaceKeys(db: Db, spaceId: string): Promise<SpaceKeys | null> {
  const rows = await db
    .select({
      spaceKey: { kekId: spaceKey.kekId, wrapped: spaceKey.wrapped },
      seatKey: { seat: seatKey.seat, wrapped: seatKey.wrapped },
    })
    .from(spaceKey)
    .leftJoin(seatKey, eq(seatKey.spaceId, spaceKey.spaceId))
    .where(eq(spaceKey.spaceId, spaceId));
  const [first] = rows;
  if (!first) return null;
  const seatKeys = rows.flatMap((row) => (row.seatKey ? [row.seatKey] : []));
  return {
    spaceKey: first.spaceKey,
    seatKeys: new Map(seatKeys.map(({ seat, wrapped }) => [seat, wrapped])),
  };
}

/** Destroys the keys of these seats, and with them every word they sealed. The ledger remembers that, and no more. */
export async function destroySeatKeys(
  tx: Db,
  spaceId: string,
  seats: readonly string[],
  at: Date,
): Promise<void> {
  const destroyed = await tx
    .delete(seatKey)
    .where(and(eq(seatKey.spaceId, spaceId), inArray(seatKey.seat, [...seats])))
    .returning({ spaceId: seatKey.spaceId, seat: seatKey.seat });
  if (destroyed.length === 0) return;
  await tx
    .insert(destroyedKey)
    .values(destroyed.map((key) => ({ ...key, at })))
    .onConflictDoNothing();
}
