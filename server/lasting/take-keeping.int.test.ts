import { randomUUID } from "node:crypto";
import { and, eq, sql } from "drizzle-orm";
import { afterAll, describe, expect, onTestFinished, test, vi } from "vitest";
import type { Keeping } from "#conversation/keeping/keepings";
import { agreement, agreementVersion, keeping as keepings, seatKey, signIn } from "#db/schema";
import { hashToken } from "#db/sign-ins";
import { openTestDatabase } from "#db/testing/test-database";
import { leaveSpace } from "../leave-space";
import { startConversation } from "../start-conversation";
import { REVIEWING } from "../testing/test-guides";
import { move, startTestServer } from "../testing/test-server";
import { BOUNDARY, LATER_PROMISE, PLAN, PROMISE } from "./testing/kept-words";
import { type KeepingCouple, keeperOf, openCouple } from "./testing/test-keepings";

// Whatever two people keep between them, written in one way: by the rules, once, for both.

const database = await openTestDatabase();
const guides = [REVIEWING];
const server = await startTestServer({ database, guides });
/** A second process over the same database. */
const second = await startTestServer({ database, guides });
afterAll(async () => {
  await Promise.all([server.stop(), second.stop()]);
  await database.close();
});
const { db } = database;

const offered: Keeping = { kind: "offer", sort: "commitment", words: PROMISE };
const NOT_FOUND = { kind: "not-found" };

/** A couple with one commitment, offered by a and accepted by b. */
async function withPromise(): Promise<KeepingCouple & { readonly id: string }> {
  const couple = await openCouple(server);
  expect(await couple.a.keep(offered)).toEqual({ seq: 1 });
  expect(await couple.b.keep({ kind: "accept", answers: 1 })).toEqual({ seq: 2 });
  const [made] = (await couple.a.lasting()).agreements;
  return { ...couple, id: made?.id ?? "" };
}

const changing = (id: string, version: number, what: string, amends?: number): Keeping => ({
  kind: "propose",
  agreement: id,
  version,
  change: "change",
  words: { ...PROMISE, what },
  ...(amends !== undefined && { amends }),
});

const lengthOf = ({ spaceId }: KeepingCouple) => db.$count(keepings, eq(keepings.spaceId, spaceId));
const rowOf = async (id: string) => (await db.select().from(agreement).where(eq(agreement.id, id)))[0];

describe("an agreement", () => {
  test("[B2, B5] offered by one and accepted by the other is there for both, in a copy of each", async () => {
    const { a, b } = await withPromise();
    for (const seat of [a, b]) {
      const view = await seat.lasting();
      expect(view.agreements).toMatchObject([
        {
          sort: "commitment",
          of: "a",
          endedAt: null,
          endedBy: null,
          wordings: [{ version: 1, proposedBy: "a", acceptedBy: "b", conversationId: null, words: PROMISE }],
        },
      ]);
      expect(view.place.register).toMatchObject({ head: 2, open: [] });
      expect(view.place.agreements.get(view.agreements[0]?.id ?? "")).toMatchObject({
        version: 1,
        hasEnded: false,
        terms: { isBoth: false, repeat: { every: "week", on: ["mo", "we"] } },
      });
      expect(view.keepings.get(1)?.words).toEqual(PROMISE);
    }
  });

  test("[B4, B5] changed has another version, and the one before it stays; kept, it was looked at", async () => {
    const { a, b, id } = await withPromise();
    await b.keep(changing(id, 1, LATER_PROMISE.what as string));
    expect(await a.keep({ kind: "accept", answers: 3 })).toEqual({ seq: 4 });
    const words = async () => (await b.lasting()).agreements[0]?.wordings.map((one) => one.words);
    expect(await words()).toEqual([PROMISE, LATER_PROMISE]);
    expect(await rowOf(id)).toMatchObject({ version: 2, ofSeat: "a", reviewedAt: server.clock.now() });
    await a.keep({ kind: "propose", agreement: id, version: 2, change: "keep" });
    expect(await b.keep({ kind: "accept", answers: 5 })).toEqual({ seq: 6 });
    expect(await rowOf(id)).toMatchObject({ version: 2, endedAt: null });
  });

  test("[B7] ended alone says by whom; ended by both, by nobody", async () => {
    const alone = await withPromise();
    expect(await alone.b.keep({ kind: "end", agreement: alone.id })).toEqual({ seq: 3 });
    expect(await rowOf(alone.id)).toMatchObject({ endedBy: "b", endedAt: server.clock.now() });
    const both = await withPromise();
    await both.a.keep({ kind: "propose", agreement: both.id, version: 1, change: "end" });
    await both.b.keep({ kind: "accept", answers: 3 });
    expect(await rowOf(both.id)).toMatchObject({ endedBy: null, endedAt: server.clock.now() });
  });

  test("[B8] a pause that both want is kept, and the agreement stays as it is", async () => {
    const { a, b, id } = await withPromise();
    const before = await rowOf(id);
    const days = { from: "2026-03-01", until: "2026-03-07" };
    await a.keep({ kind: "propose", agreement: id, version: 1, change: "pause", ...days });
    expect(await b.keep({ kind: "accept", answers: 3 })).toEqual({ seq: 4 });
    expect(await rowOf(id)).toEqual(before);
    expect((await a.lasting()).place.register.pauses).toEqual([{ seq: 3, agreement: id, ...days }]);
  });

  test("[B5] whose words cannot be opened any more is accepted by nobody", async () => {
    const couple = await openCouple(server);
    await couple.a.keep(offered);
    await db.delete(seatKey).where(and(eq(seatKey.spaceId, couple.spaceId), eq(seatKey.seat, "a")));
    expect(await couple.b.keep({ kind: "accept", answers: 1 })).toEqual({ kind: "stale", current: null });
    expect((await couple.b.lasting()).keepings.get(1)).toMatchObject({ unreadable: true });
    expect((await couple.b.lasting()).agreements).toEqual([]);
  });
});

describe("what happens at once", () => {
  test("[B1] the same one, fifty times, is kept once, and every time gets the first answer", async () => {
    const couple = await openCouple(server);
    const keepingId = randomUUID();
    // More than are allowed at once: those that were not let in come again.
    const tries = Array.from({ length: 50 }, async (_, at) => {
      const on = at % 2 === 0 ? server : second;
      let answer = await couple.a.keep(offered, on, keepingId);
      while ("kind" in answer && answer.kind === "slow-down")
        answer = await couple.a.keep(offered, on, keepingId);
      return answer;
    });
    expect(new Set((await Promise.all(tries)).map((answer) => JSON.stringify(answer)))).toEqual(
      new Set(['{"seq":1}']),
    );
    expect(await lengthOf(couple)).toBe(1);
    expect(await couple.b.keep(offered, server, keepingId)).toEqual({
      kind: "bad-request",
      issues: ["keepingId: is another keeping's"],
    });
  });

  test("[B4] of two amendments one is kept, and the other is told which", async () => {
    const couple = await withPromise();
    await couple.a.keep(changing(couple.id, 1, "first"));
    const answers = await Promise.all([
      couple.a.keep(changing(couple.id, 1, "by a", 3), server),
      couple.b.keep(changing(couple.id, 1, "by b", 3), second),
    ]);
    expect(answers).toContainEqual({ seq: 4 });
    expect(answers).toContainEqual({ kind: "stale", current: 4 });
    expect(await lengthOf(couple)).toBe(4);
  });

  test("[B2] of two that take the place of one offer, too", async () => {
    const couple = await openCouple(server);
    await couple.a.keep(offered);
    const amended: Keeping = { ...offered, amends: 1 } as Keeping;
    const answers = await Promise.all([couple.a.keep(amended, server), couple.b.keep(amended, second)]);
    expect(answers).toContainEqual({ seq: 2 });
    expect(answers).toContainEqual({ kind: "stale", current: 2 });
  });

  test("[B5, B7] ending and accepting come in one order or the other", async () => {
    for (let round = 0; round < 5; round += 1) {
      const { a, b, id } = await withPromise();
      await a.keep(changing(id, 1, "changed"));
      const [ended, accepted] = await Promise.all([
        a.keep({ kind: "end", agreement: id }, server),
        b.keep({ kind: "accept", answers: 3 }, second),
      ]);
      expect(ended).toMatchObject({ seq: expect.any(Number) });
      const row = await rowOf(id);
      expect(row).toMatchObject({ endedBy: "a" });
      if ("seq" in accepted) expect([accepted.seq, row?.version]).toEqual([4, 2]);
      else expect([accepted, row?.version]).toEqual([{ kind: "stale", current: null }, 1]);
    }
  });

  test("[B6] changed in a conversation meanwhile: what was proposed here is accepted no more", async () => {
    for (let round = 0; round < 5; round += 1) {
      const couple = await withPromise();
      server.clock.forward(14 * 86_400_000);
      const { a, b, id } = couple;
      const begun = await startConversation(server.ground.desk, await server.requester(a.guest), {
        guide: "reviewing",
        space: couple.spaceId,
      });
      if (!begun.ok) throw new Error(JSON.stringify(begun));
      const { conversationId } = begun.answer;
      const [onA, onB] = [await server.connect(a.guest), await server.connect(b.guest)];
      onTestFinished(() => void [onA.disconnect(), onB.disconnect()]);
      const reviewed = await move(onA, conversationId, {
        kind: "propose",
        sort: "commitment",
        reviews: id,
        outcome: "change",
        words: LATER_PROMISE,
      });
      expect(reviewed).toEqual({ ok: true, seq: 1 });
      await a.keep(changing(id, 1, "changed here"));
      const [inTalk, here] = await Promise.all([
        move(onB, conversationId, { kind: "accept", answers: 1 }),
        b.keep({ kind: "accept", answers: 3 }, second),
      ]);
      expect(inTalk).toEqual({ ok: true, seq: 2 });
      const versions = await db.$count(agreementVersion, eq(agreementVersion.agreementId, id));
      if ("seq" in here) expect(versions).toBe(3);
      else expect([here, versions]).toEqual([{ kind: "stale", current: null }, 2]);
      expect(await rowOf(id)).toMatchObject({ version: versions });
    }
  });

  test("[B1] many by both, on two processes, have numbers without gaps", async () => {
    const couple = await openCouple(server);
    const thanks = (text: string): Keeping => ({ kind: "appreciate", words: { text } });
    const tries = Array.from({ length: 12 }, async (_, at) => {
      const [seat, on] = [at % 2 === 0 ? couple.a : couple.b, at % 3 === 0 ? server : second];
      const keepingId = randomUUID();
      let answer = await seat.keep(thanks(String(at)), on, keepingId);
      while ("kind" in answer && answer.kind === "slow-down")
        answer = await seat.keep(thanks(String(at)), on, keepingId);
      return "seq" in answer ? answer.seq : answer;
    });
    const seqs = await Promise.all(tries);
    expect([...seqs].sort((one, other) => Number(one) - Number(other))).toEqual(
      Array.from({ length: 12 }, (_, at) => at + 1),
    );
  });
});

describe("who may", () => {
  test("asvs 8.2.2: a stranger, another couple and nobody get what an unknown space gets", async () => {
    const couple = await withPromise();
    const others = await openCouple(server);
    const stranger = keeperOf(server, others.a.guest, couple.spaceId);
    const nowhere = keeperOf(server, couple.a.guest, randomUUID());
    const nonsense = keeperOf(server, couple.a.guest, "'; drop table keeping; --");
    for (const keeper of [stranger, nowhere, nonsense]) {
      expect(await keeper.keep(offered)).toEqual(NOT_FOUND);
      await expect(keeper.lasting()).rejects.toThrow("Nothing is there for them.");
    }
    // Their agreement is as unknown in one's own space as one that nobody made.
    for (const id of [couple.id, randomUUID()])
      expect(await others.a.keep({ kind: "end", agreement: id })).toEqual({ kind: "stale", current: null });
    expect(await rowOf(couple.id)).toMatchObject({ endedAt: null });
    const request = { keepingId: randomUUID(), keeping: offered };
    const unknown = await server.ground.takeKeeping(await server.requester(), couple.spaceId, request);
    expect(unknown).toEqual({ ok: false, refusal: { kind: "not-signed-in" } });
    expect(await lengthOf(couple)).toBe(2);
  });

  test("asvs 7.4.1: a sign-in that ended after it was looked at keeps nothing", async () => {
    const couple = await openCouple(server);
    const requester = await server.requester(couple.a.guest);
    await db.delete(signIn).where(eq(signIn.tokenHash, Buffer.from(hashToken(couple.a.guest.token))));
    const request = { keepingId: randomUUID(), keeping: offered };
    const taken = await server.ground.takeKeeping(requester, couple.spaceId, request);
    expect(taken).toEqual({ ok: false, refusal: { kind: "not-signed-in" } });
    expect(await lengthOf(couple)).toBe(0);
  });

  test("after somebody has left nothing is kept, and what was kept before gets its first answer", async () => {
    const couple = await withPromise();
    const keepingId = randomUUID();
    const thanks: Keeping = { kind: "appreciate", words: { text: "Thank you" } };
    expect(await couple.b.keep(thanks, server, keepingId)).toEqual({ seq: 3 });
    const leaver = await server.requester(couple.a.guest);
    await leaveSpace(server.ground.leaving, leaver, couple.spaceId, { words: "leave" });
    expect(await couple.b.keep(offered, second)).toEqual({ kind: "left" });
    expect(await couple.b.keep(thanks, server, keepingId)).toEqual({ seq: 3 });
    expect(await couple.a.keep(offered)).toEqual(NOT_FOUND);
    expect(await lengthOf(couple)).toBe(3);
  });

  test("leaving while the other keeps something comes before or after it, never in the middle", async () => {
    for (let round = 0; round < 5; round += 1) {
      const couple = await openCouple(server);
      const leaver = await server.requester(couple.a.guest);
      const [, kept] = await Promise.all([
        leaveSpace(server.ground.leaving, leaver, couple.spaceId, { words: "leave" }),
        couple.b.keep(offered, second),
      ]);
      if ("seq" in kept) expect(await lengthOf(couple)).toBe(1);
      else expect([kept, await lengthOf(couple)]).toEqual([{ kind: "left" }, 0]);
    }
  });

  test("[B1] the database refuses to change, remove or empty what was kept", async () => {
    const couple = await withPromise();
    const own = eq(keepings.spaceId, couple.spaceId);
    const before = await db.select().from(keepings).where(own);
    for (const attempt of [
      db.update(keepings).set({ kind: "letter" }).where(own),
      db.update(keepings).set({ words: null }).where(own),
      db.delete(keepings).where(own),
      db.execute(sql`truncate ${keepings}`),
      db.execute(sql`truncate space cascade`),
    ])
      await expect(attempt).rejects.toThrow();
    expect(await db.select().from(keepings).where(own)).toEqual(before);
  });
});

describe("what each reads", () => {
  test("[U1, U2] how a plan was, only when both have written; letters one has opened, nobody else", async () => {
    const { a, b, spaceId } = await openCouple(server);
    await a.keep({ kind: "offer", sort: "plan", words: { ...PLAN, on: dayOf(server.clock.now()) } });
    await b.keep({ kind: "accept", answers: 1 });
    const id = (await a.lasting()).agreements[0]?.id ?? "";
    const was = (text: string): Keeping => ({
      kind: "how-was-it",
      agreement: id,
      version: 1,
      words: { text },
    });
    expect(await a.keep(was("Lovely"))).toEqual({ seq: 3 });
    expect((await b.lasting()).keepings.get(3)).toEqual({ seq: 3, by: "a", at: server.clock.now() });
    await b.keep(was("Cold"));
    expect((await b.lasting()).keepings.get(3)?.words).toEqual({ text: "Lovely" });
    await a.keep({ kind: "letter", words: { text: "Dear Ben" } });
    const opening = async (seat: typeof a, seq: number, space = spaceId) =>
      server.ground.noteOpened(await server.requester(seat.guest), space, { seq });
    for (const seq of [5, 5]) expect(await opening(b, seq)).toEqual({ ok: true, answer: {} });
    expect([...(await b.lasting()).opened]).toEqual([5]);
    expect([...(await a.lasting()).opened]).toEqual([]);
    const refused = { ok: false, refusal: NOT_FOUND };
    expect(await opening(a, 5)).toEqual(refused); // one's own
    expect(await opening(b, 3)).toEqual(refused); // of another kind
    expect(await opening(b, 99)).toEqual(refused);
    expect(await opening((await openCouple(server)).b, 5)).toEqual(refused);
  });

  test("asvs 11.3.3: words put in the place of others do not open, and the rest of the page does", async () => {
    const { a, b, id, spaceId } = await withPromise();
    const [version] = await db.select().from(agreementVersion).where(eq(agreementVersion.agreementId, id));
    await db
      .update(agreementVersion)
      .set({ wordsA: version?.wordsB ?? new Uint8Array() })
      .where(eq(agreementVersion.agreementId, id));
    const damaged = await a.lasting();
    expect(damaged.agreements[0]?.wordings[0]?.words).toBeNull();
    expect(damaged.place.agreements.get(id)?.terms).toBeNull();
    expect(damaged.keepings.get(1)?.words).toEqual(PROMISE);
    expect((await b.lasting()).agreements[0]?.wordings[0]?.words).toEqual(PROMISE);
    expect(spaceId).toBe(damaged.space.id);
  });

  test("the number of queries does not grow with what there is", async () => {
    const few = await openCouple(server);
    const many = await withPromise();
    for (let more = 0; more < 5; more += 1) {
      await many.a.keep({ kind: "offer", sort: "boundary", words: BOUNDARY });
      server.clock.forward(60_000);
    }
    const asked = vi.spyOn(Reflect.get(server.ground.desk.db, "$client"), "query");
    onTestFinished(() => asked.mockRestore());
    const queries = async ({ a, spaceId }: KeepingCouple) => {
      const { asking } = await server.requester(a.guest);
      asked.mockClear();
      if (asking) await server.ground.lasting(asking, spaceId);
      return asked.mock.calls.length;
    };
    expect(await queries(many)).toBe(await queries(few));
    // Who sits there; then keys, agreements, keepings and what was opened.
    expect(await queries(many)).toBe(5);
  });
});

const dayOf = (at: Date) => at.toISOString().slice(0, "2026-03-01".length);
