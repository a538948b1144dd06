import { eq } from "drizzle-orm";
import type { Db } from "./database";
import type { WrappedKey } from "./key-ring";
import { placeKey } from "./schema";

/** A key of the whole place, as it is stored; null where it was never made. */
export async function readPlaceKey(db: Db, name: string): Promise<WrappedKey | null> {
  const [row] = await db
    .select({ kekId: placeKey.kekId, wrapped: placeKey.wrapped })
    .from(placeKey)
    .where(eq(placeKey.name, name));
  return row ?? null;
}

/** Keeps a key where there is none of that name yet: of processes that start together, all then read the first one's. */
export async function keepFirstPlaceKey(db: Db, name: string, { kekId, wrapped }: WrappedKey): Promise<void> {
  await db.insert(placeKey).values({ name, kekId, wrapped }).onConflictDoNothing();
}
