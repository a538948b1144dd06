import { and, asc, desc, eq, inArray, isNull, lt, lte, or, type SQL, sql } from "drizzle-orm";
import type { Db } from "./database";
import type { NoticeRow } from "./notices";
import { consent, notice, noticeWish, person } from "./schema";

// The states of a notice, and who leads from one to the other. Each line is one statement or one transaction, so that a
// process may be killed between any two of them and the next look goes on from there.
//
//   (none) → waiting          found in the log (db/notices.ts)
//   waiting, due              a job is made, by any number of processes, and it is there once (hand-over.ts)
//   waiting → waiting, later  quiet hours, or the person was told of something less than six hours ago: putOff
//   waiting → withdrawn       nothing waits any more: settle
//   waiting → (none)          there is no way to tell them now; found anew when there is one: forget
//   waiting → sending, later  the claim: from here it may go out, and nothing else does for six hours: claim
//   sending → told            it went out, with whatever else was due: markTold
//   sending → waiting, due    it surely did not go out; the job is tried again with back-off: giveBack
//   sending, later            killed, or cut off: it is due again when the claim is over, and goes with the same id
//   waiting, sending → failed the last try of its job has failed: giveUp

const HOUR = 3_600_000;
/** Milliseconds between two notices to one person, whatever they are about (safety.md §1.3). */
const APART = 6 * HOUR;
/** Seconds. What has not gone out so long after the claim does not go out any more. */
export const LONGEST_TRY = 120;
/** A job that was handed over and did not settle anything since may have been lost with its process. */
const HAND_OVER_AGAIN = 600_000;

const isOpen = inArray(notice.state, ["waiting", "sending"]);

/** A notice for which a job is to be made. */
export type DueNotice = Pick<NoticeRow, "id" | "mark" | "dueAt">;

/** What is due and has no job, or had one handed over some minutes ago; the longest due first. */
export function readToHandOver(db: Db, now: Date, most: number): Promise<DueNotice[]> {
  const longAgo = new Date(now.getTime() - HAND_OVER_AGAIN);
  return db
    .select({ id: notice.id, mark: notice.mark, dueAt: notice.dueAt })
    .from(notice)
    .where(and(isOpen, lte(notice.dueAt, now), or(isNull(notice.handedAt), lte(notice.handedAt, longAgo))))
    .orderBy(asc(notice.dueAt), asc(notice.id))
    .limit(most);
}

/** Remembers that jobs were made for these, unless they were put off since. */
export async function markHanded(db: Db, handed: readonly DueNotice[], now: Date): Promise<void> {
  const ids = handed.map(({ id }) => id);
  await db
    .update(notice)
    .set({ handedAt: now })
    .where(and(inArray(notice.id, ids), isOpen, lte(notice.dueAt, now)));
}

/** A notice that is still to be told and is due since exactly then; null where it was settled or put off. */
export async function readNotice(db: Db, id: string, dueAt: Date): Promise<NoticeRow | null> {
  const [row] = await db
    .select()
    .from(notice)
    .where(and(eq(notice.id, id), isOpen, eq(notice.dueAt, dueAt)));
  return row ?? null;
}

/** Everything a person is to be told of by now. First what may have gone out already, then the longest due. */
export function readDueOf(db: Db, personId: string, now: Date): Promise<NoticeRow[]> {
  return db
    .select()
    .from(notice)
    .where(and(eq(notice.personId, personId), isOpen, lte(notice.dueAt, now)))
    .orderBy(desc(sql`${notice.state} = 'sending'`), asc(notice.dueAt), asc(notice.id));
}

/** Who is told, how, and when not. */
export interface Recipient {
  readonly personId: string;
  readonly address: string | null;
  readonly locale: typeof person.$inferSelect.locale;
  readonly timeZone: string | null;
  readonly quietFrom: string;
  readonly quietTo: string;
  /** What they have agreed to. */
  readonly wants: { readonly notices: boolean; readonly push: boolean };
}

export async function readRecipient(db: Db, personId: string): Promise<Recipient | null> {
  const [row] = await db
    .select({
      personId: person.id,
      address: person.address,
      locale: person.locale,
      timeZone: person.timeZone,
      quietFrom: sql<string>`coalesce(${noticeWish.quietFrom}, '21:00')`,
      quietTo: sql<string>`coalesce(${noticeWish.quietTo}, '08:00')`,
      notices: agreesTo("notices"),
      push: agreesTo("push"),
    })
    .from(person)
    .leftJoin(noticeWish, eq(noticeWish.personId, person.id))
    .where(eq(person.id, personId));
  if (!row) return null;
  const { notices, push, ...recipient } = row;
  return { ...recipient, wants: { notices, push } };
}

function agreesTo(what: "notices" | "push"): SQL<boolean> {
  return sql<boolean>`exists (select 1 from ${consent} where ${consent.personId} = ${person.id}
    and ${consent.what} = ${what} and ${consent.withdrawnAt} is null)`;
}

/** Has these be due later. What was found anew since is left alone. */
export async function putOff(db: Db, rows: readonly NoticeRow[], until: Date): Promise<void> {
  await db
    .update(notice)
    .set({ dueAt: until, handedAt: null })
    .where(and(areThese(rows), isOpen, lt(notice.dueAt, until)));
}

/** Ends these. What was found anew since is left alone: it is something else that waits. */
export async function settle(db: Db, rows: readonly NoticeRow[], state: "told" | "withdrawn"): Promise<void> {
  await db
    .update(notice)
    .set({ state })
    .where(and(areThese(rows), isOpen));
}

/**
 * Nobody can be told of these as things are. They are found anew, once there is a way; but for what may have gone out
 * already.
 */
export async function forget(db: Db, rows: readonly NoticeRow[]): Promise<void> {
  await db.delete(notice).where(and(areThese(rows), eq(notice.state, "waiting")));
  await settle(db, rows, "withdrawn");
}

/** The right to tell a person something, for one try. */
export interface Claim {
  readonly lead: NoticeRow;
  /** When they were last told of anything. */
  readonly before: Date | null;
  readonly lastAt: Date;
}

export type Claiming =
  | { readonly kind: "claimed"; readonly claim: Claim }
  /** They were told of something, or may have been, or are being told just now: not before `until`. */
  | { readonly kind: "taken"; readonly until: Date }
  /** The notice is not what it was any more. */
  | { readonly kind: "changed" };

/**
 * Takes the right to tell a person, before anything goes out: of any number of processes that try, one gets it. Until
 * it is said what became of it, `lead` counts as possibly gone out, and is due again when the six hours are over.
 */
export function claim(db: Db, lead: NoticeRow, now: Date): Promise<Claiming> {
  return db.transaction(async (tx): Promise<Claiming> => {
    const { personId } = lead;
    await tx.insert(noticeWish).values({ personId }).onConflictDoNothing();
    const [wish] = await tx
      .select({ lastAt: noticeWish.lastAt })
      .from(noticeWish)
      .where(eq(noticeWish.personId, personId))
      .for("update");
    const before = wish?.lastAt ?? null;
    // A claim whose try may not be over yet may come back: then this may go out as soon as that is sure.
    const until = before && (before > now ? before : later(before, APART));
    if (until && until > now) return { kind: "taken", until };
    const lastAt = later(now, LONGEST_TRY * 1000);
    const claimed = await tx
      .update(notice)
      .set({ state: "sending", dueAt: later(lastAt, APART), handedAt: null })
      .where(and(areThese([lead]), isOpen))
      .returning({ id: notice.id });
    if (claimed.length === 0) return { kind: "changed" };
    await tx.update(noticeWish).set({ lastAt }).where(eq(noticeWish.personId, personId));
    return { kind: "claimed", claim: { lead, before, lastAt } };
  });
}

/** It went out at `now`, and told of all of these. */
export async function markTold(
  db: Db,
  { lead, lastAt }: Claim,
  rows: readonly NoticeRow[],
  now: Date,
): Promise<void> {
  await db.transaction(async (tx) => {
    await setLast(tx, lead.personId, lastAt, now);
    await settle(tx, rows, "told");
  });
}

/** It surely did not go out: everything is as it was before the claim. */
export async function giveBack(db: Db, { lead, before, lastAt }: Claim): Promise<void> {
  await db.transaction(async (tx) => {
    await setLast(tx, lead.personId, lastAt, before);
    const { state, dueAt, handedAt } = lead;
    await tx
      .update(notice)
      .set({ state, dueAt, handedAt })
      .where(and(areThese([lead]), eq(notice.state, "sending")));
  });
}

/** Nobody tries any more to tell of a notice that has been due since exactly then. */
export async function giveUp(db: Db, id: string, dueAt: Date): Promise<void> {
  await db
    .update(notice)
    .set({ state: "failed" })
    .where(and(eq(notice.id, id), isOpen, eq(notice.dueAt, dueAt)));
}

/** Moves the time of the last notice, where it still is what this claim has made it. */
async function setLast(tx: Db, personId: string, from: Date, to: Date | null): Promise<void> {
  await tx
    .update(noticeWish)
    .set({ lastAt: to })
    .where(and(eq(noticeWish.personId, personId), eq(noticeWish.lastAt, from)));
}

/** The notices that were read, as long as they mean the same. */
function areThese(rows: readonly NoticeRow[]): SQL | undefined {
  if (rows.length === 0) return sql`false`;
  return or(...rows.map(({ id, mark }) => and(eq(notice.id, id), eq(notice.mark, mark))));
}

function later(at: Date, milliseconds: number): Date {
  return new Date(at.getTime() + milliseconds);
}
