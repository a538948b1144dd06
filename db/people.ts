import { eq } from "drizzle-orm";
import type { Locale } from "#wire/locales";
import type { Db } from "./database";
import { person } from "./schema";

export async function insertPerson(tx: Db, id: string, name: string, at: Date): Promise<void> {
  await tx.insert(person).values({ id, name, createdAt: at });
}

/** Takes back a person who has nothing yet. */
export async function deletePerson(tx: Db, id: string): Promise<void> {
  await tx.delete(person).where(eq(person.id, id));
}

/** The language this person reads in, on every device. */
export async function writeLocale(db: Db, id: string, locale: Locale): Promise<void> {
  await db.update(person).set({ locale }).where(eq(person.id, id));
}
