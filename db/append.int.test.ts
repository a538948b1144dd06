import { randomUUID } from "node:crypto";
import { and, eq, sql } from "drizzle-orm";
import { afterAll, describe, expect, test } from "vitest";
import { type MoveToAppend, prepareAppend } from "./append";
import { putDraft, readDrafts } from "./drafts";
import { findMove, readSealed, readStructure } from "./read-moves";
import { membership, move, signIn } from "./schema";
import { insertCouple, MADE_AT, type TestCouple } from "./testing/test-couple";
import { openTestDatabase } from "./testing/test-database";

const database = await openTestDatabase();
afterAll(database.close);
const { db } = database;
const append = prepareAppend(database);

/** A move of seat a, ready to be stored as number 1. */
function moveOf(couple: TestCouple, changes: Partial<MoveToAppend> = {}): MoveToAppend {
  return {
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
    ...changes,
  };
}

const logOf = ({ conversationId }: TestCouple) => readStructure(db, conversationId, 0);
const slotsOf = async ({ conversationId }: TestCouple, seat: "a" | "b") =>
  (await readDrafts(db, conversationId, seat)).map(({ slot }) => slot).sort();

describe("storing", () => {
  test("a proven move is stored as it was given", async () => {
    const couple = await insertCouple(db);
    const given = moveOf(couple, { words: Buffer.from("sealed") });
    expect(await append(given)).toEqual({ kind: "stored" });
    const [stored, ...others] = await readSealed(db, couple.conversationId, 0);
    expect(others).toEqual([]);
    expect(stored?.recorded).toEqual({
      seq: 1,
      moveId: given.moveId,
      seat: "a",
      kind: "repair",
      family: "sorry",
      at: "2026-03-01T19:00:00.000Z",
    });
    expect(Buffer.from(stored?.words ?? []).toString()).toBe("sealed");
  });

  test("[G3] the same move id is stored once; a repeat gets the first number, whatever number it comes with", async () => {
    const couple = await insertCouple(db);
    const first = moveOf(couple);
    await append(first);
    await append(moveOf(couple, { seq: 2 }));
    expect(await append(first)).toEqual({ kind: "repeated", seq: 1, seat: "a" });
    expect(await append({ ...first, seq: 3 })).toEqual({ kind: "repeated", seq: 1, seat: "a" });
    expect(await logOf(couple)).toHaveLength(2);
    expect(await findMove(db, couple.conversationId, first.moveId)).toEqual({ seq: 1, seat: "a" });
  });

  test("[G3] an id that the other seat has used says whose it is", async () => {
    const couple = await insertCouple(db);
    const first = moveOf(couple);
    await append(first);
    const others = moveOf(couple, {
      moveId: first.moveId,
      seq: 2,
      seat: "b",
      tokenHash: couple.b.tokenHash,
    });
    expect(await append(others)).toEqual({ kind: "repeated", seq: 1, seat: "a" });
  });

  test("the same move id in two conversations is two moves", async () => {
    const [one, two] = [await insertCouple(db), await insertCouple(db)];
    const moveId = randomUUID();
    expect(await append(moveOf(one, { moveId }))).toEqual({ kind: "stored" });
    expect(await append(moveOf(two, { moveId }))).toEqual({ kind: "stored" });
  });

  test("a number that is taken is a conflict: a value, not an exception", async () => {
    const couple = await insertCouple(db);
    await append(moveOf(couple));
    expect(await append(moveOf(couple))).toEqual({ kind: "conflict" });
    expect(await logOf(couple)).toHaveLength(1);
  });

  test("of 100 at once at the same number one is stored, and 99 are conflicts", async () => {
    const couple = await insertCouple(db);
    const outcomes = await Promise.all(
      Array.from({ length: 100 }, (_, index) =>
        append(
          index % 2 === 0 ? moveOf(couple) : moveOf(couple, { seat: "b", tokenHash: couple.b.tokenHash }),
        ),
      ),
    );
    expect(outcomes.filter(({ kind }) => kind === "stored")).toHaveLength(1);
    expect(outcomes.filter(({ kind }) => kind === "conflict")).toHaveLength(99);
    expect(await logOf(couple)).toHaveLength(1);
  });
});

describe("proving", () => {
  /** Nothing was stored, and nothing else happened. */
  async function isUnproven(couple: TestCouple, changes: Partial<MoveToAppend>): Promise<void> {
    expect(await append(moveOf(couple, changes))).toEqual({ kind: "unproven" });
    expect(await logOf(couple)).toEqual([]);
  }

  test("a token nobody has proves nothing", async () => {
    await isUnproven(await insertCouple(db), { tokenHash: Buffer.alloc(32, 1) });
  });

  test("asvs 8.2.2: the sign-in of another couple proves nothing here", async () => {
    const stranger = await insertCouple(db);
    await isUnproven(await insertCouple(db), { tokenHash: stranger.a.tokenHash });
  });

  test("asvs 8.2.2: a conversation that is not there is as unproven as another couple's", async () => {
    await isUnproven(await insertCouple(db), { conversationId: randomUUID() });
  });

  test("a partner cannot write in the other's seat, nor in a seat nobody has", async () => {
    const couple = await insertCouple(db);
    await isUnproven(couple, { seat: "b" });
    await isUnproven(couple, { seat: "t" });
  });

  test("a sign-in that is over proves nothing, to the millisecond", async () => {
    const couple = await insertCouple(db);
    const own = eq(signIn.tokenHash, couple.a.tokenHash);
    await db.update(signIn).set({ expiresAt: MADE_AT }).where(own);
    await isUnproven(couple, {});
    await db
      .update(signIn)
      .set({ expiresAt: new Date(MADE_AT.getTime() + 1) })
      .where(own);
    expect(await append(moveOf(couple))).toEqual({ kind: "stored" });
  });

  test("asvs 7.4.1: a sign-in that was ended proves nothing", async () => {
    const couple = await insertCouple(db);
    await db.delete(signIn).where(eq(signIn.tokenHash, couple.a.tokenHash));
    await isUnproven(couple, {});
  });

  test("asvs 8.3.2: a seat that was taken away proves nothing", async () => {
    const couple = await insertCouple(db);
    const seatOfA = and(eq(membership.spaceId, couple.spaceId), eq(membership.seat, "a"));
    await db.delete(membership).where(seatOfA);
    await isUnproven(couple, {});
  });

  test("[G3] a repeat is proved anew: without a sign-in it gets no number", async () => {
    const couple = await insertCouple(db);
    const first = moveOf(couple);
    await append(first);
    await db.delete(signIn).where(eq(signIn.tokenHash, couple.a.tokenHash));
    expect(await append(first)).toEqual({ kind: "unproven" });
  });
});

describe("the log is never changed", () => {
  /** The server's own message is the cause of the driver's. */
  async function isRefused(change: Promise<unknown>): Promise<void> {
    await expect(change).rejects.toMatchObject({
      cause: { code: "23001", message: "a recorded move is never changed" },
    });
  }

  test("[G2] the database refuses to change, remove or empty it", async () => {
    const couple = await insertCouple(db);
    await append(moveOf(couple));
    const before = await logOf(couple);
    const own = eq(move.conversationId, couple.conversationId);
    await isRefused(db.update(move).set({ kind: "stop" }).where(own));
    await isRefused(
      db
        .update(move)
        .set({ words: Buffer.from("others") })
        .where(own),
    );
    await isRefused(db.delete(move).where(own));
    await isRefused(db.execute(sql`truncate ${move}`));
    await isRefused(db.execute(sql`truncate conversation cascade`));
    expect(await logOf(couple)).toEqual(before);
  });

  test("[G2] a space with moves cannot be removed either", async () => {
    const couple = await insertCouple(db);
    await append(moveOf(couple));
    await expect(db.execute(sql`delete from space where id = ${couple.spaceId}`)).rejects.toThrow();
    expect(await logOf(couple)).toHaveLength(1);
  });
});

describe("the draft a move was written from", () => {
  async function withDrafts(): Promise<TestCouple> {
    const couple = await insertCouple(db);
    for (const [seat, slot] of [
      ["a", "talk:say"],
      ["a", "talk:check"],
      ["b", "talk:say"],
    ] as const)
      await putDraft(
        db,
        couple.conversationId,
        { seat, signInId: null },
        { slot, words: Buffer.from("x") },
        MADE_AT,
      );
    return couple;
  }

  test("goes with its move, and no other draft does", async () => {
    const couple = await withDrafts();
    await append(moveOf(couple));
    expect(await slotsOf(couple, "a")).toEqual(["talk:check"]);
    expect(await slotsOf(couple, "b")).toEqual(["talk:say"]);
  });

  test("stays where the move was not stored: unproven, a conflict, or failed", async () => {
    const couple = await withDrafts();
    await append(moveOf(couple, { tokenHash: couple.b.tokenHash }));
    const unrelated = moveOf(couple, { draftSlot: "talk:reflect" });
    await append(unrelated);
    await append(moveOf(couple));
    await append({ ...unrelated, draftSlot: "talk:say" });
    await expect(append(moveOf(couple, { seq: 0 }))).rejects.toThrow();
    expect(await slotsOf(couple, "a")).toEqual(["talk:check", "talk:say"]);
  });

  test("asvs 2.3.3: a statement that fails leaves no row; the retry gives one", async () => {
    const couple = await withDrafts();
    const given = moveOf(couple);
    await expect(append({ ...given, seq: 0 })).rejects.toThrow();
    expect(await logOf(couple)).toEqual([]);
    expect(await append(given)).toEqual({ kind: "stored" });
    expect(await logOf(couple)).toHaveLength(1);
  });
});
