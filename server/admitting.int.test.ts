import { afterAll, beforeAll, expect, test } from "vitest";
import { claimSeat, standingAt } from "./invitations";
import { answerNewcomer, renewInvitation, revokeInvitation } from "./own-invitations";
import { linkIn, open, signedIn, startTestServer, type TestServer, tryOpen } from "./testing/test-server";

const NOT_FOUND = { ok: false, refusal: { kind: "not-found" } };
const NO_SEAT = { ok: false, refusal: { kind: "not-a-member" } };

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

/** A conversation whose opener asked to be asked, and somebody who waits at its door. */
async function somebodyAtTheDoor() {
  const { id, a, link } = await server.startAlone({ askFirst: true });
  const { desk } = server.ground;
  const opener = await server.connect(a);
  await open(opener, id);
  const claim = { secret: link.secret, name: "Sam" };
  const { answer, token } = signedIn(await claimSeat(desk, await server.requester(), link.id, claim));
  const newcomer = { token };
  const { asking } = await server.requester(newcomer);
  const personId = asking?.personId ?? "";
  const answerWith = async (admit: boolean) =>
    answerNewcomer(desk, await server.requester(a), link.id, admit);
  const standing = () => standingAt(server.database.db, personId, link.id);
  return { id, a, link, desk, opener, newcomer, answer, answerWith, standing };
}

test("whoever waits sees nothing but the invitation, and the opener sees who asks", async () => {
  const door = await somebodyAtTheDoor();
  expect(door.answer).toEqual({
    conversationId: door.id,
    spaceId: expect.any(String),
    seat: "b",
    waiting: true,
  });
  expect(await tryOpen(await server.connect(door.newcomer), door.id)).toEqual(NO_SEAT);
  expect(await door.standing()).toEqual({ kind: "waiting" });
  const { invitation, seats } = await open(door.opener, door.id);
  expect(invitation).toEqual({ id: door.link.id, state: "asking", name: "Sam" });
  expect(seats).toEqual([
    { seat: "a", name: "Ada" },
    { seat: "b", name: null },
  ]);
});

test("let in, they have the seat", async () => {
  const door = await somebodyAtTheDoor();
  expect(await door.answerWith(true)).toEqual({ ok: true, answer: {} });
  expect(await open(await server.connect(door.newcomer), door.id)).toMatchObject({
    seat: "b",
    invitation: null,
  });
  expect(await door.standing()).toEqual({
    kind: "seated",
    conversationId: door.id,
    spaceId: expect.any(String),
  });
});

test("not let in, they are a stranger, and a new link opens the seat to another", async () => {
  const door = await somebodyAtTheDoor();
  await door.answerWith(false);
  expect(await tryOpen(await server.connect(door.newcomer), door.id)).toEqual(NO_SEAT);
  expect(await door.standing()).toEqual({ kind: "stranger" });
  const renewed = await renewInvitation(door.desk, await server.requester(door.a), door.link.id);
  if (!renewed.ok) throw new Error("not renewed");
  const link = linkIn(renewed.answer.invitation.url);
  const claim = { secret: link.secret, name: "Ben" };
  expect(await claimSeat(door.desk, await server.requester(), link.id, claim)).toMatchObject({ ok: true });
});

test("one answer is the answer: a second, and one after the link was closed, find nothing", async () => {
  const door = await somebodyAtTheDoor();
  await door.answerWith(false);
  expect(await door.answerWith(true)).toEqual(NOT_FOUND);
  const other = await somebodyAtTheDoor();
  await revokeInvitation(other.desk, await server.requester(other.a), other.link.id);
  expect(await other.answerWith(true)).toEqual(NOT_FOUND);
  expect(await other.standing()).toEqual({ kind: "stranger" });
});

test("nobody lets themselves in", async () => {
  const door = await somebodyAtTheDoor();
  const asThemselves = await server.requester(door.newcomer);
  expect(await answerNewcomer(door.desk, asThemselves, door.link.id, true)).toEqual(NOT_FOUND);
  expect(await tryOpen(await server.connect(door.newcomer), door.id)).toEqual(NO_SEAT);
});
