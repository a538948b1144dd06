import { and, eq, inArray, isNotNull, notExists, sql } from "drizzle-orm";
import type { Seat } from "#conversation/seats";
import { deleteSharesOfSeat } from "./check-ins";
import type { Db } from "./database";
import { destroySeatKeys } from "./keys";
import { deleteOpened } from "./opened-keepings";
import {
  agreement,
  calendarFeed,
  checkInShare,
  conversation,
  draft,
  engagement,
  invitation,
  keeping,
  membership,
  move,
  openedKeeping,
  readiness,
  space,
  spaceKey,
} from "./schema";
import { processNote } from "./therapy-schema";

// What becomes of the rows of a seat that somebody leaves for good. To be called under `lockSeats`.

interface SeatInSpace {
  readonly spaceId: string;
  readonly seat: Seat;
}

/** The seat is nobody's from now on, and never free again. The name stays for the other to read, unless it is to go. */
export async function vacateSeat(
  tx: Db,
  { spaceId, seat }: SeatInSpace,
  { keepName }: { readonly keepName: boolean },
  leftAt: Date,
): Promise<void> {
  await tx
    .update(membership)
    .set({ personId: null, leftAt, ...(!keepName && { name: "" }) })
    .where(and(eq(membership.spaceId, spaceId), eq(membership.seat, seat)));
}

/** Whether somebody still has a seat in this space. */
export async function isAnybodyThere(tx: Db, spaceId: string): Promise<boolean> {
  const there = and(eq(membership.spaceId, spaceId), isNotNull(membership.personId));
  return (await tx.$count(membership, there)) > 0;
}

/**
 * What was a seat's alone here: what it had begun to write, what it answered to "Ready?", which of its check-ins' answers
 * it shared, which letters it has opened; and the calendars of whoever has no seat here any more.
 */
export async function deleteUnsent(tx: Db, { spaceId, seat }: SeatInSpace): Promise<void> {
  await deleteSharesOfSeat(tx, spaceId, seat);
  await deleteOpened(tx, spaceId, seat);
  await deleteFeedsOfStrangers(tx, spaceId);
  const ids = idsIn(tx, spaceId);
  await tx.delete(draft).where(and(eq(draft.seat, seat), inArray(draft.conversationId, ids)));
  await tx.delete(readiness).where(and(eq(readiness.seat, seat), inArray(readiness.conversationId, ids)));
}

/** The words of a seat: its key is destroyed. What can be deleted of what it sealed goes too. */
export async function withdrawWords(tx: Db, { spaceId, seat }: SeatInSpace, at: Date): Promise<void> {
  await destroySeatKeys(tx, spaceId, [seat], at);
  await tx
    .update(conversation)
    .set({ topic: null })
    .where(and(eq(conversation.spaceId, spaceId), sql`${conversation.topicBy} = ${seat}`));
}

/**
 * A space that nobody is left in. Its keys are destroyed, so that nobody can ever read what was said there, and all that
 * can be deleted is. The logs can not: moves and keepings stay, sealed for ever.
 */
export async function deleteSpace(tx: Db, spaceId: string, at: Date): Promise<void> {
  await destroySeatKeys(tx, spaceId, ["a", "b", "t"], at);
  await tx.delete(spaceKey).where(eq(spaceKey.spaceId, spaceId));
  await tx.delete(invitation).where(eq(invitation.spaceId, spaceId));
  await tx.delete(checkInShare).where(eq(checkInShare.spaceId, spaceId));
  await tx.delete(openedKeeping).where(eq(openedKeeping.spaceId, spaceId));
  await tx.delete(calendarFeed).where(eq(calendarFeed.spaceId, spaceId));
  await tx.delete(agreement).where(eq(agreement.spaceId, spaceId));
  const ids = idsIn(tx, spaceId);
  await tx.delete(draft).where(inArray(draft.conversationId, ids));
  await tx.delete(readiness).where(inArray(readiness.conversationId, ids));
  await tx.delete(membership).where(eq(membership.spaceId, spaceId));
  const moves = tx.select({ one: sql`1` }).from(move).where(eq(move.conversationId, conversation.id));
  await tx.delete(conversation).where(and(eq(conversation.spaceId, spaceId), notExists(moves)));
  await tx.update(conversation).set({ topic: null, due: [] }).where(eq(conversation.spaceId, spaceId));
  const more = tx.select({ one: sql`1` }).from(conversation).where(eq(conversation.spaceId, space.id));
  const kept = tx.select({ one: sql`1` }).from(keeping).where(eq(keeping.spaceId, space.id));
  // A therapist's own notes about the two are theirs until their day has come (Y11): what they hang on stays too.
  const noted = tx
    .select({ one: sql`1` })
    .from(engagement)
    .innerJoin(processNote, eq(processNote.engagementId, engagement.id))
    .where(eq(engagement.spaceId, space.id));
  await tx
    .delete(space)
    .where(and(eq(space.id, spaceId), notExists(more), notExists(kept), notExists(noted)));
}

async function deleteFeedsOfStrangers(tx: Db, spaceId: string): Promise<void> {
  const there = tx
    .select({ one: sql`1` })
    .from(membership)
    .where(and(eq(membership.spaceId, spaceId), eq(membership.personId, calendarFeed.personId)));
  await tx.delete(calendarFeed).where(and(eq(calendarFeed.spaceId, spaceId), notExists(there)));
}

function idsIn(tx: Db, spaceId: string) {
  return tx.select({ id: conversation.id }).from(conversation).where(eq(conversation.spaceId, spaceId));
}
