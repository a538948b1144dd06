import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { afterAll, describe, expect, test } from "vitest";
import { readConversation } from "#db/conversations";
import { conversation, draft, invitation, membership, seatKey } from "#db/schema";
import type { StartRequest } from "#wire/requests";
import { claimSeat, lookAtInvitation } from "./invitations";
import { answerNewcomer, renewInvitation } from "./own-invitations";
import { startConversation } from "./start-conversation";
import { PRIVATE, SOLO, WRITING } from "./testing/test-guides";
import { type Guest, linkIn, move, open, signedIn, startTestServer } from "./testing/test-server";
import { told } from "./testing/test-socket";

// The ways to start: for two, after an earlier conversation, alone, and from what was written alone.

const server = await startTestServer({ guides: [WRITING, SOLO, PRIVATE] });
afterAll(server.stop);
const { db } = server.database;
const { desk } = server.ground;
const NOT_FOUND = { ok: false, refusal: { kind: "not-found" } };

const start = async (request: StartRequest, guest?: Guest) =>
  startConversation(desk, await server.requester(guest), request);

/** Starts as somebody who is signed in; it must succeed. */
async function started(request: StartRequest, guest: Guest) {
  const outcome = await start(request, guest);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome));
  return outcome.answer;
}

/** A guest who has begun a guide alone. */
async function alone(guide = "writing") {
  const { answer, token } = signedIn(await start({ guide, name: "Ada", alone: true }));
  return { id: answer.conversationId, answer, guest: { token } };
}

async function spaceOf(id: string): Promise<string> {
  return (await readConversation(db, id))?.spaceId ?? "";
}
const countIn = (spaceId: string) => db.$count(membership, eq(membership.spaceId, spaceId));

describe("alone", () => {
  test("is a conversation with one seat, in a space of its own, and nobody is invited", async () => {
    for (const guide of ["writing", "solo"]) {
      const { id, answer, guest } = await alone(guide);
      expect(answer).toEqual({ conversationId: id, seat: "a", invitation: null });
      const opened = await open(await server.connect(guest), id);
      expect(opened).toMatchObject({ roster: { partners: ["a"] }, invitation: null, ready: true, due: [] });
      expect(opened.seats).toEqual([{ seat: "a", name: "Ada" }]);
      const own = eq(seatKey.spaceId, await spaceOf(id));
      expect(await db.select({ seat: seatKey.seat }).from(seatKey).where(own)).toEqual([{ seat: "a" }]);
      expect(await db.$count(invitation, eq(invitation.conversationId, id))).toBe(0);
    }
  });

  test("[G9] what takes two is left out", async () => {
    const { id, guest } = await alone();
    const socket = await server.connect(guest);
    const write = { kind: "write", ready: true, words: { story: "x" } } as const;
    for (const seq of [1, 2]) expect(await move(socket, id, write)).toEqual({ ok: true, seq });
    expect(await move(socket, id, write)).toMatchObject({ refusal: { kind: "complete" } });
  });

  test("somebody who is half of a couple has a new space for it: the other is not in it", async () => {
    const pair = await server.startPair();
    const { conversationId } = await started({ guide: "writing", alone: true }, pair.a);
    const spaceId = await spaceOf(conversationId);
    expect(spaceId).not.toBe(await spaceOf(pair.id));
    expect(await countIn(spaceId)).toBe(1);
    const asking = await server.ground.whoIsAsking(pair.b.token);
    expect(asking && (await server.ground.ownConversations(asking))).toMatchObject([{ id: pair.id }]);
    expect(asking && (await server.ground.open(asking, conversationId, "en"))).toBeNull();
  });

  test("a guide that takes two is refused, and so is going on as a couple alone", async () => {
    const pair = await server.startPair();
    const refusals = [
      [{ guide: "speak-and-reflect", alone: true }, "alone: this guide takes two"],
      [{ guide: "writing", alone: true, after: pair.id }, "after: nobody comes along where one is alone"],
      [{ guide: "solo", after: pair.id }, "after: nobody comes along where one is alone"],
    ] as const;
    for (const [request, issue] of refusals)
      expect(await start(request, pair.a)).toEqual({
        ok: false,
        refusal: { kind: "bad-request", issues: [issue] },
      });
    expect(await start({ guide: "writing", alone: false }, pair.a)).toMatchObject({
      answer: { invitation: { url: expect.any(String) } },
    });
  });
});

describe("after an earlier conversation", () => {
  test("the same two are in it from the start, each in their seat, and nobody is invited", async () => {
    const pair = await server.startPair();
    for (const [guest, seat, other] of [
      [pair.a, "a", "b"],
      [pair.b, "b", "a"],
    ] as const) {
      const request = { guide: "speak-and-reflect", topic: "Sunday", role: "first", after: pair.id };
      const { conversationId, ...answer } = await started(request, guest);
      expect(answer).toEqual({ seat, invitation: null });
      expect(await spaceOf(conversationId)).toBe(await spaceOf(pair.id));
      for (const who of [pair.a, pair.b])
        expect(await open(await server.connect(who), conversationId)).toMatchObject({
          topic: "Sunday",
          roster: { partners: ["a", "b"], roles: { first: seat, second: other } },
          seats: [
            { seat: "a", name: "Ada" },
            { seat: "b", name: "Ben" },
          ],
          invitation: null,
        });
    }
    expect(await countIn(await spaceOf(pair.id))).toBe(2);
  });

  test("a topic that b gave is sealed with b's key", async () => {
    const pair = await server.startPair();
    const request = { guide: "speak-and-reflect", topic: "Sunday", after: pair.id };
    const { conversationId } = await started(request, pair.b);
    const own = eq(conversation.id, conversationId);
    const topic = async () => (await open(await server.connect(pair.a), conversationId)).topic;
    expect(await db.select({ by: conversation.topicBy }).from(conversation).where(own)).toEqual([
      { by: "b" },
    ]);
    expect(await topic()).toBe("Sunday");
    await db.update(conversation).set({ topicBy: "a" }).where(own);
    desk.live.forget(conversationId);
    expect(await topic()).toBeNull();
  });

  test("asvs 8.2.2: is for its partners alone; for everybody else it is not there, and nothing is left behind", async () => {
    const pair = await server.startPair();
    const stranger = await server.startPair();
    const solo = await alone();
    const before = await db.$count(conversation);
    const tries = [
      [pair.id, stranger.a],
      [pair.id, undefined],
      [randomUUID(), pair.a],
      [solo.id, solo.guest],
      [solo.id, stranger.a],
    ] as const;
    for (const [after, guest] of tries)
      expect(await start({ guide: "speak-and-reflect", name: "Eve", after }, guest)).toEqual(NOT_FOUND);
    expect(await db.$count(conversation)).toBe(before);
    expect(await countIn(await spaceOf(pair.id))).toBe(2);
  });

  test("while the other seat is free there is a link for each; the one that is used takes the seat in both", async () => {
    const { id, a, link } = await server.startAlone();
    const next = await started({ guide: "writing", after: id, askFirst: true }, a);
    const nextLink = linkIn(next.invitation?.url ?? "");
    const opener = await server.connect(a);
    for (const one of [id, next.conversationId])
      expect(await open(opener, one)).toMatchObject({ invitation: { state: "open" } });

    const sam = { secret: nextLink.secret, name: "Sam" };
    const asking = signedIn(await claimSeat(desk, await server.requester(), nextLink.id, sam));
    const newcomer = await server.connect({ token: asking.token });
    await told(opener, "seats", ({ conversationId }) => conversationId === next.conversationId);
    const ben = { secret: link.secret, name: "Ben" };
    const claimed = signedIn(await claimSeat(desk, await server.requester(), link.id, ben));
    const isTaken = ({ seats }: { seats: readonly { name: string | null }[] }) =>
      seats.every(({ name }) => name !== null);
    for (const one of [id, next.conversationId])
      expect(
        await told(opener, "seats", (event) => event.conversationId === one && isTaken(event)),
      ).toMatchObject({ invitation: null });

    // Sam came too late: there is no seat to be let into any more, and the page that waits is told.
    await told(newcomer, "answered", ({ invitationId }) => invitationId === nextLink.id);
    expect(await answerNewcomer(desk, await server.requester(a), nextLink.id, true)).toEqual(NOT_FOUND);
    expect(await renewInvitation(desk, await server.requester(a), nextLink.id)).toMatchObject({
      refusal: { kind: "seat-taken" },
    });
    const socket = await server.connect({ token: claimed.token });
    expect(await open(socket, next.conversationId)).toMatchObject({ seat: "b" });
  });

  test("asvs 2.3.4: two links to one seat, both claimed at once: one gets it, the other finds nothing", async () => {
    const { id, a, link } = await server.startAlone();
    const next = await started({ guide: "writing", after: id }, a);
    const links = [link, linkIn(next.invitation?.url ?? "")];
    const claims = await Promise.all(
      links.map(async ({ id: linkId, secret }) =>
        claimSeat(desk, await server.requester(), linkId, { secret, name: "Ben" }),
      ),
    );
    expect(claims.filter(({ ok }) => ok)).toHaveLength(1);
    expect(claims.filter(({ ok }) => !ok)).toEqual([NOT_FOUND]);
    expect(await countIn(await spaceOf(id))).toBe(2);
  });
});

describe("from what was written alone", () => {
  const write = (words: Readonly<Record<string, string>>) => ({ kind: "write", ready: true, words }) as const;

  test("the last answers to the same questions lie beside the boxes, for their author alone", async () => {
    const { id, guest } = await alone("solo");
    const socket = await server.connect(guest);
    await move(socket, id, write({ story: "The last thing" }));
    await move(socket, id, write({ other: "Another question" }));
    await move(socket, id, write({ story: "A step that the other guide does not have" }));
    const next = await started({ guide: "writing", role: "second", from: id }, guest);
    const { drafts, head, entries } = await open(socket, next.conversationId);
    expect({ head, entries }).toEqual({ head: 0, entries: [] });
    expect(drafts).toEqual([{ slot: "first-part:alone", words: { story: "The last thing" } }]);
    expect(next.invitation).not.toBeNull();
    expect(await spaceOf(next.conversationId)).not.toBe(await spaceOf(id));
  });

  test("a step that asks the other role gives nothing; into a couple's space it comes under one's own key", async () => {
    const pair = await server.startPair();
    const { conversationId: solo } = await started({ guide: "writing", alone: true, role: "second" }, pair.b);
    const socket = await server.connect(pair.b);
    for (const story of ["One", "Two", "Three"]) await move(socket, solo, write({ story }));
    const slots = async (role: string) => {
      const request = { guide: "writing", from: solo, after: pair.id, role };
      const { conversationId } = await started(request, pair.b);
      const other = await open(await server.connect(pair.a), conversationId);
      expect(other.drafts).toEqual([]);
      return (await open(socket, conversationId)).drafts.map(({ slot, words }) => [slot, words.story]);
    };
    const shared = ["first-part:alone", "One"]; // "Two" was for nobody else to read, and stays where it is
    expect(await slots("first")).toEqual([shared]);
    expect((await slots("second")).sort()).toEqual([shared, ["part-of-second:alone", "Three"]]);
  });

  test("[W4] what was for nobody else to read stays where it was, even where the other guide asks it of both", async () => {
    const { id, guest } = await alone("private");
    const socket = await server.connect(guest);
    for (const story of ["One", "Two"]) await move(socket, id, write({ story }));
    const before = await db.$count(draft);
    const next = await started({ guide: "writing", from: id }, guest);
    expect((await open(socket, next.conversationId)).drafts).toEqual([]);
    expect(await db.$count(draft)).toBe(before);
  });

  test("what its author takes is a draft like any other, and lies beside the box no more", async () => {
    const { id, guest } = await alone();
    const socket = await server.connect(guest);
    await move(socket, id, write({ story: "Mine" }));
    const { conversationId } = await started({ guide: "writing", from: id }, guest);
    const words = { story: "Mine" };
    await socket.emitWithAck("draft", { conversationId, slot: "first-part:write", words });
    await socket.emitWithAck("draft", { conversationId, slot: "first-part:alone", words: null });
    expect((await open(socket, conversationId)).drafts).toEqual([{ slot: "first-part:write", words }]);
  });

  test("what was only begun, or passed on, is not brought along", async () => {
    const { answer, token } = signedIn(
      await start({ guide: "writing", name: "Ada", alone: true, role: "second" }),
    );
    const id = answer.conversationId;
    const socket = await server.connect({ token });
    const draftsOfNext = async () => {
      const { conversationId } = await started({ guide: "writing", from: id, role: "second" }, { token });
      return (await open(socket, conversationId)).drafts;
    };
    const begun = { conversationId: id, slot: "first-part:write", words: { story: "Begun" } };
    await socket.emitWithAck("draft", begun);
    expect(await draftsOfNext()).toEqual([]);
    const passed = { kind: "write", ready: true, words: { passed: true } } as const;
    for (const seq of [1, 2]) expect(await move(socket, id, passed)).toEqual({ ok: true, seq });
    await move(socket, id, write({ story: "Sent" }));
    expect(await draftsOfNext()).toEqual([{ slot: "part-of-second:alone", words: { story: "Sent" } }]);
  });

  test("asvs 8.2.2: is for its author alone, and only where it was alone; else it is not there", async () => {
    const { id, guest } = await alone();
    const pair = await server.startPair();
    const before = await db.$count(draft);
    const tries = [
      [id, pair.a],
      [id, undefined],
      [pair.id, pair.a],
      [randomUUID(), guest],
    ] as const;
    for (const [from, who] of tries)
      expect(await start({ guide: "writing", name: "Eve", from }, who)).toEqual(NOT_FOUND);
    expect(await db.$count(draft)).toBe(before);
  });
});

test("an invitation by whoever sits in b leads to seat a", async () => {
  const pair = await server.startPair();
  const request = { guide: "speak-and-reflect", topic: "Sunday", after: pair.id };
  const spaceId = await spaceOf(pair.id);
  await db.delete(membership).where(eq(membership.spaceId, spaceId));
  const asking = await server.ground.whoIsAsking(pair.b.token);
  const personId = asking?.personId ?? "";
  await db
    .insert(membership)
    .values({ spaceId, personId, seat: "b", name: "Ben", createdAt: server.clock.now() });
  const next = await started(request, pair.b);
  const link = linkIn(next.invitation?.url ?? "");
  expect(await open(await server.connect(pair.b), next.conversationId)).toMatchObject({
    seat: "b",
    invitation: { id: link.id, state: "open" },
  });
  expect(await lookAtInvitation(desk, await server.requester(), link)).toMatchObject({
    answer: { opener: "Ben", topic: "Sunday", seat: "a", role: "You listen first" },
  });
  const claim = { secret: link.secret, name: "Ann" };
  expect(await claimSeat(desk, await server.requester(), link.id, claim)).toMatchObject({
    answer: { seat: "a" },
  });
});
