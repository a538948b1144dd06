import { afterAll, expect, test } from "vitest";
import { readConversation } from "#db/conversations";
import { readSeats } from "#db/members";
import { claimSeat } from "./invitations";
import { answerNewcomer, renewInvitation, revokeInvitation } from "./own-invitations";
import { type Link, linkIn, startTestServer } from "./testing/test-server";

// asvs 15.4.2: what the opener and a newcomer do at the same time comes in one order or the other.

const server = await startTestServer();
afterAll(server.stop);
const { desk } = server.ground;

const claim = async ({ id, secret }: Link) =>
  claimSeat(desk, await server.requester(), id, { secret, name: "Ben" });
const NOT_FOUND = { ok: false, refusal: { kind: "not-found" } };
const ROUNDS = Array.from({ length: 10 }, (_, round) => round);

async function isTaken(conversationId: string): Promise<boolean> {
  const row = await readConversation(server.database.db, conversationId);
  const seats = await readSeats(server.database.db, row?.spaceId ?? "", false);
  return seats.every(({ name }) => name !== null);
}

test("ten renewals at once: one of the new links opens the seat, the others are dead", async () => {
  const { a, link } = await server.startAlone();
  const renewed = await Promise.all(
    ROUNDS.map(async () => renewInvitation(desk, await server.requester(a), link.id)),
  );
  const links = renewed.map((outcome) => {
    if (!outcome.ok) throw new Error("not renewed");
    return linkIn(outcome.answer.invitation.url);
  });
  const claims = [];
  for (const one of [link, ...links]) claims.push(await claim(one));
  expect(claims.filter(({ ok }) => ok)).toHaveLength(1);
  expect(claims.filter(({ ok }) => !ok)).toEqual(Array(10).fill(NOT_FOUND));
});

test("a renewal and a claim at once: never two people in one seat, and never an error", async () => {
  for (const _round of ROUNDS) {
    const { id, a, link } = await server.startAlone();
    const [claimed, renewed] = await Promise.all([
      claim(link),
      renewInvitation(desk, await server.requester(a), link.id),
    ]);
    const second = renewed.ok ? await claim(linkIn(renewed.answer.invitation.url)) : NOT_FOUND;
    expect([claimed, second].filter(({ ok }) => ok)).toHaveLength(1);
    expect(await isTaken(id)).toBe(true);
  }
});

test("revoking and claiming at once: the seat is taken, or there is no such invitation", async () => {
  for (const _round of ROUNDS) {
    const { id, a, link } = await server.startAlone();
    const [claimed] = await Promise.all([
      claim(link),
      revokeInvitation(desk, await server.requester(a), link.id),
    ]);
    expect(claimed.ok ? true : claimed).toEqual((await isTaken(id)) ? true : NOT_FOUND);
  }
});

test("yes and no to a newcomer at once: one of the two is the answer", async () => {
  for (const _round of ROUNDS) {
    const { id, a, link } = await server.startAlone({ askFirst: true });
    await claim(link);
    const requester = await server.requester(a);
    const answers = await Promise.all([
      answerNewcomer(desk, requester, link.id, true),
      answerNewcomer(desk, requester, link.id, false),
    ]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await isTaken(id)).toBe(answers[0].ok);
  }
});

test("yes to a newcomer and closing the link at once: in, or not", async () => {
  for (const _round of ROUNDS) {
    const { id, a, link } = await server.startAlone({ askFirst: true });
    await claim(link);
    const requester = await server.requester(a);
    const [answered] = await Promise.all([
      answerNewcomer(desk, requester, link.id, true),
      revokeInvitation(desk, requester, link.id),
    ]);
    expect(await isTaken(id)).toBe(answered.ok);
  }
});
