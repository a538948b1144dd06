import { and, eq, inArray } from "drizzle-orm";
import type { Db } from "./database";
import { conversation, deviceKey, draft, membership, pushSubscription, signIn } from "./schema";
import type { Asking } from "./sign-ins";

/**
 * A browser's sign-in takes the place of another one of the same person: what the browser has sealed can still be
 * opened, it is told as before, and what was begun there is its own.
 */
export async function moveSignIn(tx: Db, from: Moving, toTokenHash: Uint8Array): Promise<void> {
  const signInId = await idOf(tx, toTokenHash);
  const old = from.signInId;
  await tx.update(deviceKey).set({ signInId }).where(eq(deviceKey.signInId, old));
  await tx.update(pushSubscription).set({ signInId }).where(eq(pushSubscription.signInId, old));
  await moveDrafts(tx, from, signInId);
}

/** A guest has signed in as somebody known, and may be brought along: only what they have begun is this browser's still. */
export async function moveBegun(tx: Db, from: Moving, toTokenHash: Uint8Array): Promise<void> {
  await moveDrafts(tx, from, await idOf(tx, toTokenHash));
}

/** The sign-in so far, and who has the seats in which they wrote with it. */
type Moving = Pick<Asking, "signInId" | "personId">;

async function idOf(tx: Db, tokenHash: Uint8Array): Promise<string> {
  const [row] = await tx.select({ id: signIn.id }).from(signIn).where(eq(signIn.tokenHash, tokenHash));
  if (!row) throw new Error("There is no such sign-in.");
  return row.id;
}

async function moveDrafts(tx: Db, { signInId: old, personId }: Moving, signInId: string): Promise<void> {
  const theirs = tx
    .select({ id: conversation.id })
    .from(conversation)
    .innerJoin(membership, eq(membership.spaceId, conversation.spaceId))
    .where(eq(membership.personId, personId));
  await tx
    .update(draft)
    .set({ signInId })
    .where(and(inArray(draft.conversationId, theirs), eq(draft.signInId, old)));
}
