import { eq } from "drizzle-orm";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { noticeWish } from "#db/schema";
import { setEvenground } from "#server/evenground";
import { startTestServer } from "#server/testing/test-server";
import { closed } from "#server/testing/test-socket";
import * as consents from "../../consents/route";
import { type Browser, openBrowser } from "../../testing/browser";
import { serverLike } from "../../testing/server-like";
import { mailTo, member, newAddress, signInByMail } from "../../testing/signing-in";
import * as me from "../route";
import * as confirm from "./confirm/route";
import * as ask from "./route";

// Another address: a code to the old one, a code to the new one, both typed where they were asked for.

const server = await startTestServer({ variables: { CODES_PER_HOUR: "100" } });
afterAll(server.stop);
beforeEach(() => setEvenground(server.ground));

const MINUTE = 60_000;
const DONE = { status: 200, body: {} };
const NOBODY = { status: 401, body: { refusal: { kind: "not-signed-in" } } };
const refused = (kind: string, more: object = {}) => ({ status: 400, body: { refusal: { kind, ...more } } });
const wrong = (right: string) => String((Number(right) + 1) % 1_000_000).padStart(6, "0");
const addressOf = async (browser: Browser) =>
  ((await browser.read(me)).body as { readonly address?: string }).address;

/** A member who has asked to use another address, with both codes. */
async function changing() {
  const { address: old, browser } = await member();
  const to = newAddress();
  expect(await browser.say(ask, { address: to })).toEqual({ status: 200, body: { toBoth: true } });
  return { browser, old, to, oldCode: (await mailTo(old)).code, newCode: (await mailTo(to)).code };
}

describe("an address is changed", () => {
  test("by both codes together; the old one is told, other sign-ins stay", async () => {
    const { browser, old, to, oldCode, newCode } = await changing();
    const elsewhere = openBrowser();
    await signInByMail(elsewhere, old);
    expect(await browser.say(confirm, { oldCode, newCode })).toEqual(DONE);
    expect(await addressOf(browser)).toBe(to);
    expect(await addressOf(elsewhere)).toBe(to);
    const { subject, text } = await mailTo(old);
    expect(subject).toBe("There is something waiting for you.");
    expect(text).toContain("was changed");
    expect(text).not.toContain(to);

    const again = openBrowser();
    await signInByMail(again, to);
    expect(await addressOf(again)).toBe(to);
    const stranger = openBrowser();
    await signInByMail(stranger, old);
    expect(await addressOf(stranger)).toBe(old); // somebody new
  });

  test("and what nobody could be told of so far is looked at again", async () => {
    const { browser, oldCode, newCode } = await changing();
    await browser.say(consents, { what: "notices", given: true });
    const { asking } = await server.requester(browser.guest());
    const { db } = server.database;
    const ofThem = eq(noticeWish.personId, asking?.personId ?? "");
    await db
      .update(noticeWish)
      .set({ lookAt: new Date("2027-01-01") })
      .where(ofThem);
    expect(await browser.say(confirm, { oldCode, newCode })).toEqual(DONE);
    const [wish] = await db.select().from(noticeWish).where(ofThem);
    expect(wish?.lookAt).toEqual(server.clock.now());
  });

  test("in small letters, however it was typed", async () => {
    const { address: old, browser } = await member();
    const to = newAddress();
    await browser.say(ask, { address: to.toUpperCase().replace("EXAMPLE", "Example") });
    const [oldCode, newCode] = [(await mailTo(old)).code, (await mailTo(to)).code];
    expect(await browser.say(confirm, { oldCode, newCode })).toEqual(DONE);
    expect(await addressOf(browser)).toBe(to);
  });

  test("asvs 7.2.4: of a guest, who becomes a member: the cookie from before is worth nothing any more", async () => {
    const { a } = await server.startAlone();
    const browser = openBrowser(a);
    const gone = closed(await server.connect(a));
    const to = newAddress();
    expect(await browser.say(ask, { address: to })).toEqual({ status: 200, body: { toBoth: false } });
    expect(await browser.say(confirm, { newCode: (await mailTo(to)).code })).toEqual(DONE);
    await gone;
    expect(await openBrowser(a).read(me)).toEqual(NOBODY);
    expect(await browser.read(me)).toMatchObject({ body: { name: "Ada", guest: false, address: to } });
  });
});

describe("nothing is changed", () => {
  test("by one code, whichever it is; a wrong one uses up no right one", async () => {
    const { browser, old, to, oldCode, newCode } = await changing();
    expect(await browser.say(confirm, { newCode })).toMatchObject(refused("bad-request"));
    expect(await browser.say(confirm, { oldCode: newCode, newCode })).toEqual(
      refused("code-wrong", { left: 4, of: "old-address" }),
    );
    expect(await browser.say(confirm, { oldCode, newCode: wrong(newCode) })).toEqual(
      refused("code-wrong", { left: 4, of: "new-address" }),
    );
    expect(await browser.say(confirm, { oldCode, newCode: oldCode })).toEqual(
      refused("code-wrong", { left: 3, of: "new-address" }),
    );
    expect(await addressOf(browser)).toBe(old);
    expect(await browser.say(confirm, { oldCode, newCode })).toEqual(DONE);
    expect(await addressOf(browser)).toBe(to);
  });

  test("after five wrong tries, or twice, or after ten minutes", async () => {
    const first = await changing();
    const guess = { oldCode: first.oldCode, newCode: wrong(first.newCode) };
    for (const left of [4, 3, 2, 1, 0])
      expect(await first.browser.say(confirm, guess)).toEqual(
        refused("code-wrong", { left, of: "new-address" }),
      );
    const { oldCode, newCode } = first;
    expect(await first.browser.say(confirm, { oldCode, newCode })).toEqual(
      refused("code-wrong", { left: 0, of: "new-address" }),
    );
    expect(await addressOf(first.browser)).toBe(first.old);

    const second = await changing();
    const codes = { oldCode: second.oldCode, newCode: second.newCode };
    expect(await second.browser.say(confirm, codes)).toEqual(DONE);
    expect(await second.browser.say(confirm, codes)).toEqual(refused("code-used"));

    const third = await changing();
    server.clock.forward(10 * MINUTE);
    expect(await third.browser.say(confirm, { oldCode: third.oldCode, newCode: third.newCode })).toEqual(
      refused("code-expired"),
    );
    expect(await addressOf(third.browser)).toBe(third.old);
  });

  test("by codes of another sign-in, though it is the same person’s", async () => {
    const { browser, old, oldCode, newCode } = await changing();
    const elsewhere = openBrowser();
    await signInByMail(elsewhere, old);
    expect(await elsewhere.say(confirm, { oldCode, newCode })).toEqual(refused("code-elsewhere"));
    const { browser: stranger } = await member();
    expect(await stranger.say(confirm, { oldCode, newCode })).toEqual(refused("code-elsewhere"));
    expect(await openBrowser().say(confirm, { oldCode, newCode })).toEqual(NOBODY);
    expect(await openBrowser().say(ask, { address: newAddress() })).toEqual(NOBODY);
    expect(await addressOf(browser)).toBe(old);
  });

  test("by codes for an address that was theirs when they asked, and has changed since", async () => {
    const { browser, old, oldCode, newCode } = await changing();
    const elsewhere = openBrowser();
    await signInByMail(elsewhere, old);
    const to = newAddress();
    await elsewhere.say(ask, { address: to });
    const codes = { oldCode: (await mailTo(old)).code, newCode: (await mailTo(to)).code };
    expect(await elsewhere.say(confirm, codes)).toEqual(DONE);
    expect(await browser.say(confirm, { oldCode, newCode })).toEqual(refused("code-expired"));
    expect(await addressOf(browser)).toBe(to);
  });

  test("by what is no plain address, and no mail is sent", async () => {
    const { browser } = await member();
    const before = (await server.ground.mail.kept())?.length;
    for (const address of ["a,b@x.org", "x<y@z>.org", "a@x.org\r\nBcc: b@x.org", "a@x.org;b@x.org", "a@", ""])
      expect(await browser.say(ask, { address })).toEqual(refused("bad-address"));
    expect((await server.ground.mail.kept())?.length).toBe(before);
  });
});

describe("an address that is somebody’s", () => {
  test("is told only to whoever has shown that it is theirs", async () => {
    const { address: taken, browser: owner } = await member();
    const { address: old, browser } = await member();
    expect(await browser.say(ask, { address: taken })).toEqual({ status: 200, body: { toBoth: true } });
    const [oldCode, newCode] = [(await mailTo(old)).code, (await mailTo(taken)).code];
    expect(await browser.say(confirm, { oldCode, newCode: wrong(newCode) })).toEqual(
      refused("code-wrong", { left: 4, of: "new-address" }),
    );
    expect(await browser.say(confirm, { oldCode, newCode })).toMatchObject({
      body: { refusal: { kind: "address-taken" } },
    });
    expect(await addressOf(browser)).toBe(old);
    expect(await addressOf(owner)).toBe(taken);
  });

  test("asvs 2.3.4: by one of two who show it is theirs at the same time; the other is told", async () => {
    for (const _round of [1, 2, 3]) {
      const to = newAddress();
      const both = [];
      for (const { address: old, browser } of [await member(), await member()]) {
        await browser.say(ask, { address: to });
        const codes = { oldCode: (await mailTo(old)).code, newCode: (await mailTo(to)).code };
        both.push({ browser, codes });
      }
      const answers = await Promise.all(both.map(({ browser, codes }) => browser.say(confirm, codes)));
      expect(answers.toSorted((one, other) => one.status - other.status)).toEqual([
        DONE,
        refused("address-taken"),
      ]);
    }
  });

  test("gets no more mails than any other", async () => {
    await serverLike(server, { variables: { CODES_PER_HOUR: "3" } });
    const { browser } = await member();
    const to = newAddress();
    const statuses: number[] = [];
    for (const _time of [1, 2, 3, 4]) statuses.push((await browser.say(ask, { address: to })).status);
    expect(statuses.at(-1)).toBe(429);
  });
});
