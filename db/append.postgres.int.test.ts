import { randomUUID } from "node:crypto";
import { and, eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { type Appended, type MoveToAppend, prepareAppend } from "./append";
import { putDraft, readDrafts } from "./drafts";
import { readStructure } from "./read-moves";
import { membership } from "./schema";
import { insertCouple, MADE_AT, type TestCouple } from "./testing/test-couple";
import { openClient, openTestDatabase } from "./testing/test-database";

// What takes two connections to show: one statement waits while another one decides.

const database = await openTestDatabase();
const { db } = database;
const append = prepareAppend(database);
const admin = await openClient(database);
afterAll(async () => {
  await admin.end();
  await database.close();
});

const CLOSE_GATE = sql`select pg_advisory_xact_lock(42)`;

/** From here on every insert into the log stops at a gate, after the row is written and before it is committed. */
beforeAll(async () => {
  await db.execute(sql`
    create function wait_at_gate() returns trigger language plpgsql as $$
    begin perform pg_advisory_xact_lock_shared(42); return null; end $$`);
  await db.execute(sql`
    create trigger wait_at_gate after insert on move for each row execute function wait_at_gate()`);
});

const moveOf = (couple: TestCouple): MoveToAppend => ({
  conversationId: couple.conversationId,
  seq: 1,
  moveId: randomUUID(),
  seat: "a",
  kind: "repair",
  structure: { family: "sorry" },
  words: null,
  at: MADE_AT.toISOString(),
  tokenHash: couple.a.tokenHash,
  draftSlot: "talk:say",
});

/** The process of the one statement like this that waits for a lock now. */
function waiting(like: string): Promise<number> {
  return vi.waitFor(async () => {
    const { rows } = await admin.query<{ pid: number }>(
      "select pid from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and query ilike $1",
      [like],
    );
    expect(rows).toHaveLength(1);
    return rows[0]?.pid ?? 0;
  }, 20_000);
}
const APPEND = "%with proven as%";
const logOf = (couple: TestCouple) => readStructure(db, couple.conversationId, 0);
const seatOfA = (couple: TestCouple) => and(eq(membership.spaceId, couple.spaceId), eq(membership.seat, "a"));

test("asvs 2.3.3: killed between insert and commit it leaves no row and keeps the draft; the retry gives one", async () => {
  const couple = await insertCouple(db);
  const given = moveOf(couple);
  const drafts = () => readDrafts(db, couple.conversationId, "a");
  const writer = { seat: "a", signInId: null } as const;
  await putDraft(db, couple.conversationId, writer, { slot: "talk:say", words: Buffer.from("x") }, MADE_AT);
  await db.transaction(async (gate) => {
    await gate.execute(CLOSE_GATE);
    const killed = expect(append(given)).rejects.toThrow();
    await admin.query("select pg_terminate_backend($1)", [await waiting(APPEND)]);
    await killed;
  });
  expect(await logOf(couple)).toEqual([]);
  expect(await drafts()).toHaveLength(1);
  expect(await append(given)).toEqual({ kind: "stored" });
  expect(await logOf(couple)).toHaveLength(1);
  expect(await drafts()).toEqual([]);
});

test("asvs 15.4.2: a move that comes while its seat is being taken away waits, and is unproven", async () => {
  const couple = await insertCouple(db);
  let outcome: Promise<Appended> | undefined;
  await db.transaction(async (revoking) => {
    await revoking.delete(membership).where(seatOfA(couple));
    outcome = append(moveOf(couple));
    await waiting(APPEND);
  });
  expect(await outcome).toEqual({ kind: "unproven" });
  expect(await logOf(couple)).toEqual([]);
});

test("asvs 15.4.2: taking a seat away waits for the move that is being stored", async () => {
  const couple = await insertCouple(db);
  const given = moveOf(couple);
  let outcome: Promise<Appended> | undefined;
  let revoked: Promise<unknown> | undefined;
  await db.transaction(async (gate) => {
    await gate.execute(CLOSE_GATE);
    outcome = append(given);
    await waiting(APPEND);
    revoked = db.delete(membership).where(seatOfA(couple)).execute();
    await waiting('delete from "membership"%');
  });
  expect(await outcome).toEqual({ kind: "stored" });
  await revoked;
  expect(await append({ ...given, moveId: randomUUID(), seq: 2 })).toEqual({ kind: "unproven" });
  expect(await logOf(couple)).toHaveLength(1);
});
