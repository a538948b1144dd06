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
  return (await readKeysOf(db, [spaceId])).get(spaceId) ?? null;
}

/** Of each of these spaces, in one query. Those as above are left out. */
export async function readKeysOf(
  db: Db,
  spaceIds: readonly string[],
): Promise<ReadonlyMap<string, SpaceKeys>> {
  if (spaceIds.length === 0) return new Map();
  const rows = await db
    .select({
      spaceId: spaceKey.spaceId,
      spaceKey: { kekId: spaceKey.kekId, wrapped: spaceKey.wrapped },
      seatKey: { seat: seatKey.seat, wrapped: seatKey.wrapped },
    })
    .from(spaceKey)
    .leftJoin(seatKey, eq(seatKey.spaceId, spaceKey.spaceId))
    .where(inArray(spaceKey.spaceId, [...spaceIds]));
  const found = new Map<string, SpaceKeys & { readonly seatKeys: Map<string, Uint8Array> }>();
  for (const { spaceId, spaceKey: own, seatKey: one } of rows) {
    const keys = found.get(spaceId) ?? { spaceKey: own, seatKeys: new Map<string, Uint8Array>() };
    found.set(spaceId, keys);
    if (one) keys.seatKeys.set(one.seat, one.wrapped);
  }
  return found;
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
