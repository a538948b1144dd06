import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterAll, describe, expect, test } from "vitest";
import type { Move } from "#conversation/moves";
import { keeping, letter } from "#db/schema";
import { dumpOf } from "#db/testing/dump";
import type { LetterAnswer } from "#wire/answers";
import type { SendLetterRequest } from "#wire/requests";
import { eraseEverything } from "../erase";
import { openCouple } from "../lasting/testing/test-keepings";
import { leaveSpace } from "../leave-space";
import { openSpace } from "../open-space";
import type { Outcome } from "../requester";
import { startConversation } from "../start-conversation";
import { canary } from "../testing/canaries";
import { type Guest, move, open, signedIn, startTestServer } from "../testing/test-server";
import { destroyLetter, keepLetter, rewriteLetter } from "./keep-letter";
import { sendLetter } from "./send-letter";

// A letter is its author's alone, until they send it on purpose: once, as it stands.

const server = await startTestServer();
afterAll(server.stop);
const { db } = server.database;
const { ground } = server;
const { desk } = ground;
const letters = { ...desk, takeKeeping: ground.takeKeeping };
const DONE = { ok: true, answer: {} };
const NOT_FOUND = { ok: false, refusal: { kind: "not-found" } };
const refused = (kind: string) => ({ ok: false, refusal: { kind } });

const asking = async ({ token }: Guest) => {
  const found = await ground.whoIsAsking(token);
  if (!found) throw new Error("Nobody is asking.");
  return found;
};
const answered = <Answer>(outcome: Outcome<Answer>): Answer => {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal));
  return outcome.answer;
};
const begin = async (guest: Guest, text: string, title = "", letterId: string = randomUUID()) =>
  answered(await keepLetter(desk, await server.requester(guest), { letterId, title, text })).id;
const rewrite = async (
  guest: Guest,
  id: string,
  version: number,
  text: string,
): Promise<Outcome<LetterAnswer>> =>
  rewriteLetter(desk, await server.requester(guest), id, { version, title: "", text });
const destroy = async (guest: Guest, id: string) => destroyLetter(desk, await server.requester(guest), id);
const send = async (guest: Guest, id: string, request: SendLetterRequest) =>
  sendLetter(letters, await server.requester(guest), id, request);
const read = async (guest: Guest, id: string) => ground.ownLetter(await asking(guest), id);
const all = async (guest: Guest) => ground.ownLetters(await asking(guest));
const somebody = async (): Promise<Guest> => {
  const { token } = signedIn(await openSpace(desk, await server.requester(), { name: "Cleo" }));
  return { token };
};

describe("a letter", () => {
  test("is kept once, written on over days, and destroyed for good", async () => {
    const guest = await somebody();
    const name = randomUUID();
    const id = await begin(guest, "Dear", "For you", name);
    expect(await begin(guest, "Something else", "", name)).toBe(id);
    expect(await read(guest, id)).toMatchObject({ version: 1, words: { title: "For you", text: "Dear" } });
    server.clock.forward(86_400_000);
    expect(await rewrite(guest, id, 1, "Dear you")).toEqual({ ok: true, answer: { kept: true, version: 2 } });
    const found = await read(guest, id);
    expect(found).toMatchObject({ version: 2, sentAt: null, words: { title: "", text: "Dear you" } });
    expect((found?.changedAt.getTime() ?? 0) - (found?.createdAt.getTime() ?? 0)).toBe(86_400_000);
    expect(await destroy(guest, id)).toEqual(DONE);
    expect(await read(guest, id)).toBeNull();
    expect(await all(guest)).toEqual([]);
    expect(await db.select().from(letter).where(sql`${letter.id} = ${id}`)).toEqual([]);
    expect(await rewrite(guest, id, 2, "Still here?")).toEqual(NOT_FOUND);
  });

  test("written on two devices at once loses nothing: one is kept, the other is told what stands there", async () => {
    const guest = await somebody();
    const id = await begin(guest, "Dear");
    const outcomes = await Promise.all([
      rewrite(guest, id, 1, "Dear, from the phone"),
      rewrite(guest, id, 1, "Dear, from the table"),
    ]);
    const answers = outcomes.map(answered);
    const stands = (await read(guest, id))?.words?.text;
    expect(answers.filter(({ kept }) => kept)).toEqual([{ kept: true, version: 2 }]);
    expect(answers.filter(({ kept }) => !kept)).toEqual([{ kept: false, title: "", text: stands }]);
  });

  test("is the same as it was when a save is sent again because its answer was lost", async () => {
    const guest = await somebody();
    const id = await begin(guest, "Dear");
    for (let twice = 0; twice < 2; twice += 1)
      expect(answered(await rewrite(guest, id, 1, "Dear you"))).toEqual({ kept: true, version: 2 });
    expect(await read(guest, id)).toMatchObject({ version: 2 });
  });

  test("is never longer than what can be sent", async () => {
    const guest = await somebody();
    const tooLong = { ok: false, refusal: { kind: "too-long", limit: 8_000 } };
    const request = { letterId: randomUUID(), title: "x", text: "x".repeat(8_000) };
    expect(await keepLetter(desk, await server.requester(guest), request)).toEqual(tooLong);
    const id = await begin(guest, "x".repeat(8_000));
    expect(await rewrite(guest, id, 1, "x".repeat(8_001))).toEqual(tooLong);
    expect(await read(guest, id)).toMatchObject({ version: 1 });
  });

  test("of somebody else answers as one that is not there, whatever is done with it", async () => {
    const { a, b, spaceId } = await openCouple(server);
    const id = await begin(a.guest, "Dear");
    await begin(b.guest, "Dear too");
    for (const other of [b.guest, await somebody()])
      for (const unknown of [id, randomUUID(), "..", ""]) {
        expect(await read(other, unknown)).toBeNull();
        expect(await rewrite(other, unknown, 1, "Mine now")).toEqual(NOT_FOUND);
        expect(await send(other, unknown, { version: 1, space: spaceId })).toEqual(NOT_FOUND);
        expect(await destroy(other, unknown)).toEqual(NOT_FOUND);
      }
    expect(await read(a.guest, id)).toMatchObject({ version: 1, words: { text: "Dear" } });
    expect(await keepLetter(desk, await server.requester(), { from: randomUUID() })).toEqual(
      refused("not-signed-in"),
    );
  });

  test("that cannot be opened any more is said to be so, and is not written over", async () => {
    const guest = await somebody();
    const id = await begin(guest, "Dear");
    await db
      .update(letter)
      .set({ words: new Uint8Array(64) })
      .where(sql`${letter.id} = ${id}`);
    expect(await read(guest, id)).toMatchObject({ words: null });
    expect(await rewrite(guest, id, 1, "New")).toEqual(NOT_FOUND);
  });
});

describe("sending", () => {
  test("gives the other exactly what stood there, once, however often it is asked for", async () => {
    const { a, b, spaceId } = await openCouple(server);
    const id = await begin(a.guest, "Dear Ben", "For you");
    const version = 1;
    const outcomes = await Promise.all(
      Array.from({ length: 4 }, () => send(a.guest, id, { version, space: spaceId })),
    );
    for (const outcome of outcomes) expect(outcome).toEqual(DONE);
    expect(await send(a.guest, id, { version, space: spaceId })).toEqual(DONE);
    const view = await b.lasting();
    expect(view.place.register.letters).toEqual([{ seq: 1, by: "a" }]);
    expect(view.keepings.get(1)?.words).toEqual({ title: "For you", text: "Dear Ben" });
    expect(await read(a.guest, id)).toMatchObject({ sentIn: spaceId, sentAt: expect.any(Date) });
  });

  test("ends the writing: what is written after that is told what was sent", async () => {
    const { a, spaceId } = await openCouple(server);
    const id = await begin(a.guest, "Dear Ben");
    await send(a.guest, id, { version: 1, space: spaceId });
    expect(answered(await rewrite(a.guest, id, 1, "Dear Ben, no"))).toEqual({
      kept: false,
      title: "",
      text: "Dear Ben",
    });
  });

  test("is refused for what says something else by now, says nothing, or has nobody to read it", async () => {
    const { a, b, spaceId } = await openCouple(server);
    const id = await begin(a.guest, "Dear Ben");
    await rewrite(a.guest, id, 1, "Dear Ben, I am still angry");
    expect(await send(a.guest, id, { version: 1, space: spaceId })).toMatchObject(refused("stale"));
    const empty = await begin(a.guest, " ");
    expect(await send(a.guest, empty, { version: 1, space: spaceId })).toEqual(refused("not-open"));
    expect(await send(a.guest, id, { version: 2, space: randomUUID() })).toEqual(NOT_FOUND);
    const alone = signedIn(await openSpace(desk, await server.requester(), { name: "Cleo" }));
    const ofAlone = await begin({ token: alone.token }, "Dear");
    const { spaceId: waiting } = alone.answer;
    expect(await send({ token: alone.token }, ofAlone, { version: 1, space: waiting })).toEqual(
      refused("not-open"),
    );
    await leaveSpace(ground.leaving, await server.requester(b.guest), spaceId, { words: "leave" });
    expect(await send(a.guest, id, { version: 2, space: spaceId })).toEqual(refused("left"));
    // It was not taken: it can be written on.
    expect(answered(await rewrite(a.guest, id, 2, "Dear me"))).toEqual({ kept: true, version: 3 });
  });

  test("that broke off after it was taken is finished by sending again, and is there once", async () => {
    const { a, b, spaceId } = await openCouple(server);
    const id = await begin(a.guest, "Dear Ben");
    const breaksOff = {
      ...letters,
      takeKeeping: async (...args: Parameters<typeof ground.takeKeeping>) => {
        await ground.takeKeeping(...args);
        throw new Error("The process ended.");
      },
    };
    const request = { version: 1, space: spaceId };
    await expect(sendLetter(breaksOff, await server.requester(a.guest), id, request)).rejects.toThrow();
    expect(await read(a.guest, id)).toMatchObject({ sentAt: null, sentIn: spaceId });
    expect(answered(await rewrite(a.guest, id, 1, "Other words"))).toMatchObject({ kept: false });
    expect(await send(a.guest, id, request)).toEqual(DONE);
    expect((await b.lasting()).place.register.letters).toHaveLength(1);
  });

  test("and destroying one’s own leaves what was sent with the other", async () => {
    const { a, b, spaceId } = await openCouple(server);
    const id = await begin(a.guest, "Dear Ben");
    await send(a.guest, id, { version: 1, space: spaceId });
    expect(await destroy(a.guest, id)).toEqual(DONE);
    expect((await b.lasting()).keepings.get(1)?.words).toEqual({ text: "Dear Ben" });
  });
});

/** Goes through “Letting go” as far as the letter. */
async function lettingGo(text: string | null) {
  const request = { guide: "letting-go", name: "Ada" };
  const started = signedIn(await startConversation(desk, await server.requester(), request));
  const guest = { token: started.token };
  const id = started.answer.conversationId;
  const socket = await server.connect(guest);
  const pass: Move = { kind: "write", ready: true, words: { passed: true } };
  await open(socket, id);
  await move(socket, id, { kind: "acknowledge" });
  for (let step = 0; step < 3; step += 1) await move(socket, id, pass);
  const written: Move = text === null ? pass : { kind: "write", ready: true, words: { letter: text } };
  expect(await move(socket, id, written)).toMatchObject({ ok: true });
  socket.disconnect();
  return { guest, id };
}

describe("from “Letting go”", () => {
  test("[J4] the letter is kept among one’s own, once, and only by its author", async () => {
    const { guest, id } = await lettingGo("What I want to say");
    const kept = async (by: Guest) => keepLetter(desk, await server.requester(by), { from: id });
    const first = answered(await kept(guest));
    expect(answered(await kept(guest))).toEqual(first);
    expect(await all(guest)).toMatchObject([{ words: { title: "", text: "What I want to say" } }]);
    expect(await kept(await somebody())).toEqual(NOT_FOUND);
  });

  test("[J4] what was passed over, and what is of another kind, is no letter", async () => {
    const { guest, id } = await lettingGo(null);
    const pair = await server.startPair();
    for (const [who, from] of [
      [guest, id],
      [pair.a, pair.id],
      [guest, randomUUID()],
    ] as const)
      expect(await keepLetter(desk, await server.requester(who), { from })).toEqual(NOT_FOUND);
  });
});

test("erasing oneself leaves no letter, and of those that were sent no key", async () => {
  const { a, b, spaceId } = await openCouple(server);
  const [unsent, sent] = [await begin(a.guest, "Dear me"), await begin(a.guest, "Dear Ben")];
  await send(a.guest, sent, { version: 1, space: spaceId });
  const confirm = { confirm: "erase" };
  await eraseEverything(ground.leaving, await server.requester(a.guest), ground.origins, confirm);
  for (const id of [unsent, sent])
    expect(await db.select().from(letter).where(sql`${letter.id} = ${id}`)).toEqual([]);
  expect((await b.lasting()).keepings.get(1)?.words).toBeUndefined();
});

test("no word of a letter is in the database, in the log, or in anything the other is told; of one that was sent only theirs", async () => {
  const { a, b, spaceId } = await openCouple(server);
  const [kept, sent, destroyed] = [canary(), canary(), canary()];
  const keptId = await begin(a.guest, kept, kept);
  const sentId = await begin(a.guest, sent);
  await destroy(a.guest, await begin(a.guest, destroyed));
  await send(a.guest, sentId, { version: 1, space: spaceId });
  const dump = await dumpOf(server.database);
  const person = await asking(b.guest);
  const told = JSON.stringify([
    [...(await b.lasting()).keepings.values()],
    (await b.lasting()).place.register,
    await ground.ownLetters(person),
    await ground.spaceOverview(person, spaceId),
  ]);
  for (const text of [kept, sent, destroyed])
    for (const place of [dump, server.log.join()]) expect(place).not.toContain(text);
  for (const nothing of [kept, destroyed, keptId]) expect(told).not.toContain(nothing);
  expect(told).toContain(sent);
  expect(await db.$count(keeping, sql`${keeping.spaceId} = ${spaceId}`)).toBe(1);
});
