import { and, desc, eq, isNull } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import type { Db } from "./database";
import { lookAtSoon } from "./notice-wishes";
import { deleteWaitingUnlessWanted } from "./notices";
import { consent, person } from "./schema";

/** Something a person agreed to, and whether it still holds. */
export type Consent = Pick<typeof consent.$inferSelect, "what" | "givenAt" | "withdrawnAt">;

/** What a person has agreed to so far, the newest first. */
export function readConsents(db: Db, personId: string): Promise<Consent[]> {
  return db
    .select({ what: consent.what, givenAt: consent.givenAt, withdrawnAt: consent.withdrawnAt })
    .from(consent)
    .where(eq(consent.personId, personId))
    .orderBy(desc(consent.givenAt), desc(consent.id));
}

/** Records that they agree from now on. Whoever agrees already has agreed once. */
export async function giveConsent(db: Db, personId: string, what: Consent["what"], now: Date): Promise<void> {
  await db.transaction(async (tx) => {
    // Two presses at the same time are one consent.
    await tx.select({ id: person.id }).from(person).where(eq(person.id, personId)).for("no key update");
    const [open] = await tx.select({ id: consent.id }).from(consent).where(isOpen(personId, what));
    if (open) return;
    await tx.insert(consent).values({ id: uuidv7(), personId, what, givenAt: now });
    await lookAtSoon(tx, personId, now);
  });
}

/** Records that they do not agree any more. Where they agree to nothing now, nothing waits to be told. */
export async function withdrawConsent(
  db: Db,
  personId: string,
  what: Consent["what"],
  now: Date,
): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.update(consent).set({ withdrawnAt: now }).where(isOpen(personId, what));
    await deleteWaitingUnlessWanted(tx, personId);
  });
}

function isOpen(personId: string, what: Consent["what"]) {
  return and(eq(consent.personId, personId), eq(consent.what, what), isNull(consent.withdrawnAt));
}
