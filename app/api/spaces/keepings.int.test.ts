import { randomUUID } from "node:crypto";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import type { Words } from "#conversation/moves";
import { cookieName } from "#server/cookies";
import { setEvenground } from "#server/evenground";
import { BOUNDARY, PLAN, PROMISE } from "#server/lasting/testing/kept-words";
import { openCouple } from "#server/lasting/testing/test-keepings";
import { type Guest, startTestServer } from "#server/testing/test-server";
import { answerOf, type Headers, post } from "../testing/calling";
import * as keepings from "./[id]/keepings/route";
import * as opened from "./[id]/opened/route";

// What lasts, kept by the call of docs/wire.md: above all what is refused, and with which words for it.

const server = await startTestServer();
afterAll(server.stop);
beforeEach(() => setEvenground(server.ground));

const cookieOf = ({ token }: Guest): Headers => ({
  Cookie: `${cookieName(server.ground.origins.secure)}=${token}`,
});

/** Two who keep things by HTTP. */
async function couple() {
  const { spaceId, a, b } = await openCouple(server);
  const by =
    (guest: Guest) =>
    async (keeping: object, keepingId: string = randomUUID()) =>
      answerOf(await post(keepings, { keepingId, keeping }, cookieOf(guest), spaceId));
  return { spaceId, guests: { a: a.guest, b: b.guest }, a: by(a.guest), b: by(b.guest), view: a.lasting };
}

const refused = (refusal: object, status = 400) => ({ status, body: { refusal } });
const kept = (seq: number) => ({ status: 200, body: { seq } });
const offer = (sort: string, words: Words) => ({ kind: "offer", sort, words });

describe("bad input is refused in a way that can be said", () => {
  const repeats: readonly (readonly [string, object])[] = [
    ["daily 2026-03-02 Europe/Berlin", { kind: "bad-repeat", why: "no-end" }],
    ["daily 2026-03-02/2031-03-03 Europe/Berlin", { kind: "bad-repeat", why: "too-long" }],
    ["daily 2026-03-02/2026-03-01 Europe/Berlin", { kind: "bad-repeat", why: "backwards" }],
    ["now and then", { kind: "bad-repeat", why: "unreadable" }],
    ["weekly mo 2026-03-03/2026-03-07 Europe/Berlin", { kind: "bad-repeat", why: "never" }],
    ["daily 2026-03-02/2026-04-31 Europe/Berlin", { kind: "bad-date", field: "repeat", why: "no-such-day" }],
    ["once 2011-12-30 Pacific/Apia", { kind: "bad-date", field: "repeat", why: "no-such-day" }],
    ["once 2026-02-27 Europe/Berlin", { kind: "bad-date", field: "repeat", why: "past" }],
    ["once 2026-03-02 Europe/Bielefeld", { kind: "bad-date", field: "repeat", why: "no-such-zone" }],
  ];
  test.each(repeats)("[B12] a commitment %s", async (repeat, refusal) => {
    const { a, view } = await couple();
    expect(await a(offer("commitment", { ...PROMISE, repeat }))).toEqual(refused(refusal));
    expect((await view()).place.register.head).toBe(0);
  });

  test("[B12] five years and not a day more", async () => {
    const { a } = await couple();
    const repeat = "daily 2026-03-02/2031-03-02 Europe/Berlin";
    expect(await a(offer("commitment", { ...PROMISE, repeat }))).toEqual(kept(1));
  });

  test("[B11] a review date that is over, and a time that clocks skip", async () => {
    const { a } = await couple();
    for (const review of ["2026-02-28", "2026-03-01"])
      expect(await a(offer("boundary", { ...BOUNDARY, review }))).toEqual(
        refused({ kind: "bad-date", field: "review", why: "past" }),
      );
    const skipped = { ...PLAN, on: "2026-03-29", time: "02:30 Europe/Berlin" };
    expect(await a(offer("plan", skipped))).toEqual(
      refused({ kind: "bad-date", field: "time", why: "no-such-time" }),
    );
    expect(await a(offer("plan", { ...skipped, time: "03:30 Europe/Berlin" }))).toEqual(kept(1));
  });

  test("[B3, B6] saying yes to what has changed, and being about a wording that does not hold", async () => {
    const { a, b, view } = await couple();
    await a(offer("commitment", PROMISE));
    expect(await a({ ...offer("commitment", PROMISE), amends: 1 })).toEqual(kept(2));
    expect(await b({ kind: "accept", answers: 1 })).toEqual(refused({ kind: "stale", current: 2 }));
    expect(await b({ kind: "accept", answers: 2 })).toEqual(kept(3));
    const agreement = (await view()).agreements[0]?.id ?? "";
    const old = { kind: "propose", agreement, version: 2, change: "keep" };
    expect(await a(old)).toEqual(refused({ kind: "stale", current: null }));
    const pause = { kind: "propose", agreement, version: 1, change: "pause" };
    expect(await a({ ...pause, from: "2026-03-02", until: "2026-02-30" })).toEqual(
      refused({ kind: "bad-date", field: "until", why: "no-such-day" }),
    );
    const report = { kind: "report", agreement, version: 1, kept: true };
    for (const [day, why] of [
      ["2026-03-02", "not-yet"],
      ["2026-02-24", "not-one-of-its"],
      ["2026-02-31", "no-such-day"],
    ] as const)
      expect(await a({ ...report, day })).toEqual(refused({ kind: "bad-date", field: "day", why }));
    expect(await b({ ...report, day: "2026-02-25" })).toEqual(refused({ kind: "not-your-turn" }));
    expect(await a({ ...report, day: "2026-02-25" })).toEqual(kept(4));
  });

  test("[B4] two amendments at once: one is kept, the other is told which", async () => {
    const { a, b } = await couple();
    await a(offer("commitment", PROMISE));
    const amended = { ...offer("commitment", PROMISE), amends: 1 };
    const answers = await Promise.all([a(amended), b(amended)]);
    expect(answers).toContainEqual(kept(2));
    expect(answers).toContainEqual(refused({ kind: "stale", current: 2 }));
  });

  test("[B10] words that are missing, too many or too long; issues name questions and no words", async () => {
    const { a } = await couple();
    const { sign: _sign, ...without } = PROMISE;
    expect(await a(offer("commitment", without))).toMatchObject(refused({ kind: "bad-request" }));
    expect(await a({ kind: "appreciate", words: { text: "x".repeat(301) } })).toEqual(
      refused({ kind: "too-long", limit: 300 }),
    );
    const answer = await a({ kind: "appreciate", words: { text: "Thanks", secretly: "hate" } });
    expect(answer).toMatchObject(refused({ kind: "bad-request" }));
    expect(JSON.stringify(answer)).not.toMatch(/secretly|hate/);
  });
});

describe("asvs 2.2.1: the call", () => {
  test("takes exactly what it names", async () => {
    const { a, spaceId, guests } = await couple();
    const thanks = { kind: "appreciate", words: { text: "Thanks" } };
    for (const wrong of [
      { ...thanks, seat: "b" },
      { ...thanks, seq: 7 },
      { kind: "erase" },
      { kind: "accept" },
      { kind: "report", agreement: "x", version: 1, day: "2026-03-01", kept: "yes" },
      null,
    ])
      expect(await a(wrong as object)).toMatchObject(refused({ kind: "bad-request" }));
    expect(await a(thanks, "no-uuid")).toMatchObject(refused({ kind: "bad-request" }));
    const body = { keepingId: randomUUID(), keeping: thanks };
    const elsewhere = { ...cookieOf(guests.a), Origin: "https://elsewhere.example" };
    expect((await post(keepings, body, elsewhere, spaceId)).status).toBe(403);
    const form = { ...cookieOf(guests.a), "Content-Type": "text/plain" };
    expect((await post(keepings, body, form, spaceId)).status).toBe(400);
    expect((await post(keepings, body, {}, spaceId)).status).toBe(401);
  });

  test("asvs 8.2.2: another couple's space and an unknown one are the same 404, for both calls", async () => {
    const { spaceId } = await couple();
    const { guests } = await couple();
    const body = { keepingId: randomUUID(), keeping: { kind: "appreciate", words: { text: "Hi" } } };
    for (const id of [spaceId, randomUUID(), "nothing"]) {
      const cookie = cookieOf(guests.a);
      const notFound = refused({ kind: "not-found" }, 404);
      expect(await answerOf(await post(keepings, body, cookie, id))).toEqual(notFound);
      expect(await answerOf(await post(opened, { seq: 1 }, cookie, id))).toEqual(notFound);
    }
  });

  test("very many at once are asked to wait, and nothing of them is lost", async () => {
    const { a } = await couple();
    const ids = Array.from({ length: 40 }, () => randomUUID());
    const thanks = { kind: "appreciate", words: { text: "Thanks" } };
    const answers = await Promise.all(ids.map(async (id) => ({ id, answer: await a(thanks, id) })));
    const waiting = answers.filter(({ answer }) => answer.status === 429);
    expect(waiting.length).toBeGreaterThan(0);
    expect(waiting.length).toBeLessThanOrEqual(20);
  });
});
