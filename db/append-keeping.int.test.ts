import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { type KeepingToAppend, prepareAppendKeeping } from "./append-keeping";
import { vacateSeat } from "./leaving";
import { readKeepings } from "./read-keepings";
import { agreement } from "./schema";
import { insertCouple, MADE_AT, type TestCouple } from "./testing/test-couple";
import { openTestDatabase } from "./testing/test-database";

// The statement that keeps something: what it is about is looked at in it, and so is who sends it.

const database = await openTestDatabase();
afterAll(database.close);
const { db } = database;
const append = prepareAppendKeeping(database);
const LATER = new Date(MADE_AT.getTime() + 60_000);

function keepingOf(couple: TestCouple, more: Partial<KeepingToAppend> = {}): KeepingToAppend {
  return {
    spaceId: couple.spaceId,
    seq: 1,
    keepingId: randomUUID(),
    seat: "a",
    kind: "crossed",
    structure: { version: 1 },
    words: Buffer.from("sealed"),
    at: LATER.toISOString(),
    tokenHash: couple.a.tokenHash,
    ...more,
  };
}

const wording = (version: number) => ({
  version,
  proposalSeq: 1,
  proposedBy: "b" as const,
  proposedAt: MADE_AT.toISOString(),
  wordsA: Buffer.from("for a"),
  wordsB: Buffer.from("for b"),
});

/** A couple with an agreement, made by the keeping numbered 1. */
async function agreed() {
  const couple = await insertCouple(db);
  const agreementId = randomUUID();
  const writes = { agreement: "new", agreementId, sort: "boundary", of: "b", ...wording(1) } as const;
  expect(await append(keepingOf(couple, { kind: "accept", writes }))).toEqual({ kind: "stored" });
  return { couple, agreementId };
}

const rowOf = async (id: string) => (await db.select().from(agreement).where(eq(agreement.id, id)))[0];
const lengthOf = async ({ spaceId }: TestCouple) => (await readKeepings(db, spaceId)).length;

test("[B5] what comes of it stands there without a conversation", async () => {
  const { couple, agreementId } = await agreed();
  expect(await rowOf(agreementId)).toMatchObject({
    spaceId: couple.spaceId,
    conversationId: null,
    ofSeat: "b",
    version: 1,
    createdAt: LATER,
  });
});

test("[B3] what names another wording, one that has ended or one of others is a conflict, and nothing of it is kept", async () => {
  const { couple, agreementId } = await agreed();
  const others = await agreed();
  const about = (id: string, version: number | null) =>
    append(keepingOf(couple, { seq: 2, about: { agreementId: id, version } }));
  for (const [id, version] of [
    [agreementId, 2],
    [others.agreementId, 1],
    [others.agreementId, null],
    [randomUUID(), 1],
  ] as const)
    expect(await about(id, version)).toEqual({ kind: "conflict" });
  const change = { agreement: "change", agreementId, ...wording(3) } as const;
  const changing = { seq: 2, about: { agreementId, version: 2 }, writes: change };
  expect(await append(keepingOf(couple, changing))).toEqual({ kind: "conflict" });
  expect(await lengthOf(couple)).toBe(1);
  expect(await about(agreementId, 1)).toEqual({ kind: "stored" });
  const end = { agreement: "end-alone", agreementId } as const;
  const ending = { seq: 3, about: { agreementId, version: null }, writes: end };
  expect(await append(keepingOf(couple, ending))).toEqual({ kind: "stored" });
  expect(await rowOf(agreementId)).toMatchObject({ endedAt: LATER, endedBy: "a", version: 1 });
  expect(await append(keepingOf(couple, { seq: 4, about: { agreementId, version: 1 } }))).toEqual({
    kind: "conflict",
  });
  expect(await rowOf(others.agreementId)).toMatchObject({ endedAt: null });
});

test("[B5] of two that change it from the same wording on, at the next two numbers, one is kept", async () => {
  const { couple, agreementId } = await agreed();
  const change = { agreement: "change", agreementId, ...wording(2) } as const;
  const tries = [2, 3].map((seq) =>
    append(keepingOf(couple, { seq, about: { agreementId, version: 1 }, writes: change })),
  );
  const kinds = (await Promise.all(tries)).map(({ kind }) => kind).sort();
  expect(kinds).toEqual(["conflict", "stored"]);
  expect(await rowOf(agreementId)).toMatchObject({ version: 2, reviewedAt: LATER });
});

test("asvs 8.2.2: it is of that seat's own sign-in, which has not ended, in a space that nobody has left", async () => {
  const couple = await insertCouple(db);
  const others = await insertCouple(db);
  const never = new Date(MADE_AT.getTime() + 400 * 86_400_000).toISOString();
  for (const wrong of [
    { tokenHash: others.a.tokenHash },
    { tokenHash: couple.b.tokenHash },
    { seat: "b" as const },
    { spaceId: others.spaceId },
    { at: never },
  ])
    expect(await append(keepingOf(couple, wrong))).toEqual({ kind: "unproven" });
  await vacateSeat(db, { spaceId: couple.spaceId, seat: "b" }, { keepName: true }, LATER);
  expect(await append(keepingOf(couple))).toEqual({ kind: "unproven" });
  expect(await lengthOf(couple)).toBe(0);
});

test("[B1] the same id at whatever number is the first one; another at its number is a conflict", async () => {
  const couple = await insertCouple(db);
  const first = keepingOf(couple);
  await append(first);
  for (const seq of [1, 2])
    expect(await append({ ...first, seq })).toEqual({ kind: "repeated", seq: 1, seat: "a" });
  expect(await append(keepingOf(couple))).toEqual({ kind: "conflict" });
  const fifty = await Promise.all(Array.from({ length: 50 }, () => append(keepingOf(couple, { seq: 2 }))));
  expect(fifty.filter(({ kind }) => kind === "stored")).toHaveLength(1);
  expect(await lengthOf(couple)).toBe(2);
});
