import { afterAll, beforeAll, expect, test } from "vitest";
import { giveAddress } from "#db/addresses";
import { readSignIn } from "#db/sign-ins";
import { claimSeat } from "./invitations";
import { startTestServer, type TestServer } from "./testing/test-server";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

const CLAIM_ID = "01a20427-90f6-754f-a2ac-a5067801d8e3";
const ANOTHER_ID = "01a20427-90f6-754f-a2ac-a5067801d8e4";
const MINUTE = 60_000;

async function claimOf(guest?: { readonly token: string }) {
  const { id, link } = await server.startAlone();
  const claim = async (claimId?: string, as = guest, secret = link.secret) =>
    claimSeat(server.ground.desk, await server.requester(as), link.id, {
      secret,
      name: "Jon",
      ...(claimId && { claimId }),
    });
  return { id, claim };
}

test("a claim whose answer was lost gets it again, with a sign-in for the same person", async () => {
  const { id, claim } = await claimOf();
  const first = await claim(CLAIM_ID);
  const again = await claim(CLAIM_ID);
  expect(again).toMatchObject({ ok: true, answer: { conversationId: id, seat: "b", waiting: false } });
  const people = await Promise.all(
    [first, again].map(async (outcome) =>
      outcome.ok && outcome.signIn
        ? (await readSignIn(server.database.db, outcome.signIn.token, server.clock.now()))?.personId
        : undefined,
    ),
  );
  expect(people[0]).toBeDefined();
  expect(people[1]).toBe(people[0]);
});

test("another browser's claim, another secret and a claim without an id get what anybody gets", async () => {
  const { claim } = await claimOf();
  await claim(CLAIM_ID);
  const notFound = { ok: false, refusal: { kind: "not-found" } };
  expect(await claim(ANOTHER_ID)).toEqual(notFound);
  expect(await claim()).toEqual(notFound);
  expect(await claim(CLAIM_ID, undefined, "A".repeat(43))).toEqual(notFound);
});

test("after ten minutes it is a used link like any other", async () => {
  const { claim } = await claimOf();
  await claim(CLAIM_ID);
  server.clock.forward(11 * MINUTE);
  expect(await claim(CLAIM_ID)).toEqual({ ok: false, refusal: { kind: "not-found" } });
});

test("nobody is signed in as a person who was there before the claim", async () => {
  const { a: member } = await server.startPair();
  const { claim } = await claimOf(member);
  expect(await claim(CLAIM_ID)).toMatchObject({ ok: true });
  const asStranger = await claim(CLAIM_ID, { token: "none" });
  expect(asStranger).toEqual({ ok: false, refusal: { kind: "not-found" } });
  const asMember = await claim(CLAIM_ID, member);
  expect(asMember).toMatchObject({ ok: true, answer: { seat: "b" } });
  expect(asMember).not.toHaveProperty("signIn");
});

test("nobody is signed in as a guest who has become a member since", async () => {
  const { claim } = await claimOf();
  const first = await claim(CLAIM_ID);
  if (!first.ok || !first.signIn) throw new Error("not claimed");
  const { db } = server.database;
  const guest = await readSignIn(db, first.signIn.token, server.clock.now());
  expect(await giveAddress(db, guest?.personId ?? "", "jon@example.org")).toBe(true);
  expect(await claim(CLAIM_ID)).toEqual({ ok: false, refusal: { kind: "not-found" } });
  expect(await claim(CLAIM_ID, first.signIn)).toMatchObject({ ok: true, answer: { seat: "b" } });
});
