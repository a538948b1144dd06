import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { afterAll, expect, onTestFinished, test } from "vitest";
import { bringAlong } from "#db/guests";
import {
  agreement,
  calendarFeed,
  destroyedKey,
  keeping as keepings,
  openedKeeping,
  person,
  seatKey,
  signIn,
  space,
  spaceKey,
} from "#db/schema";
import { hashToken, insertSignIn } from "#db/sign-ins";
import { dumpOf } from "#db/testing/dump";
import { openTestDatabase } from "#db/testing/test-database";
import { eraseEverything } from "../erase";
import { leaveSpace } from "../leave-space";
import { lastingRecord } from "../takeout/lasting-record";
import { canary } from "../testing/canaries";
import { type Guest, startTestServer } from "../testing/test-server";
import { BOUNDARY, PROMISE } from "./testing/kept-words";
import { type Keeper, openCouple } from "./testing/test-keepings";

// What becomes of what lasts when one of the two leaves, takes their words back, or erases everything.

const database = await openTestDatabase();
const server = await startTestServer({ database });
afterAll(async () => {
  await server.stop();
  await database.close();
});
const { db } = database;
const { leaving, origins, desk } = server.ground;
const DONE = { ok: true, answer: {} };

const personOf = async ({ token }: Guest) => (await server.ground.whoIsAsking(token))?.personId ?? "";
const leave = async (guest: Guest, spaceId: string, words: "leave" | "take-back") =>
  leaveSpace(leaving, await server.requester(guest), spaceId, { words });
const erase = async (guest: Guest) =>
  eraseEverything(leaving, await server.requester(guest), origins, { confirm: "erase" });
const feedOf = async (keeper: Keeper, spaceId: string) =>
  db.insert(calendarFeed).values({
    spaceId,
    personId: await personOf(keeper.guest),
    tokenHash: Buffer.from(randomUUID()),
    createdAt: server.clock.now(),
  });

/** Two who have agreed, offered, told and written things, in words that are nowhere else. */
async function twoWithALot() {
  const couple = await openCouple(server);
  const { a, b, spaceId } = couple;
  const texts = {
    agreed: canary(),
    offered: canary(),
    crossedByA: canary(),
    answeredByB: canary(),
    letterOfA: canary(),
    letterOfB: canary(),
  };
  await a.keep({ kind: "offer", sort: "boundary", words: { ...BOUNDARY, behaviour: texts.agreed } });
  await b.keep({ kind: "accept", answers: 1 });
  const id = (await a.lasting()).agreements[0]?.id ?? "";
  const words = { happened: texts.crossedByA, next: "We talked" };
  await a.keep({ kind: "crossed", agreement: id, version: 1, words });
  await b.keep({ kind: "see", answers: 3, sight: "differently", words: { text: texts.answeredByB } });
  await a.keep({ kind: "letter", words: { text: texts.letterOfA } });
  await b.keep({ kind: "letter", words: { text: texts.letterOfB } });
  await a.keep({ kind: "offer", sort: "commitment", words: { ...PROMISE, what: texts.offered } });
  const opening = async (seat: Keeper, seq: number) =>
    server.ground.noteOpened(await server.requester(seat.guest), spaceId, { seq });
  for (const done of [await opening(b, 5), await opening(a, 6)]) expect(done).toEqual(DONE);
  for (const seat of [a, b]) await feedOf(seat, spaceId);
  return { ...couple, id, texts };
}

const textOf = async (keeper: Keeper) => {
  const { agreements, keepings: read } = await keeper.lasting();
  return JSON.stringify([agreements, [...read.values()]]);
};
const openedIn = (spaceId: string) =>
  db.select({ seat: openedKeeping.seat }).from(openedKeeping).where(eq(openedKeeping.spaceId, spaceId));
const feedsIn = (spaceId: string) => db.$count(calendarFeed, eq(calendarFeed.spaceId, spaceId));

test("whoever leaves leaves what was written; what waited is answered by nobody, and nothing more is kept", async () => {
  const { a, b, spaceId, texts, id } = await twoWithALot();
  expect(await leave(a.guest, spaceId, "leave")).toEqual(DONE);
  const read = await textOf(b);
  for (const text of Object.values(texts)) expect(read).toContain(text);
  const { place, space: shared, opened } = await b.lasting();
  expect(shared.otherLeft).toBe(true);
  expect(place.hasBeenLeft).toBe(true);
  expect(place.register.open).toMatchObject([{ seq: 7, kind: "offer" }]);
  expect(await b.keep({ kind: "accept", answers: 7 })).toEqual({ kind: "left" });
  expect(await b.keep({ kind: "end", agreement: id })).toEqual({ kind: "left" });
  // What was only theirs has gone along; the other's is there.
  expect([...opened]).toEqual([5]);
  expect(await openedIn(spaceId)).toEqual([{ seat: "b" }]);
  expect(await feedsIn(spaceId)).toBe(1);
  await expect(a.lasting()).rejects.toThrow("Nothing is there for them.");
});

test("whoever takes their words back leaves the other what both agreed to, and the other's own words", async () => {
  const { a, b, spaceId, texts } = await twoWithALot();
  expect(await leave(a.guest, spaceId, "take-back")).toEqual(DONE);
  const read = await textOf(b);
  for (const stays of [texts.agreed, texts.answeredByB, texts.letterOfB]) expect(read).toContain(stays);
  for (const gone of [texts.offered, texts.crossedByA, texts.letterOfA]) expect(read).not.toContain(gone);
  const view = await b.lasting();
  expect(view.agreements).toMatchObject([{ wordings: [{ words: { behaviour: texts.agreed } }] }]);
  expect(view.keepings.get(5)).toEqual({ seq: 5, by: "a", at: server.clock.now(), unreadable: true });
  // The log is as it was: what was sealed stays there, and nobody has the key.
  expect(await db.$count(keepings, eq(keepings.spaceId, spaceId))).toBe(7);
  expect(await db.$count(seatKey, eq(seatKey.spaceId, spaceId))).toBe(1);
});

test("whoever erases everything is nowhere any more; the other keeps both's agreements under nobody's name", async () => {
  const { a, b, spaceId, texts } = await twoWithALot();
  const personId = await personOf(a.guest);
  expect(await erase(a.guest)).toMatchObject(DONE);
  const dump = await dumpOf(database);
  expect(dump).not.toContain(personId);
  for (const text of Object.values(texts)) expect(dump).not.toContain(text);
  const view = await b.lasting();
  expect(view.space.other).toBeNull();
  expect(view.agreements).toMatchObject([{ wordings: [{ words: { behaviour: texts.agreed } }] }]);
  expect(await textOf(b)).not.toContain(texts.letterOfA);
  const ledger = await db
    .select({ seat: destroyedKey.seat })
    .from(destroyedKey)
    .where(eq(destroyedKey.spaceId, spaceId));
  expect(ledger).toEqual([{ seat: "a" }]);
});

test("when both have left, only what is sealed for ever is there", async () => {
  const { a, b, spaceId } = await twoWithALot();
  await leave(a.guest, spaceId, "leave");
  expect(await erase(b.guest)).toMatchObject(DONE);
  const of = { spaceId };
  expect(await db.$count(agreement, eq(agreement.spaceId, of.spaceId))).toBe(0);
  expect(await db.$count(seatKey, eq(seatKey.spaceId, spaceId))).toBe(0);
  expect(await db.$count(spaceKey, eq(spaceKey.spaceId, spaceId))).toBe(0);
  expect(await openedIn(spaceId)).toEqual([]);
  expect(await feedsIn(spaceId)).toBe(0);
  expect(await db.$count(keepings, eq(keepings.spaceId, spaceId))).toBe(7);
  expect(await db.$count(space, eq(space.id, spaceId))).toBe(1);
  const ledger = await db.select().from(destroyedKey).where(eq(destroyedKey.spaceId, spaceId));
  expect(ledger.map(({ seat }) => seat).sort()).toEqual(["a", "b"]);
});

test("a space in which nothing was ever kept goes as a whole", async () => {
  const { a, b, spaceId } = await openCouple(server);
  await leave(a.guest, spaceId, "leave");
  await leave(b.guest, spaceId, "leave");
  expect(await db.$count(space, eq(space.id, spaceId))).toBe(0);
});

test("keys that came back with a backup are destroyed again by the ledger", async () => {
  const { a, b, spaceId, texts } = await twoWithALot();
  const backup = await db.select().from(seatKey).where(eq(seatKey.spaceId, spaceId));
  await leave(a.guest, spaceId, "take-back");
  await db.insert(seatKey).values(backup).onConflictDoNothing();
  const ledger = await db.select().from(destroyedKey).where(eq(destroyedKey.spaceId, spaceId));
  for (const { seat } of ledger)
    await db.delete(seatKey).where(and(eq(seatKey.spaceId, spaceId), eq(seatKey.seat, seat)));
  expect(await textOf(b)).not.toContain(texts.letterOfA);
  expect(await textOf(b)).toContain(texts.agreed);
});

test("asvs 14.2.4: words are nowhere in the clear: not in what the rules see, not at rest, not in the log", async () => {
  const { a, spaceId, texts } = await twoWithALot();
  await a.keep({ kind: "appreciate", words: { text: `${canary()} `.repeat(40) } });
  const dump = await dumpOf(database);
  const structures = await db
    .select({ structure: keepings.structure })
    .from(keepings)
    .where(eq(keepings.spaceId, spaceId));
  for (const text of Object.values(texts)) {
    expect(dump).not.toContain(text);
    expect(dump).not.toContain(Buffer.from(text).toString("hex"));
    expect(JSON.stringify(structures)).not.toContain(text);
    expect(server.log.join("\n")).not.toContain(text);
  }
});

test("in one's record is all that one may read, whoever ended it and wherever it was agreed to", async () => {
  const { a, b, spaceId, texts, id } = await twoWithALot();
  await b.keep({ kind: "end", agreement: id });
  const [ofA, ofB] = [await lastingRecord(desk, spaceId, "a"), await lastingRecord(desk, spaceId, "b")];
  expect(ofA.agreements).toMatchObject([
    {
      id,
      sort: "boundary",
      version: 1,
      conversationId: null,
      proposedBy: "a",
      acceptedBy: "b",
      endedBy: "b",
      words: { behaviour: texts.agreed },
    },
  ]);
  expect(ofA.keepings.map(({ kept }) => kept.kind)).toEqual([
    "offer",
    "accept",
    "crossed",
    "see",
    "letter",
    "letter",
    "offer",
    "end",
  ]);
  for (const text of Object.values(texts)) expect(JSON.stringify(ofA)).toContain(text);
  // What somebody has opened is in their own record, and in no other.
  expect(ofA.keepings.filter(({ opened }) => opened).map(({ seq }) => seq)).toEqual([6]);
  expect(ofB.keepings.filter(({ opened }) => opened).map(({ seq }) => seq)).toEqual([5]);
  await leave(a.guest, spaceId, "take-back");
  expect(JSON.stringify(await lastingRecord(desk, spaceId, "b"))).not.toContain(texts.letterOfA);
});

test("a guest who is brought along brings what they kept, what they opened, and their calendar", async () => {
  const { a, b, spaceId, texts } = await twoWithALot();
  const other = await openCouple(server);
  const [guestId, personId] = [await personOf(a.guest), await personOf(other.a.guest)];
  const now = server.clock.now();
  const { token } = await insertSignIn(db, { personId, device: "", wasGuest: guestId }, now);
  const between = { guestId, personId, tokenHash: hashToken(token), now };
  expect(await bringAlong(db, between)).toMatchObject({ kind: "brought", spaces: [spaceId] });
  expect(await db.$count(person, eq(person.id, guestId))).toBe(0);
  onTestFinished(async () => void (await db.delete(signIn).where(eq(signIn.personId, personId))));
  const asking = await server.ground.whoIsAsking(token);
  const view = asking && (await server.ground.lasting(asking, spaceId));
  expect(view?.space.seat).toBe("a");
  expect([...(view?.opened ?? [])]).toEqual([6]);
  expect(JSON.stringify(view?.agreements)).toContain(texts.agreed);
  expect(await feedsIn(spaceId)).toBe(2);
  expect((await b.lasting()).place.register.head).toBe(7);
});
