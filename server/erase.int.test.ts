import { randomBytes } from "node:crypto";
import { eq } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { afterAll, describe, expect, test } from "vitest";
import type { Move } from "#conversation/moves";
import { openSeatKey, openSpaceKey } from "#db/key-ring";
import {
  agreementVersion,
  conversation,
  destroyedKey,
  draft,
  invitation,
  mailedCode,
  membership,
  move as moves,
  person,
  readiness,
  seatKey,
  signIn,
  space,
  spaceKey,
} from "#db/schema";
import { unsealWords, type WordsPlace } from "#db/sealed-words";
import type { SealingKey } from "#db/sealing";
import { hashToken } from "#db/sign-ins";
import { dumpOf } from "#db/testing/dump";
import { wordingPlace } from "./agreement-to-write";
import { eraseEverything } from "./erase";
import { claimSeat } from "./invitations";
import { keepReadiness } from "./keep-readiness";
import { openSpace } from "./open-space";
import { startConversation } from "./start-conversation";
import { canary } from "./testing/canaries";
import { agreeing, WRITING } from "./testing/test-guides";
import { type Guest, linkIn, move, open, signedIn, startTestServer } from "./testing/test-server";
import { closed, framesOf, told } from "./testing/test-socket";

// Erasing everything of oneself: shown down to what is left in every table.

const server = await startTestServer({ guides: [agreeing("commitment"), WRITING] });
afterAll(server.stop);
const { db } = server.database;
const { desk, leaving, origins } = server.ground;
const DONE = { ok: true, answer: {} };

const erase = async (guest: Guest, confirm = "erase") =>
  eraseEverything(leaving, await server.requester(guest), origins, { confirm });
const personOf = async ({ token }: Guest) => (await server.ground.whoIsAsking(token))?.personId ?? "";
const words = (text: string) => ({ what: text, repeat: "daily 2026-03-01/2026-12-31 UTC", sign: text });
const write = (story: string): Move => ({ kind: "write", ready: true, words: { story } });

/** Two who wrote, agreed and began things in two conversations, in words and under names that are nowhere else. */
async function twoWithALot() {
  const names = { a: canary(), b: canary() };
  const topic = canary();
  const { id, a, link } = await server.startAlone({ guide: "agreeing-commitment", name: names.a, topic });
  const claim = { secret: link.secret, name: names.b };
  const { token } = signedIn(await claimSeat(desk, await server.requester(), link.id, claim));
  const b = { token };
  const [onA, onB] = [await server.connect(a), await server.connect(b)];
  for (const socket of [onA, onB]) await open(socket, id);
  const texts = { offeredByA: canary(), offeredByB: canary(), ofA: canary(), ofB: canary(), begun: canary() };
  const propose = (text: string): Move => ({ kind: "propose", sort: "commitment", words: words(text) });
  await move(onA, id, propose(texts.offeredByA));
  await move(onB, id, { kind: "accept", answers: 1 });
  await move(onB, id, propose(texts.offeredByB));
  await move(onA, id, { kind: "accept", answers: 3 });
  const second = await startConversation(desk, await server.requester(a), { guide: "writing", after: id });
  if (!second.ok) throw new Error("not begun");
  const { conversationId } = second.answer;
  await move(onA, conversationId, write(texts.ofA));
  await move(onB, conversationId, write(texts.ofB));
  const begun = { conversationId: id, slot: "talk:say", words: { text: texts.begun } };
  await onA.emitWithAck("draft", begun);
  await keepReadiness(desk, await server.requester(a), id, { stirred: 9, free: false, goOn: true });
  return { id, second: conversationId, a, b, onA, onB, names, topic, texts };
}

/** Every text that anybody could open with all keys there are, in any place of any table. */
async function allThatOpens(): Promise<string> {
  const spaceKeys = await db.select().from(spaceKey);
  const seatKeys = await db.select().from(seatKey);
  const keys = seatKeys.flatMap(({ spaceId, seat, wrapped }): SealingKey[] => {
    const stored = spaceKeys.find((one) => one.spaceId === spaceId);
    const key = stored && openSeatKey(openSpaceKey(desk.ring, spaceId, stored), spaceId, seat, wrapped);
    return key ? [key] : [];
  });
  const conversations = await db.select().from(conversation);
  const spaceOf = (id: string) => conversations.find((one) => one.id === id)?.spaceId ?? "";
  const sealed: { readonly at: Omit<WordsPlace, "seat">; readonly bytes: Uint8Array | null }[] = [];
  const found = (conversationId: string, what: string, bytes: Uint8Array | null) =>
    sealed.push({ at: { spaceId: spaceOf(conversationId), conversationId, what }, bytes });
  for (const row of conversations) found(row.id, "topic", row.topic);
  for (const row of await db.select().from(moves)) found(row.conversationId, row.moveId, row.words);
  for (const row of await db.select().from(draft)) found(row.conversationId, `draft:${row.slot}`, row.words);
  for (const row of await db.select().from(readiness)) found(row.conversationId, "ready", row.answers);
  for (const row of await db.select().from(agreementVersion))
    for (const bytes of [row.wordsA, row.wordsB])
      sealed.push({
        at: wordingPlace(
          spaceOf(row.conversationId ?? ""),
          row.conversationId,
          row.agreementId,
          row.version,
          "a",
        ),
        bytes,
      });
  const opened = sealed.flatMap(({ at, bytes }) =>
    (["a", "b"] as const).flatMap((seat) =>
      keys.map((key) => bytes && unsealWords(key, { ...at, seat }, bytes)),
    ),
  );
  return JSON.stringify(opened);
}

test("of whoever erased everything nothing is left in any table, and no key opens a word of theirs", async () => {
  const { id, second, a, b, onB, names, topic, texts } = await twoWithALot();
  const personId = await personOf(a);
  const address = `${canary()}@example.org`;
  await db.update(person).set({ address }).where(eq(person.id, personId));
  const [wanted, foreign] = [`${canary()}@example.org`, `${canary()}@example.org`];
  const asked = [
    { purpose: "sign-in", address, holderHash: randomBytes(32) },
    { purpose: "new-address", address: wanted, holderHash: hashToken(a.token) },
    { purpose: "new-address", address: foreign, holderHash: hashToken(b.token) },
  ] as const;
  for (const code of asked)
    await db.insert(mailedCode).values({
      ...code,
      id: uuidv7(),
      tokenHash: randomBytes(32),
      createdAt: server.clock.now(),
      expiresAt: server.clock.now(),
    });
  const before = await allThatOpens();
  for (const text of [...Object.values(texts), topic]) expect(before).toContain(text);
  for (const kept of [address, wanted]) expect(await dumpOf(server.database)).toContain(kept);

  expect(await erase(a)).toMatchObject(DONE);
  const dump = await dumpOf(server.database);
  for (const gone of [names.a, address, wanted, personId, a.token, ...Object.values(texts), topic])
    expect(dump).not.toContain(gone);
  for (const stays of [names.b, foreign]) expect(dump).toContain(stays); // a dump that shows nothing would prove nothing
  const after = await allThatOpens();
  for (const gone of [texts.ofA, texts.begun, topic]) expect(after).not.toContain(gone);
  // The other's own words, and their copy of what both agreed, whoever offered it.
  for (const stays of [texts.ofB, texts.offeredByB, texts.offeredByA]) expect(after).toContain(stays);
  const ledger = await db.select({ seat: destroyedKey.seat }).from(destroyedKey);
  expect(ledger).toEqual([{ seat: "a" }]);

  const seats = [
    { seat: "a", name: null, left: true },
    { seat: "b", name: names.b },
  ];
  const opened = await open(onB, id);
  expect(opened).toMatchObject({ seats, topic: null, roster: { left: ["a"], withdrawn: ["a"] } });
  expect(
    opened.entries.map(({ words, withdrawn }) => (withdrawn ? "withdrawn" : (words?.what ?? null))),
  ).toEqual(["withdrawn", null, texts.offeredByB, null]);
  expect(opened.agreed).toEqual([{ seq: 1, words: words(texts.offeredByA) }]);
  expect((await open(onB, second)).entries).toMatchObject([
    { withdrawn: true },
    { words: { story: texts.ofB } },
  ]);
  expect(JSON.stringify(await open(onB, second))).not.toContain(texts.ofA);
  expect(await db.$count(signIn, eq(signIn.personId, await personOf(b)))).toBe(1);
});

test("asvs 7.4.2: every sign-in ends, its sockets are closed, and the cookies are taken back", async () => {
  const { a, onA, onB, id } = await twoWithALot();
  const ended = [told(onA, "ended"), closed(onA)] as const;
  const outcome = await erase(a);
  expect(outcome.ok && outcome.cookies).toEqual([
    { name: "evenground", value: "", seconds: 0 },
    { name: "evenground-asked", value: "", seconds: 0 },
  ]);
  expect(await ended[0]).toEqual({ reason: "signed-out" });
  await ended[1];
  expect(await server.ground.whoIsAsking(a.token)).toBeNull();
  await expect(server.connect(a)).rejects.toThrow("not-signed-in");
  expect(await erase(a)).toEqual({ ok: false, refusal: { kind: "not-signed-in" } });
  const frames = framesOf(onA).length;
  await told(onB, "seats", ({ seats }) => seats.some(({ left }) => left));
  expect(await move(onB, id, { kind: "stop" })).toEqual({ ok: false, refusal: { kind: "left" } });
  expect(framesOf(onA)).toHaveLength(frames);
});

describe("it is done", () => {
  const typed = async (confirm: string, name = "Ada Canary") => {
    const { answer: _answer, token } = signedIn(await openSpace(desk, await server.requester(), { name }));
    const outcome = await erase({ token }, confirm);
    return outcome.ok || outcome.refusal.kind;
  };

  test("when the word or one’s own name was typed, however it was written", async () => {
    for (const confirm of ["erase", " Erase ", "ERASE", "Ada Canary", "ada canary "])
      expect(await typed(confirm)).toBe(true);
  });

  test("and not otherwise: nothing is changed then", async () => {
    for (const confirm of ["", " ", "eras", "Ada", "yes", "erase everything"])
      expect(await typed(confirm)).toBe("not-confirmed");
  });
});

describe("alone", () => {
  test("a guest leaves nothing but sealed moves that no key opens", async () => {
    const [name, text] = [canary(), canary()];
    const request = { guide: "writing", alone: true, name, topic: text };
    const { answer, token } = signedIn(await startConversation(desk, await server.requester(), request));
    await move(await server.connect({ token }), answer.conversationId, write(text));
    const personId = await personOf({ token });
    expect(await erase({ token })).toMatchObject(DONE);
    const dump = await dumpOf(server.database);
    for (const gone of [name, personId]) expect(dump).not.toContain(gone);
    expect(await allThatOpens()).not.toContain(text);
    const [row] = await db.select().from(conversation).where(eq(conversation.id, answer.conversationId));
    expect(row?.topic).toBeNull();
    expect(await db.$count(membership, eq(membership.spaceId, row?.spaceId ?? ""))).toBe(0);
  });

  test("a space in which nothing was said goes altogether", async () => {
    const { answer, token } = signedIn(await openSpace(desk, await server.requester(), { name: "Ada" }));
    await erase({ token });
    expect(await db.$count(space, eq(space.id, answer.spaceId))).toBe(0);
    expect(await dumpOf(server.database)).not.toContain(linkIn(answer.invitation.url).id);
  });

  test("with both gone, nothing of either can be read", async () => {
    const { a, b, names, texts } = await twoWithALot();
    await erase(a);
    await erase(b);
    const [dump, opens] = [await dumpOf(server.database), await allThatOpens()];
    for (const gone of [...Object.values(texts), ...Object.values(names)]) {
      expect(opens).not.toContain(gone);
      expect(dump).not.toContain(gone);
    }
  });
});

test("somebody who waits at a door waits no longer, and their name is forgotten there", async () => {
  const { id, a, link } = await server.startAlone({ askFirst: true });
  const opener = await server.connect(a);
  await open(opener, id);
  const name = canary();
  const claim = { secret: link.secret, name };
  const { token } = signedIn(await claimSeat(desk, await server.requester(), link.id, claim));
  await told(opener, "seats", ({ invitation: info }) => info?.state === "asking");
  await erase({ token });
  await told(opener, "seats", ({ invitation: info }) => info?.state === "closed");
  expect(await dumpOf(server.database)).not.toContain(name);
  const [row] = await db.select().from(invitation).where(eq(invitation.id, link.id));
  expect(row).toMatchObject({ claimedBy: null, claimedName: null, claimHash: null });
});

test("asvs 15.4.2: two who erase everything at once, while they move: both are gone, and nothing opens", async () => {
  for (let round = 0; round < 3; round += 1) {
    const { id, second, a, b, onA, onB, texts } = await twoWithALot();
    const moving = [onA, onB].map((socket) =>
      socket
        .timeout(5_000)
        .emitWithAck("move", { conversationId: id, moveId: uuidv7(), move: { kind: "enough" } })
        .catch(() => null),
    );
    const [fromA, fromB] = await Promise.all([erase(a), erase(b), ...moving]);
    expect([fromA, fromB]).toMatchObject([DONE, DONE]);
    expect(await allThatOpens()).not.toContain(texts.offeredByA);
    for (const one of [id, second])
      expect(await desk.live.load(one).then((live) => live?.keys.size ?? 0)).toBe(0);
  }
});
