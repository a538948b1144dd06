import { and, eq, ne, sql } from "drizzle-orm";
import type { Preferences } from "#wire/preferences";
import { lockAddress } from "./addresses";
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

/** The language a person has chosen; null where they never did. */
export async function readLocale(db: Db, id: string): Promise<Preferences["locale"]> {
  const [row] = await db.select({ locale: person.locale }).from(person).where(eq(person.id, id));
  return row?.locale ?? null;
}

/** The address a person has shown to be theirs; null where they have given none. */
export async function readAddress(db: Db, id: string): Promise<string | null> {
  const [row] = await db.select({ address: person.address }).from(person).where(eq(person.id, id));
  return row?.address ?? null;
}

/** What became of a new address. `changed-elsewhere`: meanwhile the old one is not theirs any more. */
export type AddressChange = "changed" | "taken" | "changed-elsewhere";

/** Gives a person another address, in the place of the one they had (null for none), unless somebody has it. */
export async function changeAddressOf(
  db: Db,
  id: string,
  { from, to }: { readonly from: string | null; readonly to: string },
): Promise<AddressChange> {
  return db.transaction(async (tx) => {
    await lockAddress(tx, to);
    const [other] = await tx
      .select({ id: person.id })
      .from(person)
      .where(and(eq(person.address, to), ne(person.id, id)));
    if (other) return "taken";
    const changed = await tx
      .update(person)
      .set({ address: to })
      .where(and(eq(person.id, id), sql`${person.address} is not distinct from ${from}`))
      .returning({ id: person.id });
    return changed.length > 0 ? "changed" : "changed-elsewhere";
  });
}
