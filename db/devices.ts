import { and, desc, eq, gt, ne } from "drizzle-orm";
import type { Db } from "./database";
import { signIn } from "./schema";

/** A browser somebody is signed in on. */
export interface Device {
  /** The sign-in's public id. */
  readonly id: string;
  /** What the browser said it was; empty where it said nothing. */
  readonly device: string;
  readonly createdAt: Date;
  /** To the hour; null where it was not used since. */
  readonly usedAt: Date | null;
}

/** The browsers a person is signed in on, the one used last first. */
export function readDevices(db: Db, personId: string, now: Date): Promise<Device[]> {
  return db
    .select({
      id: signIn.id,
      device: signIn.device,
      createdAt: signIn.createdAt,
      usedAt: signIn.usedAt,
    })
    .from(signIn)
    .where(and(eq(signIn.personId, personId), gt(signIn.expiresAt, now)))
    .orderBy(desc(signIn.usedAt), desc(signIn.createdAt));
}

/** Ends one sign-in of this person. False where they have none with this id. */
export async function deleteDevice(db: Db, personId: string, id: string): Promise<boolean> {
  const ended = await db
    .delete(signIn)
    .where(and(eq(signIn.personId, personId), eq(signIn.id, id)))
    .returning({ id: signIn.id });
  return ended.length > 0;
}

/** Ends every sign-in of this person but one. Gives the ids of those that ended. */
export async function deleteOtherDevices(db: Db, personId: string, kept: string): Promise<string[]> {
  const ended = await db
    .delete(signIn)
    .where(and(eq(signIn.personId, personId), ne(signIn.id, kept)))
    .returning({ id: signIn.id });
  return ended.map(({ id }) => id);
}
