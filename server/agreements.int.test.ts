import { randomUUID } from "node:crypto";
import { and, eq, sql } from "drizzle-orm";
import { afterAll, describe, expect, onTestFinished, test } from "vitest";
import type { Outcome, ProposalSort } from "#conversation/agreements";
import type { Words } from "#conversation/moves";
import { readConversation } from "#db/conversations";
import { agreement, agreementVersion, move as moves, seatKey } from "#db/schema";
import { openTestDatabase } from "#db/testing/test-database";
import { BOUNDARY } from "./lasting/testing/kept-words";
import { startConversation } from "./start-conversation";
import { agreeing, REVIEWING } from "./testing/test-guides";
import { type Guest, move, open, type Pair, startTestServer, type TestServer } from "./testing/test-server";
import type { TestSocket } from "./testing/test-socket";

// What both have agreed to: written with the acceptance, kept by each, and looked at again.

const guides = [...(["commitment", "repair-offer", "boundary", "plan"] as const).map(agreeing), REVIEWING];
const database = await openTestDatabase();
const server = await startTestServer({ database, guides });
/** A second process over the same database. */
const second = await startTestServer({ database, guides });
afterAll(async () => {
  await Promise.all([server.stop(), second.stop()]);
  await database.close();
});
const { db } = database;

const CALL = {
  what: "I call when I am late",
  repeat: "daily 2026-03-01/2026-12-31 UTC",
  sign: "You hear it ring",
};
const DAY = 86_400_000;
const badDate = (field: string, why: string) => ({ kind: "bad-date", field, why });
const TEXT = { ...CALL, what: "I write when I am late" };

interface Agreeing {
  readonly pair: Pair;
  readonly a: TestSocket;
  readonly b: TestSocket;
}

async function agreeingOn(sort: ProposalSort = "commitment"): Promise<Agreeing> {
  const pair = await server.startPair({ guide: `agreeing-${sort}` });
  return { pair, a: await server.connect(pair.a), b: await server.connect(pair.b) };
}

const propose = (words: Words, sort: ProposalSort = "commitment") =>
  ({ kind: "propose", sort, words }) as const;
const accept = (answers: number) => ({ kind: "accept", answers }) as const;

/** Both end it, and one of them goes on with `guide` in the same space. */
async function goOn({ pair }: Agreeing, guide = "reviewing", by: Guest = pair.a): Promise<Agreeing> {
  const request = { guide, after: pair.id };
  const started = await startConversation(server.ground.desk, await server.requester(by), request);
  if (!started.ok) throw new Error(JSON.stringify(started));
  const id = started.answer.conversationId;
  return {
    pair: { ...pair, id },
    a: await server.connect(pair.a),
    b: await server.connect(pair.b),
  };
}

/** A couple with one commitment, offered by a and accepted by b. */
async function withCommitment(words: Words = CALL): Promise<Agreeing & { readonly agreementId: string }> {
  const talk = await agreeingOn();
  await move(talk.a, talk.pair.id, propose(words));
  expect(await move(talk.b, talk.pair.id, accept(1))).toEqual({ ok: true, seq: 2 });
  return { ...talk, agreementId: (await agreementsOf(talk))[0]?.id ?? "" };
}

async function spaceOf({ pair }: Agreeing): Promise<string> {
  return (await readConversation(db, pair.id))?.spaceId ?? "";
}
async function agreementsOf(talk: Agreeing) {
  const own = eq(agreement.spaceId, await spaceOf(talk));
  return db.select().from(agreement).where(own).orderBy(agreement.id);
}
const versionsOf = (agreementId: string) =>
  db.select().from(agreementVersion).where(eq(agreementVersion.agreementId, agreementId));

describe("proposing", () => {
  test.each([
    ["no days", "daily", { kind: "bad-repeat", why: "unreadable" }],
    ["no end", "daily 2026-03-02 UTC", { kind: "bad-repeat", why: "no-end" }],
    ["a zone nobody has", "once 2026-03-04 Europe/Bielefeld", badDate("repeat", "no-such-zone")],
    ["a day that is over", "once 2026-02-26 UTC", badDate("repeat", "past")],
  ])("[N7] with %s is refused, as in the register; nothing is stored", async (_, repeat, refusal) => {
    const { pair, a } = await agreeingOn();
    expect(await move(a, pair.id, propose({ ...CALL, repeat }))).toEqual({ ok: false, refusal });
    expect(await move(a, pair.id, propose(CALL))).toEqual({ ok: true, seq: 1 });
  });

  test("[N7] a review that is over everywhere is refused; today somewhere is not", async () => {
    const { pair, a } = await agreeingOn("boundary");
    const boundary = (review: string) => propose({ ...BOUNDARY, review }, "boundary");
    expect(await move(a, pair.id, boundary("2026-02-27"))).toMatchObject({
      refusal: badDate("review", "past"),
    });
    expect(await move(a, pair.id, boundary("2026-03-02"))).toEqual({ ok: true, seq: 1 });
  });
});

describe("accepting", () => {
  test("[S4] makes an agreement, in a copy for each; nothing else in the step does", async () => {
    const talk = await agreeingOn();
    const { pair, a, b } = talk;
    await move(a, pair.id, propose(CALL));
    await move(b, pair.id, { ...propose(TEXT), amends: 1 });
    expect(await move(b, pair.id, accept(1))).toMatchObject({ refusal: { kind: "stale" } });
    expect(await move(b, pair.id, accept(2))).toMatchObject({ refusal: { kind: "not-your-turn" } });
    await move(b, pair.id, propose(CALL));
    await move(a, pair.id, { kind: "decline", answers: 3 });
    expect(await agreementsOf(talk)).toEqual([]);
    expect(await move(a, pair.id, accept(2))).toEqual({ ok: true, seq: 5 });
    const [made, ...others] = await agreementsOf(talk);
    expect(others).toEqual([]);
    expect(made).toMatchObject({ sort: "commitment", ofSeat: "a", version: 1, endedAt: null });
    expect(made).toMatchObject({ conversationId: pair.id });
    expect(await versionsOf(made?.id ?? "")).toMatchObject([
      { version: 1, proposalSeq: 2, acceptedSeq: 5, proposedBy: "b", acceptedBy: "a" },
    ]);
  });

  test("[S4] a repair offer lasts as a commitment", async () => {
    const talk = await agreeingOn("repair-offer");
    await move(talk.b, talk.pair.id, propose(CALL, "repair-offer"));
    await move(talk.a, talk.pair.id, accept(1));
    expect(await agreementsOf(talk)).toMatchObject([{ sort: "commitment" }]);
  });

  test("[G3] the same acceptance again, here or at another process, gets its first answer and makes nothing", async () => {
    const talk = await agreeingOn();
    const { pair, a, b } = talk;
    await move(a, pair.id, propose(CALL));
    const moveId = randomUUID();
    const elsewhere = await second.connect(pair.b);
    await open(elsewhere, pair.id); // it knows of the proposal, and of nothing after it
    for (const socket of [b, b, elsewhere, b])
      expect(await move(socket, pair.id, accept(1), moveId)).toEqual({ ok: true, seq: 2 });
    expect(await agreementsOf(talk)).toHaveLength(1);
  });

  test("[S4] at two processes at once it is accepted once", async () => {
    const talk = await agreeingOn();
    const { pair, a, b } = talk;
    await move(a, pair.id, propose(CALL));
    const elsewhere = await second.connect(pair.b);
    const answers = await Promise.all(
      [b, elsewhere, b, elsewhere].map((socket) => move(socket, pair.id, accept(1))),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await agreementsOf(talk)).toHaveLength(1);
  });

  test("[S4] words that cannot be read cannot be agreed to; the offer can still be declined", async () => {
    const talk = await agreeingOn();
    const { pair, a, b } = talk;
    await move(a, pair.id, propose(CALL));
    await db.execute(sql`alter table move disable trigger move_is_never_changed`);
    await db
      .update(moves)
      .set({ words: sql`set_byte(words, 40, get_byte(words, 40) # 1)` })
      .where(eq(moves.conversationId, pair.id));
    await db.execute(sql`alter table move enable trigger move_is_never_changed`);
    expect(await move(b, pair.id, accept(1))).toEqual({
      ok: false,
      refusal: { kind: "stale", current: null },
    });
    expect(await agreementsOf(talk)).toEqual([]);
    expect(await move(b, pair.id, { kind: "decline", answers: 1 })).toEqual({ ok: true, seq: 2 });
  });
});

describe("a review", () => {
  const review = (agreementId: string, outcome: Outcome, words?: Words) =>
    ({
      kind: "propose",
      sort: "commitment",
      reviews: agreementId,
      outcome,
      ...(words && { words }),
    }) as const;

  test("[E1] has what is due, each in their own copy; a guide without one has nothing", async () => {
    const talk = await withCommitment();
    expect(await open(talk.a, talk.pair.id)).toMatchObject({ due: [] });
    const next = await goOn(talk);
    const due = [{ id: talk.agreementId, sort: "commitment", of: "a", words: CALL }];
    for (const socket of [next.a, next.b]) expect((await open(socket, next.pair.id)).due).toEqual(due);
    const without = await goOn(talk, "agreeing-plan");
    expect((await open(without.a, without.pair.id)).due).toEqual([]);
  });

  test("[E1] leaves out what has its time still to come, and what has ended", async () => {
    const talk = await agreeingOn("plan");
    const plan = (on: string) => propose({ what: "The sea", on, who: "Both" }, "plan");
    for (const on of ["2026-03-01", "2026-03-02", "2026-03-03"]) await move(talk.a, talk.pair.id, plan(on));
    for (const answers of [1, 2, 3]) await move(talk.b, talk.pair.id, accept(answers));
    server.clock.forward(DAY);
    const first = await goOn(talk);
    const { due } = await open(first.b, first.pair.id);
    expect(due).toMatchObject([{ sort: "plan", words: { on: "2026-03-01" } }]);
    const end = { ...review(due[0]?.id ?? "", "end"), sort: "plan" } as const;
    await move(first.a, first.pair.id, end);
    await move(first.b, first.pair.id, accept(1));
    const next = await goOn(talk);
    expect(await open(next.a, next.pair.id)).toMatchObject({ due: [], roster: { partners: ["a", "b"] } });
    expect(await agreementsOf(talk)).toHaveLength(3);
  });

  test("[S2, E2] of what the other had changed is still about whose promise it was", async () => {
    const talk = await agreeingOn();
    const { pair, a, b } = talk;
    await move(a, pair.id, propose(CALL));
    await move(b, pair.id, { ...propose(TEXT), amends: 1 });
    await move(a, pair.id, accept(2));
    const [made] = await agreementsOf(talk);
    const changed = await goOn(talk, "reviewing", pair.b);
    await move(changed.b, changed.pair.id, review(made?.id ?? "", "change", CALL));
    await move(changed.a, changed.pair.id, accept(1));
    const next = await goOn(talk);
    for (const socket of [next.a, next.b])
      expect((await open(socket, next.pair.id)).due).toMatchObject([{ of: "a", words: CALL }]);
    expect(await agreementsOf(talk)).toMatchObject([{ ofSeat: "a", version: 2 }]);
  });

  test("[E1] of another couple is about their own agreements alone", async () => {
    await withCommitment();
    const others = await goOn(await agreeingOn());
    expect((await open(others.a, others.pair.id)).due).toEqual([]);
  });

  test("[E3] keeps, changes and ends what both say; what was looked at stays as it was looked at", async () => {
    const talk = await withCommitment();
    const { agreementId } = talk;
    const kept = await goOn(talk);
    await move(kept.a, kept.pair.id, review(agreementId, "keep"));
    await move(kept.b, kept.pair.id, accept(1));
    const [afterKeeping] = await agreementsOf(talk);
    expect(afterKeeping).toMatchObject({ version: 1, endedAt: null });
    expect(afterKeeping?.reviewedAt).toEqual(server.clock.now());

    const changed = await goOn(talk, "reviewing", talk.pair.b);
    await move(changed.b, changed.pair.id, review(agreementId, "change", TEXT));
    expect(await agreementsOf(talk)).toMatchObject([{ version: 1 }]);
    await move(changed.a, changed.pair.id, accept(1));
    expect(await agreementsOf(talk)).toMatchObject([{ version: 2 }]);
    const due = async (one: Agreeing) => (await open(one.a, one.pair.id)).due;
    expect(await due(changed)).toMatchObject([{ words: CALL }]);

    const ended = await goOn(talk);
    expect(await due(ended)).toMatchObject([{ words: TEXT }]);
    await move(ended.a, ended.pair.id, review(agreementId, "end"));
    await move(ended.b, ended.pair.id, accept(1));
    expect(await agreementsOf(talk)).toMatchObject([{ version: 2, endedAt: server.clock.now() }]);
    expect(await due(ended)).toMatchObject([{ words: TEXT }]);
    expect(await due(await goOn(talk))).toEqual([]);
  });

  test("[E3] of one that was ended elsewhere meanwhile is recorded, and changes nothing", async () => {
    const talk = await withCommitment();
    const [one, other] = [await goOn(talk), await goOn(talk)];
    await move(one.a, one.pair.id, review(talk.agreementId, "end"));
    await move(other.a, other.pair.id, review(talk.agreementId, "change", TEXT));
    await move(one.b, one.pair.id, accept(1));
    expect(await move(other.b, other.pair.id, accept(1))).toEqual({ ok: true, seq: 2 });
    expect(await agreementsOf(talk)).toMatchObject([{ version: 1, endedAt: server.clock.now() }]);
    expect(await versionsOf(talk.agreementId)).toHaveLength(1);
  });

  test("[E3] changed in two conversations at once, at two processes: both changes are there, one after the other", async () => {
    const talk = await withCommitment();
    const [one, other] = [await goOn(talk), await goOn(talk)];
    for (const { a, pair } of [one, other]) await move(a, pair.id, review(talk.agreementId, "change", TEXT));
    const elsewhere = await second.connect(talk.pair.b);
    const answers = await Promise.all([
      move(one.b, one.pair.id, accept(1)),
      move(elsewhere, other.pair.id, accept(1)),
    ]);
    expect(answers).toEqual([
      { ok: true, seq: 2 },
      { ok: true, seq: 2 },
    ]);
    expect(await agreementsOf(talk)).toMatchObject([{ version: 3 }]);
    const after = await goOn(talk);
    expect((await open(after.b, after.pair.id)).due).toMatchObject([{ words: TEXT }]);
  });
});

describe("what was agreed belongs to both", () => {
  /** A process without anything in memory. */
  async function fresh(): Promise<TestServer> {
    const started = await startTestServer({ database, guides });
    onTestFinished(started.stop);
    return started;
  }

  test("asvs 14.2.4: one's key destroyed, the other still reads it, whoever wrote it", async () => {
    const talk = await withCommitment();
    await move(talk.b, talk.pair.id, propose(TEXT));
    await move(talk.a, talk.pair.id, accept(3));
    const next = await goOn(talk);
    const keyOfA = and(eq(seatKey.spaceId, await spaceOf(talk)), eq(seatKey.seat, "a"));
    await db.delete(seatKey).where(keyOfA);
    const process = await fresh();
    const seenBy = async (guest: Guest) => (await open(await process.connect(guest), next.pair.id)).due;
    expect(await seenBy(talk.pair.b)).toMatchObject([{ words: CALL }, { words: TEXT }]);
    const [first, last] = await seenBy(talk.pair.a);
    for (const entry of [first, last]) expect(entry).toMatchObject({ sort: "commitment", unreadable: true });
    expect(first).not.toHaveProperty("words");
  });

  test("asvs 11.3.3: a copy put in the place of another, or of the other's, does not open", async () => {
    const talk = await withCommitment();
    await move(talk.a, talk.pair.id, propose(TEXT));
    await move(talk.b, talk.pair.id, accept(3));
    const next = await goOn(talk);
    const [one, other] = await agreementsOf(talk);
    const [copies] = await versionsOf(other?.id ?? "");
    if (!one || !copies) throw new Error("no agreements");
    const { wordsA } = copies;
    await db
      .update(agreementVersion)
      .set({ wordsA, wordsB: wordsA })
      .where(eq(agreementVersion.agreementId, one.id));
    for (const socket of [next.a, next.b])
      expect((await open(socket, next.pair.id)).due).toEqual([
        { id: one.id, sort: "commitment", of: "a", unreadable: true },
        { id: other?.id, sort: "commitment", of: "a", words: TEXT },
      ]);
  });
});
