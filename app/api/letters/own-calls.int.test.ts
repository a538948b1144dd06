import { randomUUID } from "node:crypto";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { setEvenground } from "#server/evenground";
import { startTestServer } from "#server/testing/test-server";
import * as note from "../check-ins/[id]/note/route";
import * as remove from "../check-ins/[id]/remove/route";
import * as share from "../check-ins/[id]/share/route";
import * as checkIns from "../check-ins/route";
import * as guest from "../guest/route";
import { openBrowser } from "../testing/browser";
import { answerOf, type Headers, post } from "../testing/calling";
import { member, signInByMail } from "../testing/signing-in";
import * as destroy from "./[id]/destroy/route";
import * as rewrite from "./[id]/route";
import * as send from "./[id]/send/route";
import * as letters from "./route";

// The calls of docs/wire.md that keep what is somebody's alone.

const server = await startTestServer();
afterAll(server.stop);
beforeEach(() => setEvenground(server.ground));

const space = randomUUID();
const letter = { letterId: randomUUID(), title: "", text: "Dear" };
/** Each with a body that is right. */
const CALLS = [
  [checkIns, { checkInId: randomUUID(), answers: { hope: 3 } }],
  [note, { statement: "hope", note: "x" }],
  [share, { statement: "hope", space, shared: true }],
  [remove, {}],
  [letters, letter],
  [rewrite, { version: 1, title: "", text: "Dear" }],
  [send, { version: 1, space }],
  [destroy, {}],
] as const;

const somebody = async () => openBrowser((await server.startAlone()).a);

describe("what is somebody’s alone", () => {
  test("asvs 3.5.1: is changed from our own origin, by whoever is signed in, and by nobody else", async () => {
    const { cookieHeader } = await somebody();
    const Cookie = cookieHeader();
    for (const [handler, body] of CALLS) {
      expect(Object.keys(handler)).toEqual(["POST"]);
      const status = async (headers: Headers) =>
        (await post(handler, body, { Cookie, ...headers }, randomUUID())).status;
      expect(await status({ Origin: "https://evil.example" })).toBe(403);
      expect(await status({ Cookie: "" })).toBe(401);
    }
  });

  test("has exactly the right shape, or is refused; nothing of it is said back", async () => {
    const browser = await somebody();
    const canary = "canary".repeat(5);
    const wrong = [
      [checkIns, { checkInId: randomUUID(), answers: {} }],
      [checkIns, { checkInId: randomUUID(), answers: {}, note: "  " }],
      [checkIns, { checkInId: randomUUID(), answers: { hope: 11 } }],
      [checkIns, { checkInId: randomUUID(), answers: { hope: 2.5 } }],
      [checkIns, { checkInId: randomUUID(), answers: { hope: "3" } }],
      [checkIns, { checkInId: randomUUID(), answers: { [canary]: 3 } }],
      [checkIns, { checkInId: "1", answers: { hope: 3 } }],
      [checkIns, { checkInId: randomUUID(), answers: { hope: 3 }, at: "2020-01-01" }],
      [note, { statement: canary, note: canary }],
      [share, { statement: "whole", space, shared: true }],
      [share, { statement: "hope", space, shared: true, toSeat: "t" }],
      [letters, { ...letter, from: randomUUID() }],
      [letters, { ...letter, text: "x".repeat(32_001) }],
      [rewrite, { version: 0, title: "", text: canary }],
      [send, { version: 1, space: canary }],
      [destroy, { really: true }],
    ] as const;
    for (const [handler, body] of wrong) {
      const { status, body: answer } = await answerOf(await browser.post(handler, body, {}, randomUUID()));
      expect(status).toBe(400);
      expect(answer).toMatchObject({ refusal: { kind: "bad-request" } });
      expect(JSON.stringify(answer)).not.toContain("canary");
    }
  });

  test("answers with what it is called from now on; a retry gets the same", async () => {
    const browser = await somebody();
    for (const [handler, body] of [
      [checkIns, { checkInId: randomUUID(), answers: { hope: 3 } }],
      [letters, letter],
    ] as const) {
      const first = await browser.say(handler, body);
      expect(first).toEqual({ status: 201, body: { id: expect.stringMatching(/^[0-9a-f-]{36}$/) } });
      expect(await browser.say(handler, body)).toEqual(first);
    }
  });

  test("is nobody else’s for having the same name from a browser", async () => {
    const [one, other] = [await somebody(), await somebody()];
    const [first, second] = [await one.say(letters, letter), await other.say(letters, letter)];
    expect(second.status).toBe(201);
    expect(second.body).not.toEqual(first.body);
  });

  test("comes along, both of what the guest had and of what the member had", async () => {
    const { address, browser: own } = await member();
    await own.say(checkIns, { checkInId: randomUUID(), answers: { hope: 8 } });
    await own.say(letters, { ...letter, text: "The member’s" });
    const browser = await somebody();
    server.clock.forward(60_000);
    await browser.say(checkIns, { checkInId: randomUUID(), answers: { hope: 2 }, note: "The guest’s" });
    await browser.say(letters, { ...letter, text: "The guest’s" });
    await signInByMail(browser, address);
    const asking = async () => {
      const found = await server.ground.whoIsAsking(browser.guest().token);
      if (!found) throw new Error("Nobody is asking.");
      return found;
    };
    expect(await server.ground.ownCheckIns(await asking())).toHaveLength(1);
    expect(await browser.say(guest, { bring: true })).toEqual({ status: 200, body: {} });
    expect(await server.ground.ownCheckIns(await asking())).toMatchObject([
      { answers: { hope: 8 } },
      { answers: { hope: 2 }, notes: { whole: "The guest’s" } },
    ]);
    const texts = (await server.ground.ownLetters(await asking())).map(({ words }) => words?.text);
    expect(texts).toEqual(["The guest’s", "The member’s"]);
    // Whichever of the two places it is in, it is one’s own.
    const [first] = await server.ground.ownLetters(await asking());
    const changed = { version: 1, title: "", text: "Both" };
    expect((await browser.post(rewrite, changed, {}, first?.id)).status).toBe(200);
  });
});
