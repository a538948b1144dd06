import { and, desc, eq, gt, inArray, isNotNull, isNull, ne, type SQL } from "drizzle-orm";
import type { Db } from "./database";
import { person, signIn } from "./schema";

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

/** Whose sign-ins end, and the one that asks for it. */
export interface EndingDevices {
  readonly personId: string;
  readonly signInId: string;
}

/** Ends one other sign-in of this person. False where they have none with this id. */
export async function deleteDevice(db: Db, by: EndingDevices, id: string): Promise<boolean> {
  return (await endThose(db, by, eq(signIn.id, id))).length > 0;
}

/** Ends every sign-in of this person but the one that asks. Gives the ids of those that ended. */
export function deleteOtherDevices(db: Db, by: EndingDevices): Promise<string[]> {
  return endThose(db, by);
}

/**
 * Ends other sign-ins of a person. A guest whom one of them remembers is handed to the one that asks, where that has
 * none: otherwise nobody could come back to what the guest began. One that is over itself by now ends nothing.
 */
function endThose(db: Db, { personId, signInId }: EndingDevices, which?: SQL): Promise<string[]> {
  const those = and(eq(signIn.personId, personId), ne(signIn.id, signInId), which);
  return db.transaction(async (tx) => {
    // Two of one's sign-ins that end each other come one after the other: the guest of neither is lost between them.
    await tx.select({ id: person.id }).from(person).where(eq(person.id, personId)).for("no key update");
    const asks = await tx.select({ id: signIn.id }).from(signIn).where(eq(signIn.id, signInId));
    if (asks.length === 0) return [];
    await lockGuestsOf(tx, those);
    const ended = await tx
      .delete(signIn)
      .where(those)
      .returning({ id: signIn.id, wasGuest: signIn.wasGuest });
    const wasGuest = ended.find((each) => each.wasGuest !== null)?.wasGuest;
    if (wasGuest)
      await tx
        .update(signIn)
        .set({ wasGuest })
        .where(and(eq(signIn.id, signInId), isNull(signIn.wasGuest)));
    return ended.map(({ id }) => id);
  });
}

/** The guests first, then the sign-ins: whoever brings a guest along or goes back takes them in that order too. */
async function lockGuestsOf(tx: Db, those: SQL | undefined): Promise<void> {
  const remembered = await tx
    .select({ id: signIn.wasGuest })
    .from(signIn)
    .where(and(those, isNotNull(signIn.wasGuest)));
  const guests = remembered.flatMap(({ id }) => id ?? []);
  if (guests.length === 0) return;
  await tx
    .select({ id: person.id })
    .from(person)
    .where(inArray(person.id, guests))
    .orderBy(person.id)
    .for("update");
}
