import { and, asc, eq } from "drizzle-orm";
import type { Db } from "./database";
import { membership, person, space } from "./schema";

/**
 * The spaces in which a person keeps what nobody else sees (`space.isOwn`), the oldest first. Most have one; somebody who
 * was a guest before may have brought along another.
 */
export async function readOwnSpaces(db: Db, personId: string): Promise<string[]> {
  const rows = await db
    .select({ id: space.id })
    .from(membership)
    .innerJoin(space, eq(space.id, membership.spaceId))
    .where(and(eq(membership.personId, personId), eq(space.isOwn, true)))
    .orderBy(asc(space.id));
  return rows.map(({ id }) => id);
}

/**
 * From here to the end of the transaction nobody else makes such a space for this person, and they are not erased. False
 * for somebody who is gone.
 */
export async function lockPerson(tx: Db, personId: string): Promise<boolean> {
  const rows = await tx.select({ id: person.id }).from(person).where(eq(person.id, personId)).for("update");
  return rows.length > 0;
}
