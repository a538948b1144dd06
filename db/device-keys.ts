import { eq, sql } from "drizzle-orm";
import type { Db } from "./database";
import type { WrappedKey } from "./key-ring";
import { deviceKey, signIn } from "./schema";

/**
 * Keeps a sign-in's key where it has none yet. Gives the one that it has from now on: of two pages that load at once
 * both get the first.
 */
export async function keepFirstDeviceKey(db: Db, signInId: string, made: WrappedKey): Promise<WrappedKey> {
  const { kekId, wrapped } = made;
  // Out of the sign-in, which is kept from ending until then: one that has ended already gets none.
  const held = db
    .select({
      signInId: signIn.id,
      kekId: sql`${kekId}::text`.as("kek_id"),
      wrapped: sql`${wrapped}::bytea`.as("wrapped"),
    })
    .from(signIn)
    .where(eq(signIn.id, signInId))
    .for("key share");
  await db.insert(deviceKey).select(held).onConflictDoNothing();
  const [row] = await db
    .select({ kekId: deviceKey.kekId, wrapped: deviceKey.wrapped })
    .from(deviceKey)
    .where(eq(deviceKey.signInId, signInId));
  return row ?? made; // the sign-in has just ended: this key is nobody's, and opens nothing later
}
