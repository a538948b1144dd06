import ICAL from "ical.js";
import { simpleParser } from "mailparser";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { openTestDatabase } from "#db/testing/test-database";
import { setEvenground } from "#server/evenground";
import { makeLimit } from "#server/limits";
import { givenAwayBy } from "#server/testing/test-letters";
import { startPost } from "#server/testing/test-post";
import { type Guest, move, type Pair, startTestServer } from "#server/testing/test-server";
import { type Browser, openBrowser } from "../../../testing/browser";
import { answerOf, type Headers } from "../../../testing/calling";
import { serverLike } from "../../../testing/server-like";
import { newAddress, signInByMail } from "../../../testing/signing-in";
import * as mail from "./mail/route";
import * as meeting from "./route";

// A time that two have agreed on, given out as a file and by mail.

const DAY = 86_400_000;
const NOT_FOUND = { status: 404, body: { refusal: { kind: "not-found" } } };

const database = await openTestDatabase();
const server = await startTestServer({ database });
afterAll(async () => {
  await server.stop();
  await database.close();
});
beforeEach(() => setEvenground(server.ground));

const inDays = (days: number) => new Date(server.clock.now().getTime() + days * DAY);

/** One suggests a time, the other says yes. Gives the number of the suggestion. */
async function agreeOn({ id, a, b }: Pair, at: Date): Promise<number> {
  const [one, other] = [await server.connect(a), await server.connect(b)];
  const suggested = await move(one, id, { kind: "suggest-time", meetAt: at.toISOString() });
  if (!suggested.ok) throw new Error(`Refused: ${JSON.stringify(suggested)}`);
  const answered = await move(other, id, { kind: "answer-time", answers: suggested.seq, accepted: true });
  if (!answered.ok) throw new Error(`Refused: ${JSON.stringify(answered)}`);
  one.disconnect();
  other.disconnect();
  return suggested.seq;
}

function fileFor(guest: Guest | null, id: string, headers: Headers = {}): Promise<Response> {
  const cookies: Headers = guest ? { Cookie: openBrowser(guest).cookieHeader() } : {};
  const request = new Request("http://server/api", { headers: { ...cookies, ...headers } });
  return meeting.GET(request, { params: Promise.resolve({ id }) });
}

const mailFor = async (browser: Browser, id: string, body: object = {}) =>
  answerOf(await browser.post(mail, body, {}, id));

const eventIn = (calendar: string) => {
  const [event] = new ICAL.Component(ICAL.parse(calendar)).getAllSubcomponents("vevent");
  return new ICAL.Event(event);
};

describe("the file", () => {
  test("is given to both, in their language, to keep, and is kept nowhere on the way", async () => {
    const pair = await server.startPair({ topic: "canary-topic" });
    await agreeOn(pair, inDays(2));
    for (const [guest, language, summary] of [
      [pair.a, "en", "Time set aside"],
      [pair.b, "de", "Freigehaltene Zeit"],
    ] as const) {
      const response = await fileFor(guest, pair.id, { "Accept-Language": language });
      expect(response.status).toBe(200);
      expect(response.headers.get("content-type")).toBe("text/calendar; charset=utf-8; method=PUBLISH");
      expect(response.headers.get("content-disposition")).toBe('attachment; filename="time.ics"');
      expect(response.headers.get("cache-control")).toBe("no-store");
      const calendar = await response.text();
      const event = eventIn(calendar);
      expect(event.summary).toBe(summary);
      expect(event.startDate.toJSDate()).toEqual(inDays(2));
      expect(calendar).not.toMatch(/Ada|Ben|canary/);
      expect(calendar).not.toContain(pair.id);
      expect(givenAwayBy(calendar, language)).toEqual([]);
    }
  });

  test("of a new time takes the place of the old one's", async () => {
    const pair = await server.startPair();
    await agreeOn(pair, inDays(2));
    const before = eventIn(await (await fileFor(pair.a, pair.id)).text());
    await agreeOn(pair, inDays(3));
    const after = eventIn(await (await fileFor(pair.a, pair.id)).text());
    expect(after.uid).toBe(before.uid);
    expect(after.sequence).toBeGreaterThan(before.sequence);
    expect(after.startDate.toJSDate()).toEqual(inDays(3));
  });

  test("is not there any more once the time was called off", async () => {
    const pair = await server.startPair();
    const answers = await agreeOn(pair, inDays(2));
    expect((await fileFor(pair.b, pair.id)).status).toBe(200);
    const socket = await server.connect(pair.b);
    expect(await move(socket, pair.id, { kind: "withdraw-time", answers })).toMatchObject({ ok: true });
    expect(await answerOf(await fileFor(pair.b, pair.id))).toEqual(NOT_FOUND);
  });

  test("is not there where no time is agreed on, nor for anybody else: all alike", async () => {
    const pair = await server.startPair();
    const stranger = await server.startPair();
    expect(await answerOf(await fileFor(pair.a, pair.id))).toEqual(NOT_FOUND);
    await agreeOn(pair, inDays(2));
    for (const [guest, id] of [
      [stranger.a, pair.id],
      [null, pair.id],
      [pair.a, stranger.id],
      [pair.a, "00000000-0000-7000-8000-000000000000"],
      [pair.a, "'; drop table move; --"],
      [pair.a, ""],
    ] as const)
      expect(await answerOf(await fileFor(guest, id))).toEqual(NOT_FOUND);
  });
});

describe("by mail", () => {
  /** Two with a time agreed on, of whom the first has an address. */
  async function withAddress() {
    const pair = await server.startPair({ topic: "canary-topic" });
    await agreeOn(pair, inDays(2));
    const address = newAddress();
    const browser = openBrowser(pair.a);
    await signInByMail(browser, address);
    return { pair, address, browser };
  }

  test("it goes to one's own address, and to nobody else", async () => {
    const { pair, address, browser } = await withAddress();
    const post = await startPost();
    const variables = { SMTP_URL: post.url, MAIL_FROM: "post@mail.example" };
    await serverLike(server, { variables, clock: server.clock });
    expect(await mailFor(browser, pair.id)).toEqual({ status: 200, body: {} });
    const [received, ...others] = post.received;
    expect([received?.to, others]).toEqual([[address], []]);
    const parsed = await simpleParser(received?.raw ?? "");
    const [part, file] = parsed.attachments.map(({ content }) => content.toString());
    expect(part).toBe(file);
    expect(eventIn(file ?? "").startDate.toJSDate()).toEqual(inDays(2));
    for (const written of [parsed.subject, parsed.text, parsed.html, file, received?.head])
      expect(
        givenAwayBy(String(written), "en").concat(String(written).match(/canary|Ada|Ben\b/) ?? []),
      ).toEqual([]);
  });

  test("whoever has no address is told so", async () => {
    const { pair } = await withAddress();
    const refusal = { kind: "no-address" };
    expect(await mailFor(openBrowser(pair.b), pair.id)).toEqual({ status: 400, body: { refusal } });
  });

  test("nobody else is answered", async () => {
    const { pair } = await withAddress();
    const stranger = await withAddress();
    expect(await mailFor(stranger.browser, pair.id)).toEqual(NOT_FOUND);
    expect(await mailFor(openBrowser(), pair.id)).toEqual(NOT_FOUND);
    expect(await mailFor(stranger.browser, "00000000-0000-7000-8000-000000000000")).toEqual(NOT_FOUND);
    expect(await mailFor(stranger.browser, stranger.pair.id, { to: "eve@example.org" })).toMatchObject({
      status: 400,
      body: { refusal: { kind: "bad-request" } },
    });
  });

  test("asvs 2.4.1: not over and over", async () => {
    const { pair, browser } = await withAddress();
    await serverLike(server, { limits: { meetingMailsPerPerson: makeLimit(1, 3_600) }, clock: server.clock });
    expect(await mailFor(browser, pair.id)).toMatchObject({ status: 200 });
    expect(await mailFor(browser, pair.id)).toMatchObject({
      status: 429,
      body: { refusal: { kind: "slow-down" } },
    });
  });

  test("one that cannot be sent is a fault in the log, without the address", async () => {
    const { pair, address, browser } = await withAddress();
    const variables = { SMTP_URL: "smtp://127.0.0.1:1", MAIL_FROM: "post@mail.example" };
    const own = await serverLike(server, { variables, clock: server.clock });
    const { status, body } = await mailFor(browser, pair.id);
    expect([status, body]).toEqual([500, { fault: expect.any(String) }]);
    expect(own.log.join()).toContain((body as { fault: string }).fault);
    expect(own.log.join()).not.toContain(address);
  });

  test("where no mail can be sent there is no such call", async () => {
    const { pair, browser } = await withAddress();
    await serverLike(server, { variables: { HOST: "0.0.0.0" }, clock: server.clock });
    expect(await mailFor(browser, pair.id)).toEqual(NOT_FOUND);
  });
});
