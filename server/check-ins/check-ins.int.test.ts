import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterAll, describe, expect, test } from "vitest";
import { checkIn, checkInNote, checkInShare, membership, space } from "#db/schema";
import { dumpOf } from "#db/testing/dump";
import type { CheckInRequest, NoteRequest, ShareRequest } from "#wire/requests";
import { eraseEverything } from "../erase";
import { openCouple } from "../lasting/testing/test-keepings";
import { leaveSpace } from "../leave-space";
import { openSpace } from "../open-space";
import { canary } from "../testing/canaries";
import { type Guest, signedIn, startTestServer } from "../testing/test-server";
import { keepCheckIn, removeCheckIn } from "./keep-check-in";
import { noteBeside } from "./notes";
import { shareAnswer } from "./share-answer";

// What somebody answers to “How is it now?” is theirs alone, but for the one answer that they share, for as long as they
// share it.

const server = await startTestServer();
afterAll(server.stop);
const { db } = server.database;
const { ground } = server;
const { desk } = ground;
const DONE = { ok: true, answer: {} };
const NOT_FOUND = { ok: false, refusal: { kind: "not-found" } };

const asking = async ({ token }: Guest) => {
  const found = await ground.whoIsAsking(token);
  if (!found) throw new Error("Nobody is asking.");
  return found;
};
const keep = async (guest: Guest, request: Partial<CheckInRequest>) =>
  keepCheckIn(desk, await server.requester(guest), { checkInId: randomUUID(), answers: {}, ...request });
const kept = async (guest: Guest, answers: CheckInRequest["answers"], note?: string) => {
  const outcome = await keep(guest, { answers, ...(note !== undefined && { note }) });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal));
  return outcome.answer.id;
};
const note = async (guest: Guest, id: string, request: NoteRequest) =>
  noteBeside(desk, await server.requester(guest), id, request);
const share = async (guest: Guest, id: string, request: ShareRequest) =>
  shareAnswer(desk, await server.requester(guest), id, request);
const remove = async (guest: Guest, id: string) => removeCheckIn(desk, await server.requester(guest), id);
const own = async (guest: Guest) => ground.ownCheckIns(await asking(guest));
const sharedWith = async (guest: Guest) =>
  (await ground.sharedAnswers(await asking(guest))).map(({ statement, value }) => ({ statement, value }));
/** Somebody who shares nothing with anybody. */
const somebody = async (): Promise<Guest> => {
  const { token } = signedIn(await openSpace(desk, await server.requester(), { name: "Cleo" }));
  return { token };
};

describe("a check-in", () => {
  test("is kept once, with its note, and read again by its author", async () => {
    const guest = await somebody();
    const request = { checkInId: randomUUID(), answers: { hope: 7, avoid: 0 }, note: "After the weekend" };
    const first = await keep(guest, request);
    expect(await keep(guest, { ...request, answers: { hope: 1 }, note: "Again" })).toEqual(first);
    expect(await own(guest)).toMatchObject([
      { answers: { hope: 7, avoid: 0 }, notes: { whole: "After the weekend" }, shares: [] },
    ]);
  });

  test("has notes beside its answers that can be written, changed and taken away", async () => {
    const guest = await somebody();
    const id = await kept(guest, { hope: 3 });
    expect(await own(guest)).toMatchObject([{ notes: {} }]);
    for (const text of ["We talked", "We talked for long"]) {
      expect(await note(guest, id, { statement: "hope", note: text })).toEqual(DONE);
      expect((await own(guest))[0]?.notes).toEqual({ hope: text });
    }
    expect(await note(guest, id, { statement: "hope", note: " \n" })).toEqual(DONE);
    expect((await own(guest))[0]?.notes).toEqual({});
    const long = await note(guest, id, { statement: "whole", note: "x".repeat(2_001) });
    expect(long).toEqual({ ok: false, refusal: { kind: "too-long", limit: 2_000 } });
  });

  test("is removed for good, with what stood beside it and what was shared of it", async () => {
    const { a, b, spaceId } = await openCouple(server);
    const id = await kept(a.guest, { hope: 3 }, "Mine");
    await share(a.guest, id, { statement: "hope", space: spaceId, shared: true });
    expect(await remove(a.guest, id)).toEqual(DONE);
    expect(await own(a.guest)).toEqual([]);
    expect(await sharedWith(b.guest)).toEqual([]);
    expect(await remove(a.guest, id)).toEqual(NOT_FOUND);
  });

  test("of somebody else answers as one that is not there, whatever is done with it", async () => {
    const { a, b, spaceId } = await openCouple(server);
    const id = await kept(a.guest, { hope: 3 }, "Mine");
    await kept(b.guest, { hope: 4 });
    for (const other of [b.guest, await somebody()])
      for (const unknown of [id, randomUUID(), "..", ""]) {
        expect(await note(other, unknown, { statement: "hope", note: "x" })).toEqual(NOT_FOUND);
        expect(await share(other, unknown, { statement: "hope", space: spaceId, shared: true })).toEqual(
          NOT_FOUND,
        );
        expect(await remove(other, unknown)).toEqual(NOT_FOUND);
      }
    expect(await own(a.guest)).toMatchObject([{ answers: { hope: 3 }, notes: { whole: "Mine" } }]);
  });

  test("cannot be written by a browser without a sign-in, nor faster than people write", async () => {
    const nobody = await keepCheckIn(desk, await server.requester(), {
      checkInId: randomUUID(),
      answers: { hope: 1 },
    });
    expect(nobody).toEqual({ ok: false, refusal: { kind: "not-signed-in" } });
    const guest = await somebody();
    const outcomes = await Promise.all(
      Array.from({ length: 25 }, () => keep(guest, { answers: { hope: 1 } })),
    );
    const refused = outcomes.filter(({ ok }) => !ok);
    expect(refused).toHaveLength(5);
    expect(refused[0]).toMatchObject({ refusal: { kind: "slow-down" } });
  });

  test("that cannot be opened any more is said to be so, and the others are read", async () => {
    const guest = await somebody();
    const id = await kept(guest, { hope: 3 });
    server.clock.forward(1_000);
    await kept(guest, { hope: 4 });
    await db
      .update(checkIn)
      .set({ answers: new Uint8Array(64) })
      .where(sql`${checkIn.id} = ${id}`);
    const found = await own(guest);
    expect(found.map(({ answers, unreadable }) => ({ answers, unreadable }))).toEqual([
      { answers: {}, unreadable: true },
      { answers: { hope: 4 }, unreadable: undefined },
    ]);
  });
});

describe("a space of one’s own", () => {
  test("is made once, also by two pages at once, and is no space anywhere else", async () => {
    const guest = await somebody();
    const person = await asking(guest);
    const before = await ground.spaces(person);
    await Promise.all([kept(guest, { hope: 1 }), kept(guest, { hope: 2 }), kept(guest, { hope: 3 })]);
    const spaces = await db
      .select({ id: space.id })
      .from(space)
      .innerJoin(membership, sql`${membership.spaceId} = ${space.id}`)
      .where(sql`${membership.personId} = ${person.personId} and ${space.isOwn}`);
    expect(spaces).toHaveLength(1);
    expect(await own(guest)).toHaveLength(3);
    const [{ id = "" } = {}] = spaces;
    expect(await ground.spaces(person)).toEqual(before);
    expect(await ground.ownConversations(person)).toEqual([]);
    expect((await ground.conversationsAlone(person)).conversations).toEqual([]);
    expect(await ground.spaceOverview(person, id)).toBeNull();
    expect(await ground.conversationsIn(person, id)).toBeNull();
    expect(await ground.lasting(person, id)).toBeNull();
    const appreciate = {
      keepingId: randomUUID(),
      keeping: { kind: "appreciate", words: { text: "x" } },
    } as const;
    expect(await ground.takeKeeping(await server.requester(guest), id, appreciate)).toEqual(NOT_FOUND);
  });
});

describe("one answer", () => {
  test("is read by the partner while it is shared, and nothing else of it; taken back there is nothing", async () => {
    const { a, b, spaceId } = await openCouple(server);
    const id = await kept(a.guest, { hope: 3, safe: 9, avoid: 10 }, canary());
    await kept(a.guest, { hope: 1 });
    await note(a.guest, id, { statement: "hope", note: canary() });
    expect(await sharedWith(b.guest)).toEqual([]);
    for (let twice = 0; twice < 2; twice += 1)
      expect(await share(a.guest, id, { statement: "hope", space: spaceId, shared: true })).toEqual(DONE);
    const [answer, ...more] = await ground.sharedAnswers(await asking(b.guest));
    expect(more).toEqual([]);
    expect(answer).toEqual({
      space: expect.objectContaining({ id: spaceId }),
      statement: "hope",
      value: 3,
      at: expect.any(Date),
    });
    expect(JSON.stringify(answer)).not.toContain(id);
    expect(await sharedWith(a.guest)).toEqual([]);
    expect((await own(a.guest)).find((one) => one.id === id)?.shares).toEqual([
      { statement: "hope", spaceId, toSeat: "b" },
    ]);
    for (let twice = 0; twice < 2; twice += 1)
      expect(await share(a.guest, id, { statement: "hope", space: spaceId, shared: false })).toEqual(DONE);
    expect(await sharedWith(b.guest)).toEqual([]);
    expect(await db.select().from(checkInShare).where(sql`${checkInShare.checkInId} = ${id}`)).toEqual([]);
  });

  test("shared says the same to the partner whether there are a hundred others or none", async () => {
    const [few, many] = [await openCouple(server), await openCouple(server)];
    const told = [];
    for (const { a, b, spaceId } of [few, many]) {
      if (spaceId === many.spaceId)
        for (let more = 0; more < 8; more += 1) await kept(a.guest, { hope: 5, safe: 1 }, "More");
      const id = await kept(a.guest, { hope: 3 });
      await share(a.guest, id, { statement: "hope", space: spaceId, shared: true });
      const [answer] = await ground.sharedAnswers(await asking(b.guest));
      told.push({ statement: answer?.statement, value: answer?.value, keys: Object.keys(answer ?? {}) });
    }
    expect(told[0]).toEqual(told[1]);
  });

  test("goes only to the partner of a space of one’s own, and only where there is such an answer", async () => {
    const { a, b, spaceId } = await openCouple(server);
    const strangers = await openCouple(server);
    const id = await kept(a.guest, { hope: 3 });
    const to = (over: Partial<ShareRequest>) =>
      share(a.guest, id, { statement: "hope", space: spaceId, shared: true, ...over });
    for (const where of [strangers.spaceId, randomUUID()])
      for (const shared of [true, false]) expect(await to({ space: where, shared })).toEqual(NOT_FOUND);
    expect(await to({ statement: "safe" })).toEqual(NOT_FOUND);
    const alone = signedIn(await openSpace(desk, await server.requester(), { name: "Cleo" }));
    const ofAlone = await kept({ token: alone.token }, { hope: 3 });
    const unheard = { statement: "hope", space: alone.answer.spaceId, shared: true } as const;
    expect(await share({ token: alone.token }, ofAlone, unheard)).toEqual({
      ok: false,
      refusal: { kind: "not-open" },
    });
    expect(await sharedWith(b.guest)).toEqual([]);
    expect(await sharedWith(strangers.b.guest)).toEqual([]);
  });

  test("is shared no more once either has left; and nothing more is shared with somebody who has", async () => {
    for (const leaver of ["a", "b"] as const) {
      const couple = await openCouple(server);
      const { a, b, spaceId } = couple;
      const id = await kept(a.guest, { hope: 3, safe: 1 });
      await share(a.guest, id, { statement: "hope", space: spaceId, shared: true });
      const left = await leaveSpace(ground.leaving, await server.requester(couple[leaver].guest), spaceId, {
        words: "leave",
      });
      expect(left).toEqual(DONE);
      expect(await sharedWith(b.guest)).toEqual([]);
      expect(await db.select().from(checkInShare).where(sql`${checkInShare.spaceId} = ${spaceId}`)).toEqual(
        [],
      );
      expect(await own(a.guest)).toMatchObject([{ answers: { hope: 3 } }]);
      const again = { statement: "safe", space: spaceId, shared: true } as const;
      expect(await share(a.guest, id, again)).toEqual(
        leaver === "b" ? { ok: false, refusal: { kind: "left" } } : NOT_FOUND,
      );
    }
  });

  test("that cannot be opened any more is simply not there", async () => {
    const { a, b, spaceId } = await openCouple(server);
    const id = await kept(a.guest, { hope: 3 });
    await share(a.guest, id, { statement: "hope", space: spaceId, shared: true });
    await db
      .update(checkIn)
      .set({ answers: new Uint8Array(64) })
      .where(sql`${checkIn.id} = ${id}`);
    expect(await sharedWith(b.guest)).toEqual([]);
  });
});

test("erasing oneself leaves no check-in, no note and nothing shared; the other keeps theirs", async () => {
  const { a, b, spaceId } = await openCouple(server);
  const id = await kept(a.guest, { hope: 3 }, "Mine");
  const others = await kept(b.guest, { hope: 4 }, "Theirs");
  await share(a.guest, id, { statement: "hope", space: spaceId, shared: true });
  await share(b.guest, others, { statement: "hope", space: spaceId, shared: true });
  const erased = await eraseEverything(ground.leaving, await server.requester(a.guest), ground.origins, {
    confirm: "erase",
  });
  expect(erased).toMatchObject(DONE);
  for (const [table, of] of [
    [checkIn, checkIn.id],
    [checkInNote, checkInNote.checkInId],
  ] as const)
    expect(await db.select().from(table).where(sql`${of} = ${id}`)).toEqual([]);
  expect(await db.select().from(checkInShare).where(sql`${checkInShare.spaceId} = ${spaceId}`)).toEqual([]);
  expect(await sharedWith(b.guest)).toEqual([]);
  expect(await own(b.guest)).toMatchObject([{ answers: { hope: 4 }, notes: { whole: "Theirs" } }]);
});

test("no word of it is in the database, in the log, or in anything that the partner is told", async () => {
  const { a, b, spaceId } = await openCouple(server);
  const words = [canary(), canary(), canary()];
  const id = await kept(a.guest, { hope: 3, safe: 9 }, words[0]);
  await note(a.guest, id, { statement: "hope", note: words[1] ?? "" });
  await note(a.guest, id, { statement: "safe", note: words[2] ?? "" });
  await share(a.guest, id, { statement: "hope", space: spaceId, shared: true });
  const dump = await dumpOf(server.database);
  const person = await asking(b.guest);
  const told = JSON.stringify([
    await ground.sharedAnswers(person),
    await ground.spaces(person),
    await ground.spaceOverview(person, spaceId),
    await ground.ownCheckIns(person),
  ]);
  for (const word of words)
    for (const place of [dump, server.log.join(), told]) expect(place).not.toContain(word);
  expect(told).not.toContain(id);
  expect(Object.values((await own(a.guest))[0]?.notes ?? {})).toEqual(words);
});
