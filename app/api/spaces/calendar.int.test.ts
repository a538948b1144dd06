import ICAL from "ical.js";
import { afterAll, beforeEach, expect, test } from "vitest";
import { ADDRESS_HEADER } from "#server/addresses";
import { cookieName } from "#server/cookies";
import { eraseEverything } from "#server/erase";
import { setEvenground } from "#server/evenground";
import { PLAN } from "#server/lasting/testing/kept-words";
import { openCouple } from "#server/lasting/testing/test-keepings";
import { leaveSpace } from "#server/leave-space";
import { type Guest, startTestServer } from "#server/testing/test-server";
import * as feed from "../../calendar/[file]/route";
import { answerOf, type Headers, post } from "../testing/calling";
import * as made from "./[id]/calendar/route";
import * as stopped from "./[id]/calendar/stop/route";
import * as single from "./[id]/plans/[agreement]/calendar/route";

// Plans in people's own calendars, by the calls of docs/wire.md.

const server = await startTestServer();
afterAll(server.stop);
beforeEach(() => setEvenground(server.ground));

const UNKNOWN = "0192f0c4-0000-7000-8000-000000000000";
const NOT_FOUND = { status: 404, body: { refusal: { kind: "not-found" } } };

const cookieOf = ({ token }: Guest): Headers => ({
  Cookie: `${cookieName(server.ground.origins.secure)}=${token}`,
});

/** Two who have agreed to a walk. */
async function twoWithAPlan() {
  const couple = await openCouple(server);
  await couple.a.keep({ kind: "offer", sort: "plan", words: { ...PLAN, on: "2026-03-20" } });
  await couple.b.keep({ kind: "accept", answers: 1 });
  const [agreement] = (await couple.a.lasting()).agreements;
  return { ...couple, id: agreement?.id ?? "" };
}

async function makeFeed(guest: Guest, spaceId: string, body: object = {}): Promise<string> {
  const answer = await answerOf(await post(made, body, cookieOf(guest), spaceId));
  expect(answer.status).toBe(200);
  const { url } = answer.body as { readonly url: string };
  expect(url).toMatch(/^http:\/\/[^/]+\/calendar\/[A-Za-z0-9_-]{43}\.ics$/);
  return url.slice(url.lastIndexOf("/") + 1);
}

const ask = (file: string, headers: Headers = {}) =>
  feed.GET(new Request("http://server/calendar", { headers }), { params: Promise.resolve({ file }) });

async function summariesAt(file: string, headers?: Headers): Promise<string[]> {
  const response = await ask(file, headers);
  expect(response.status).toBe(200);
  return summariesIn(await response.text());
}

function summariesIn(text: string): string[] {
  const whole = new ICAL.Component(ICAL.parse(text));
  return whole.getAllSubcomponents("vevent").map((one) => new ICAL.Event(one).summary);
}

const download = (guest: Guest | null, spaceId: string, agreement: string, query = "") =>
  single.GET(new Request(`http://server/api${query}`, { headers: guest ? cookieOf(guest) : {} }), {
    params: Promise.resolve({ id: spaceId, agreement }),
  });

test("whoever has the address reads the plans of that space, without signing in, and keeps none of it", async () => {
  const { a, spaceId } = await twoWithAPlan();
  const file = await makeFeed(a.guest, spaceId);
  const response = await ask(file);
  expect(response.headers.get("Content-Type")).toBe("text/calendar; charset=utf-8; method=PUBLISH");
  expect(response.headers.get("Cache-Control")).toBe("no-store");
  expect(response.headers.getSetCookie()).toEqual([]);
  expect(summariesIn(await response.text())).toEqual(["Something planned"]);
  expect(await summariesAt(file, { "Accept-Language": "de" })).toEqual(["Etwas geplant"]);
});

test("with titles of its own it says the words; what ends is not in it any more", async () => {
  const { a, b, spaceId, id } = await twoWithAPlan();
  const file = await makeFeed(b.guest, spaceId, { titles: "own" });
  expect(await summariesAt(file)).toEqual(["A walk by the river"]);
  await a.keep({ kind: "end", agreement: id });
  expect(await summariesAt(file)).toEqual([]);
});

test("each has an address of their own; made anew or stopped, the old one leads nowhere", async () => {
  const { a, b, spaceId } = await twoWithAPlan();
  const [first, others] = [await makeFeed(a.guest, spaceId), await makeFeed(b.guest, spaceId)];
  const second = await makeFeed(a.guest, spaceId, { titles: "own" });
  expect(await answerOf(await ask(first))).toEqual(NOT_FOUND);
  expect(await summariesAt(second)).toEqual(["A walk by the river"]);
  const stop = await answerOf(await post(stopped, {}, cookieOf(a.guest), spaceId));
  expect(stop).toEqual({ status: 200, body: {} });
  expect(await answerOf(await ask(second))).toEqual(NOT_FOUND);
  expect(await summariesAt(others)).toEqual(["Something planned"]);
});

test("what is no address, was none and is none any more is answered alike", async () => {
  const { a, spaceId } = await twoWithAPlan();
  const file = await makeFeed(a.guest, spaceId);
  const wrong = ["", "x.ics", `${"A".repeat(43)}.ics`, file.slice(0, -4), `${file}x`, `${spaceId}.ics`];
  for (const one of wrong) expect([one, await answerOf(await ask(one))]).toEqual([one, NOT_FOUND]);
});

test("a stranger, an unknown space and a space of nobody get no address; bad input is refused", async () => {
  const { spaceId } = await twoWithAPlan();
  const stranger = (await openCouple(server)).a.guest;
  for (const id of [spaceId, UNKNOWN, "x"]) {
    expect(await answerOf(await post(made, {}, cookieOf(stranger), id))).toEqual(NOT_FOUND);
    expect((await post(made, {}, {}, id)).status).toBe(401);
  }
  expect((await post(made, { titles: "loud" }, cookieOf(stranger), spaceId)).status).toBe(400);
  expect((await post(made, {}, { ...cookieOf(stranger), Origin: "http://elsewhere" }, spaceId)).status).toBe(
    403,
  );
});

test("an address ends when whoever made it leaves or erases; the other's does not", async () => {
  const { leaving, origins } = server.ground;
  for (const goes of ["leaves", "erases"] as const) {
    const { a, b, spaceId } = await twoWithAPlan();
    const [theirs, others] = [await makeFeed(a.guest, spaceId), await makeFeed(b.guest, spaceId)];
    const requester = await server.requester(a.guest);
    if (goes === "leaves") await leaveSpace(leaving, requester, spaceId, { words: "leave" });
    else await eraseEverything(leaving, requester, origins, { confirm: "erase" });
    expect(await answerOf(await ask(theirs))).toEqual(NOT_FOUND);
    expect(await summariesAt(others)).toEqual(["Something planned"]);
  }
});

test("one plan as a file, for its two and nobody else", async () => {
  const { a, b, spaceId, id } = await twoWithAPlan();
  const response = await download(a.guest, spaceId, id);
  expect(response.headers.get("Content-Disposition")).toBe('attachment; filename="day.ics"');
  expect(response.headers.get("Cache-Control")).toBe("no-store");
  expect(summariesIn(await response.text())).toEqual(["Something planned"]);
  const own = await download(b.guest, spaceId, id, "?titles=own");
  expect(summariesIn(await own.text())).toEqual(["A walk by the river"]);
  const other = await twoWithAPlan();
  for (const [guest, space, agreement] of [
    [null, spaceId, id],
    [other.a.guest, spaceId, id],
    [a.guest, other.spaceId, id],
    [a.guest, spaceId, other.id],
    [a.guest, "x", "y"],
  ] as const)
    expect(await answerOf(await download(guest, space, agreement))).toEqual(NOT_FOUND);
  await a.keep({ kind: "end", agreement: id });
  expect(await answerOf(await download(b.guest, spaceId, id))).toEqual(NOT_FOUND);
});

test("too many from one address have to wait, whatever they ask for", async () => {
  const from = { [ADDRESS_HEADER]: "203.0.113.7" };
  const statuses: number[] = [];
  for (let asked = 0; asked < 301; asked += 1) statuses.push((await ask("x.ics", from)).status);
  expect(statuses.slice(0, 300).every((status) => status === 404)).toBe(true);
  expect(statuses.at(-1)).toBe(429);
});

test("no word of a plan and no address is in the log", async () => {
  const { a, spaceId } = await twoWithAPlan();
  const file = await makeFeed(a.guest, spaceId, { titles: "own" });
  await ask(file);
  await ask(`${file}x`);
  const log = server.log.join("\n");
  expect(log).not.toContain("walk");
  expect(log).not.toContain(file.slice(0, 20));
});
