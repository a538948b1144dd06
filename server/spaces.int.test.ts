import { eq } from "drizzle-orm";
import { afterAll, describe, expect, test } from "vitest";
import { invitation, membership, seatKey } from "#db/schema";
import { claimSeat, lookAtInvitation } from "./invitations";
import { leaveSpace } from "./leave-space";
import { openSpace } from "./open-space";
import { answerNewcomer, inviteToSpace, renewInvitation, revokeInvitation } from "./own-invitations";
import { startConversation } from "./start-conversation";
import { WRITING } from "./testing/test-guides";
import { type Guest, type Link, linkIn, open, signedIn, startTestServer } from "./testing/test-server";

// A space before anything has begun in it, the links that lead there, and conversations begun in it.

const server = await startTestServer({ guides: [WRITING] });
afterAll(server.stop);
const { db } = server.database;
const { desk } = server.ground;
const NOT_FOUND = { ok: false, refusal: { kind: "not-found" } };
const UNKNOWN = "00000000-0000-7000-8000-000000000000";

async function aSpace({ askFirst = false } = {}) {
  const request = { name: "Ada", askFirst };
  const { answer, token } = signedIn(await openSpace(desk, await server.requester(), request));
  return { spaceId: answer.spaceId, a: { token }, link: linkIn(answer.invitation.url) };
}

const claim = async ({ id, secret }: Link, name = "Ben", guest?: Guest) =>
  claimSeat(desk, await server.requester(guest), id, { secret, name });

/** A space with both seats taken, and nothing begun. */
async function aCouple() {
  const made = await aSpace();
  const { token } = signedIn(await claim(made.link));
  return { ...made, b: { token } };
}

const invite = async (spaceId: string, guest?: Guest) =>
  inviteToSpace(desk, await server.requester(guest), spaceId, {});
const start = async (space: string, guest?: Guest, more: object = {}) =>
  startConversation(desk, await server.requester(guest), { guide: "writing", name: "X", space, ...more });
async function invitationsOf(spaceId: string, guest: Guest) {
  const asking = await server.ground.whoIsAsking(guest.token);
  return asking && server.ground.invitationsOf(asking, spaceId);
}

describe("opening a space", () => {
  test("makes it with both keys and its opener in seat a; a stranger becomes a guest", async () => {
    const { spaceId, a } = await aSpace();
    expect(await db.$count(seatKey, eq(seatKey.spaceId, spaceId))).toBe(2);
    const seats = await db.select().from(membership).where(eq(membership.spaceId, spaceId));
    expect(seats).toMatchObject([{ seat: "a", name: "Ada" }]);
    const again = await openSpace(desk, await server.requester(a), {});
    expect(again).toMatchObject({ ok: true, answer: { spaceId: expect.any(String) } });
    expect(again).not.toHaveProperty("signIn");
  });

  test("asks a stranger for a name, and whoever opens many to wait", async () => {
    const nameless = await openSpace(desk, await server.requester(), {});
    expect(nameless).toEqual({ ok: false, refusal: { kind: "bad-request", issues: ["name: needed"] } });
    const own = await startTestServer({ database: server.database, variables: { STARTS_PER_HOUR: "1" } });
    const from = async () => own.requester(undefined, "192.0.2.1");
    expect(await openSpace(own.ground.desk, await from(), { name: "Ada" })).toMatchObject({ ok: true });
    expect(await openSpace(own.ground.desk, await from(), { name: "Ada" })).toMatchObject({
      refusal: { kind: "slow-down" },
    });
    await own.stop();
  });
});

describe("an invitation to a space", () => {
  test("tells who asks, and of no conversation", async () => {
    const { link } = await aSpace();
    expect(await lookAtInvitation(desk, await server.requester(), link)).toEqual({
      ok: true,
      answer: { guide: null, minutes: null, role: "", opener: "Ada", seat: "b", askFirst: false },
    });
  });

  test("leads to its other seat, once", async () => {
    const { spaceId, link } = await aSpace();
    const { answer, token } = signedIn(await claim(link));
    expect(answer).toEqual({ conversationId: null, spaceId, seat: "b", waiting: false });
    expect(await claim(link)).toEqual(NOT_FOUND);
    const asking = await server.ground.whoIsAsking(token);
    expect(asking && (await server.ground.standing(asking, link.id))).toEqual({
      kind: "seated",
      conversationId: null,
      spaceId,
    });
  });

  test("may ask first: nobody is there before the opener says yes", async () => {
    const { spaceId, a, link } = await aSpace({ askFirst: true });
    const { answer, token } = signedIn(await claim(link, "Sam"));
    expect(answer).toMatchObject({ waiting: true });
    const asking = await server.ground.whoIsAsking(token);
    expect(asking && (await server.ground.spaceOverview(asking, spaceId))).toBeNull();
    expect(await invitationsOf(spaceId, a)).toMatchObject([{ state: "asking", name: "Sam" }]);
    expect(await answerNewcomer(desk, await server.requester(a), link.id, true)).toMatchObject({ ok: true });
    expect(asking && (await server.ground.spaceOverview(asking, spaceId))).not.toBeNull();
    expect(await invitationsOf(spaceId, a)).toMatchObject([{ state: "closed", why: "used", name: null }]);
  });

  test("is renewed and closed like any other", async () => {
    const { a, link } = await aSpace();
    const renewed = await renewInvitation(desk, await server.requester(a), link.id);
    if (!renewed.ok) throw new Error("not renewed");
    const next = linkIn(renewed.answer.invitation.url);
    expect(await claim(link)).toEqual(NOT_FOUND);
    await revokeInvitation(desk, await server.requester(a), next.id);
    expect(await claim(next)).toEqual(NOT_FOUND);
  });

  test("is made anew by whoever is there: earlier ones to the space stop working, those to a conversation do not", async () => {
    const { spaceId, a, link } = await aSpace();
    const begun = await start(spaceId, a);
    if (!begun.ok) throw new Error("not begun");
    const toConversation = linkIn(begun.answer.invitation?.url ?? "");
    const invited = await invite(spaceId, a);
    if (!invited.ok) throw new Error("not invited");
    expect(await claim(link)).toEqual(NOT_FOUND);
    expect(await claim(toConversation)).toMatchObject({ ok: true });
    expect(await claim(linkIn(invited.answer.invitation.url))).toEqual(NOT_FOUND);
  });

  test("is refused where nobody is left to invite; asvs 8.2.2: to strangers there is no such space", async () => {
    const { spaceId, a, b } = await aCouple();
    for (const one of [a, b])
      expect(await invite(spaceId, one)).toEqual({ ok: false, refusal: { kind: "seat-taken" } });
    const stranger = (await server.startPair()).a;
    for (const [id, guest] of [
      [spaceId, stranger],
      [spaceId, undefined],
      [UNKNOWN, a],
      ["..", a],
    ] as const)
      expect(await invite(id, guest)).toEqual(NOT_FOUND);
    expect(await invitationsOf(spaceId, stranger)).toEqual([]);
    await leaveSpace(server.ground.leaving, await server.requester(a), spaceId, { words: "leave" });
    expect(await invite(spaceId, b)).toEqual({ ok: false, refusal: { kind: "left" } });
    expect(await invite(spaceId, a)).toEqual(NOT_FOUND);
  });

  test("leads nowhere into what somebody does alone: there is no such seat", async () => {
    const request = { guide: "writing", name: "Ada", alone: true };
    const { answer, token } = signedIn(await startConversation(desk, await server.requester(), request));
    const [row] = await db
      .select({ spaceId: membership.spaceId })
      .from(membership)
      .where(eq(membership.personId, (await server.ground.whoIsAsking(token))?.personId ?? ""));
    expect(answer.invitation).toBeNull();
    expect(await invite(row?.spaceId ?? "", { token })).toEqual(NOT_FOUND);
    expect(await start(row?.spaceId ?? "", { token })).toEqual(NOT_FOUND);
    expect(await invitationsOf(row?.spaceId ?? "", { token })).toEqual([]);
  });
});

test("invitations are listed for whoever made them, the newest first, each with how it stands and no secret", async () => {
  const { spaceId, a, link } = await aSpace();
  server.clock.forward(1_000);
  const begun = await start(spaceId, a, { askFirst: true });
  if (!begun.ok) throw new Error("not begun");
  const { id, secret } = linkIn(begun.answer.invitation?.url ?? "");
  server.clock.forward(1_000);
  await invite(spaceId, a);
  const list = await invitationsOf(spaceId, a);
  const { conversationId } = begun.answer;
  expect(list).toMatchObject([
    { conversationId: null, state: "open", why: null, askFirst: false },
    { id, conversationId, state: "open", askFirst: true },
    { id: link.id, conversationId: null, state: "closed", why: "revoked" },
  ]);
  for (const hidden of [secret, link.secret, "secretHash", "claimHash"])
    expect(JSON.stringify(list)).not.toContain(hidden);
  const rows = await db.select().from(invitation).where(eq(invitation.spaceId, spaceId));
  expect(rows).toHaveLength(3);
  server.clock.forward(8 * 86_400_000);
  expect(await invitationsOf(spaceId, a)).toMatchObject([{ why: "expired" }, { why: "expired" }, {}]);
});

describe("a conversation begun in a space", () => {
  test("is for the two who share it, each in their seat", async () => {
    const { spaceId, a, b } = await aCouple();
    for (const [guest, seat] of [
      [a, "a"],
      [b, "b"],
    ] as const) {
      const begun = await start(spaceId, guest, { topic: "Sunday" });
      expect(begun).toMatchObject({ ok: true, answer: { seat, invitation: null } });
      if (!begun.ok) continue;
      const opened = await open(await server.connect(seat === "a" ? b : a), begun.answer.conversationId);
      expect(opened).toMatchObject({ topic: "Sunday", seat: seat === "a" ? "b" : "a" });
    }
  });

  test("invites to the other seat while it is free", async () => {
    const { spaceId, a } = await aSpace();
    const begun = await start(spaceId, a);
    if (!begun.ok) throw new Error("not begun");
    const link = linkIn(begun.answer.invitation?.url ?? "");
    const { conversationId } = begun.answer;
    expect(await claim(link)).toMatchObject({ answer: { conversationId, spaceId, seat: "b" } });
  });

  test("asvs 8.2.2: begins nowhere for a stranger, and in no unknown space", async () => {
    const { spaceId, a } = await aCouple();
    const stranger = (await server.startPair()).a;
    expect(await start(spaceId, stranger)).toEqual(NOT_FOUND);
    expect(await start(spaceId)).toEqual(NOT_FOUND);
    expect(await start(UNKNOWN, a)).toEqual(NOT_FOUND);
  });

  test("takes one word for where it begins, and two people", async () => {
    const { spaceId, a } = await aCouple();
    const issue = (text: string) => ({ ok: false, refusal: { kind: "bad-request", issues: [text] } });
    expect(await start(spaceId, a, { after: UNKNOWN })).toEqual(issue("space: not together with after"));
    expect(await start(spaceId, a, { alone: true })).toEqual(
      issue("space: nobody comes along where one is alone"),
    );
  });

  test("begins no more once one of the two has left, and in the same moment in one order or the other", async () => {
    for (let round = 0; round < 5; round += 1) {
      const { spaceId, a, b } = await aCouple();
      const leaving = server
        .requester(a)
        .then((asA) => leaveSpace(server.ground.leaving, asA, spaceId, { words: "leave" }));
      const [begun] = await Promise.all([start(spaceId, b), leaving]);
      const left = { ok: false, refusal: { kind: "left" } };
      if (!begun.ok) expect(begun).toEqual(left);
      expect(await start(spaceId, b)).toEqual(left);
      expect(await start(spaceId, a)).toEqual(NOT_FOUND);
    }
  });
});
