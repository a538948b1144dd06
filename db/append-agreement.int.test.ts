import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { afterAll, describe, expect, test } from "vitest";
import { readHolding, readVersion } from "./agreements";
import { type MoveToAppend, prepareAppend } from "./append";
import type { AgreementToWrite } from "./append-agreement";
import { insertConversation, readConversation } from "./conversations";
import { readStructure } from "./read-moves";
import { agreement, agreementVersion } from "./schema";
import { insertCouple, MADE_AT, type TestCouple } from "./testing/test-couple";
import { openTestDatabase } from "./testing/test-database";

// What a move writes besides itself: with it, in one statement, or not at all.

const database = await openTestDatabase();
afterAll(database.close);
const { db } = database;
const append = prepareAppend(database);
const LATER = new Date(MADE_AT.getTime() + 60_000);

const wording = (version: number) => ({
  version,
  proposalSeq: 1,
  proposedBy: "a" as const,
  proposedAt: MADE_AT.toISOString(),
  wordsA: Buffer.from(`for a, ${version}`),
  wordsB: Buffer.from(`for b, ${version}`),
});

/** Partner b accepts, with number `seq`. */
function acceptance(couple: TestCouple, writes: AgreementToWrite, seq = 2): MoveToAppend {
  return {
    conversationId: couple.conversationId,
    seq,
    moveId: randomUUID(),
    seat: "b",
    kind: "accept",
    structure: { answers: 1 },
    words: null,
    at: LATER.toISOString(),
    tokenHash: couple.b.tokenHash,
    draftSlot: "agree:accept",
    writes,
  };
}

function newAgreement(): AgreementToWrite & { readonly agreement: "new" } {
  return { agreement: "new", agreementId: randomUUID(), sort: "commitment", of: "b", ...wording(1) };
}

/** A couple that has agreed to something, with number 2. */
async function agreed() {
  const couple = await insertCouple(db);
  const made = newAgreement();
  expect(await append(acceptance(couple, made))).toEqual({ kind: "stored" });
  return { couple, agreementId: made.agreementId };
}

const rowOf = async (agreementId: string) =>
  (await db.select().from(agreement).where(eq(agreement.id, agreementId)))[0];
const versionsOf = (agreementId: string) =>
  db
    .select()
    .from(agreementVersion)
    .where(eq(agreementVersion.agreementId, agreementId))
    .orderBy(agreementVersion.version);
const lengthOf = async ({ conversationId }: TestCouple) =>
  (await readStructure(db, conversationId, 0)).length;

describe("a new agreement", () => {
  test("[S2, S4] stands there with whose it is, who offered and who accepted its first words, and when", async () => {
    const { couple, agreementId } = await agreed();
    expect(await rowOf(agreementId)).toEqual({
      id: agreementId,
      spaceId: couple.spaceId,
      sort: "commitment",
      conversationId: couple.conversationId,
      ofSeat: "b",
      version: 1,
      createdAt: LATER,
      reviewedAt: null,
      endedAt: null,
      endedBy: null,
    });
    const [version, ...others] = await versionsOf(agreementId);
    expect(others).toEqual([]);
    expect(version).toMatchObject({
      version: 1,
      conversationId: couple.conversationId,
      proposalSeq: 1,
      acceptedSeq: 2,
      proposedBy: "a",
      proposedAt: MADE_AT,
      acceptedBy: "b",
      acceptedAt: LATER,
    });
    expect(Buffer.from(version?.wordsA ?? []).toString()).toBe("for a, 1");
    expect(Buffer.from(version?.wordsB ?? []).toString()).toBe("for b, 1");
  });

  test("[G3] the same move again, with the same number or the next, makes no second one", async () => {
    const couple = await insertCouple(db);
    const first = acceptance(couple, newAgreement());
    await append(first);
    for (const seq of [2, 3]) {
      const repeated = await append({ ...first, seq, writes: newAgreement() });
      expect(repeated).toEqual({ kind: "repeated", seq: 2, seat: "b" });
    }
    expect(await readHolding(db, couple.spaceId)).toHaveLength(1);
  });

  test("[S4] of 50 at once at the same number one is stored, and there is one agreement", async () => {
    const couple = await insertCouple(db);
    const tries = Array.from({ length: 50 }, () => append(acceptance(couple, newAgreement())));
    const kinds = (await Promise.all(tries)).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === "stored")).toHaveLength(1);
    expect(kinds.filter((kind) => kind === "conflict")).toHaveLength(49);
    expect(await readHolding(db, couple.spaceId)).toHaveLength(1);
  });

  test("asvs 8.2.2: a move that is not proven writes none", async () => {
    const couple = await insertCouple(db);
    const stranger = await insertCouple(db);
    for (const changes of [{ tokenHash: stranger.b.tokenHash }, { seat: "a" as const }])
      expect(await append({ ...acceptance(couple, newAgreement()), ...changes })).toEqual({
        kind: "unproven",
      });
    for (const { spaceId } of [couple, stranger]) expect(await readHolding(db, spaceId)).toEqual([]);
  });

  test("[S4] a plain move after a number that is taken writes none", async () => {
    const { couple } = await agreed();
    expect(await append(acceptance(couple, newAgreement()))).toEqual({ kind: "conflict" });
    expect(await readHolding(db, couple.spaceId)).toHaveLength(1);
  });
});

describe("what a review comes to", () => {
  test("[E3] keep: it was looked at, and nothing else is different", async () => {
    const { couple, agreementId } = await agreed();
    const before = await rowOf(agreementId);
    await append(acceptance(couple, { agreement: "keep", agreementId }, 3));
    expect(await rowOf(agreementId)).toEqual({ ...before, reviewedAt: LATER });
    expect(await versionsOf(agreementId)).toHaveLength(1);
  });

  test("[E3] end: it is over, and its words are still there", async () => {
    const { couple, agreementId } = await agreed();
    await append(acceptance(couple, { agreement: "end", agreementId }, 3));
    expect(await rowOf(agreementId)).toMatchObject({ endedAt: LATER, reviewedAt: null });
    expect(await readHolding(db, couple.spaceId)).toEqual([]);
    expect(await versionsOf(agreementId)).toHaveLength(1);
  });

  test("[E3] change: the next version, and the one before it stays", async () => {
    const { couple, agreementId } = await agreed();
    await append(acceptance(couple, { agreement: "change", agreementId, ...wording(2) }, 3));
    expect(await rowOf(agreementId)).toMatchObject({ version: 2, reviewedAt: LATER, endedAt: null });
    expect(await versionsOf(agreementId)).toMatchObject([
      { version: 1, acceptedSeq: 2 },
      { version: 2, acceptedSeq: 3 },
    ]);
    const [holding] = await readHolding(db, couple.spaceId);
    expect(Buffer.from(holding?.wordsA ?? []).toString()).toBe("for a, 2");
  });

  test("[E3] a change to a version that is there already is a conflict: nothing of it is stored", async () => {
    const { couple, agreementId } = await agreed();
    await append(acceptance(couple, { agreement: "change", agreementId, ...wording(2) }, 3));
    const late = acceptance(couple, { agreement: "change", agreementId, ...wording(2) }, 4);
    expect(await append(late)).toEqual({ kind: "conflict" });
    expect(await lengthOf(couple)).toBe(2);
    expect(await readVersion(db, couple.spaceId, agreementId)).toBe(2);
    expect(await append({ ...late, writes: { agreement: "change", agreementId, ...wording(3) } })).toEqual({
      kind: "stored",
    });
  });

  test("[E3] changed in two conversations at once: one of them is the next version, the other a conflict", async () => {
    const { couple, agreementId } = await agreed();
    const elsewhere = { ...couple, conversationId: randomUUID() };
    const row = await readConversation(db, couple.conversationId);
    if (!row) throw new Error("no such conversation");
    await insertConversation(db, { ...row, id: elsewhere.conversationId });
    for (let version = 2; version < 12; version += 1) {
      const change = { agreement: "change", agreementId, ...wording(version) } as const;
      const seqs = [(await lengthOf(couple)) + 100, (await lengthOf(elsewhere)) + 100] as const;
      const outcomes = await Promise.all([
        append(acceptance(couple, change, seqs[0])),
        append(acceptance(elsewhere, change, seqs[1])),
      ]);
      expect(outcomes.map(({ kind }) => kind).sort()).toEqual(["conflict", "stored"]);
      expect(await readVersion(db, couple.spaceId, agreementId)).toBe(version);
    }
    expect(await versionsOf(agreementId)).toHaveLength(11);
  });

  const outcomes = (agreementId: string): readonly AgreementToWrite[] => [
    { agreement: "keep", agreementId },
    { agreement: "end", agreementId },
    { agreement: "change", agreementId, ...wording(2) },
  ];

  test("[E3] of one that has ended, or that nobody made, the move is stored and nothing else is", async () => {
    const { couple, agreementId } = await agreed();
    await append(acceptance(couple, { agreement: "end", agreementId }, 3));
    const before = await rowOf(agreementId);
    const moot = [...outcomes(agreementId), ...outcomes(randomUUID())];
    for (const [index, writes] of moot.entries())
      expect(await append(acceptance(couple, writes, 4 + index))).toEqual({ kind: "stored" });
    expect(await rowOf(agreementId)).toEqual(before);
    expect(
      await db.$count(agreementVersion, eq(agreementVersion.conversationId, couple.conversationId)),
    ).toBe(1);
  });

  test("asvs 8.2.2: another couple's agreement is out of reach", async () => {
    const { couple, agreementId } = await agreed();
    const others = await insertCouple(db);
    const before = await rowOf(agreementId);
    for (const [index, writes] of outcomes(agreementId).entries())
      await append(acceptance(others, writes, 2 + index));
    expect(await rowOf(agreementId)).toEqual(before);
    expect(await versionsOf(agreementId)).toHaveLength(1);
    expect(await readVersion(db, others.spaceId, agreementId)).toBeNull();
    expect(await readVersion(db, couple.spaceId, agreementId)).toBe(1);
  });

  test("[G3] a refused or repeated acceptance changes nothing a second time", async () => {
    const { couple, agreementId } = await agreed();
    const change = acceptance(couple, { agreement: "change", agreementId, ...wording(2) }, 3);
    await append(change);
    const again = { ...change, seq: 4, writes: { agreement: "change", agreementId, ...wording(3) } as const };
    expect(await append(again)).toEqual({ kind: "repeated", seq: 3, seat: "b" });
    const unproven = { ...again, moveId: randomUUID(), tokenHash: Buffer.alloc(32, 1) };
    expect(await append(unproven)).toEqual({ kind: "unproven" });
    expect(await versionsOf(agreementId)).toHaveLength(2);
    expect(await rowOf(agreementId)).toMatchObject({ version: 2 });
  });
});
