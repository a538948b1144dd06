import { eq } from "drizzle-orm";
import type { Preferences } from "#wire/preferences";
import type { Db } from "./database";
import { person } from "./schema";

export async function insertPerson(tx: Db, id: string, name: string, at: Date): Promise<void> {
  await tx.insert(person).values({ id, name, createdAt: at });
}

/** Takes back a person who has nothing yet. */
export async function deletePerson(tx: Db, id: string): Promise<void> {
  await tx.delete(person).where(eq(person.id, id));
}

/** How a person is called from now on, and how they want things to be. What is not named stays as it is. */
export type OwnSettings = { readonly name?: string | undefined } & {
  readonly [Setting in keyof Preferences]?: Preferences[Setting] | undefined;
};

/** Keeps what a person has chosen, on every device. */
export async function writeSettings(db: Db, id: string, settings: OwnSettings): Promise<void> {
  await db.update(person).set(settings).where(eq(person.id, id));
}
