import { and, eq } from "drizzle-orm";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { invitation, membership, person } from "#db/schema";
import { setEvenground } from "#server/evenground";
import { type Guest, linkIn, open, startTestServer } from "#server/testing/test-server";
import { closed, told } from "#server/testing/test-socket";
import * as conversations from "../conversations/route";
import * as admit from "../invitations/[id]/admit/route";
import * as claim from "../invitations/[id]/claim/route";
import * as me from "../me/route";
import * as code from "../sign-in/code/route";
import * as signIn from "../sign-in/route";
import * as signOut from "../sign-out/route";
import { type Browser, openBrowser } from "../testing/browser";
import { answerOf, get, post } from "../testing/calling";
import { member, newAddress, signInByMail } from "../testing/signing-in";
import * as guest from "./route";

// Guests who become members, and what becomes of a guest when somebody known signs in on the same browser.

const server = await startTestServer();
afterAll(server.stop);
beforeEach(() => setEvenground(server.ground));
const { db } = server.database;

const NOBODY = { status: 401, body: { refusal: { kind: "not-signed-in" } } };
const NOT_FOUND = { status: 404, body: { refusal: { kind: "not-found" } } };
const DONE = { status: 200, body: {} };

const personOf = async ({ token }: Guest) => (await server.ground.whoIsAsking(token))?.personId ?? "";

async function canOpen(by: Guest, conversationId: string): Promise<string | null> {
  const asking = await server.ground.whoIsAsking(by.token);
  const opened = asking && (await server.ground.open(asking, conversationId, "en"));
  return opened?.seat ?? null;
}

/** Starts another conversation, for two, in a space of its own. */
async function startAnother(browser: Browser, request: object = {}) {
  const asked = { guide: "speak-and-reflect", ...request };
  const { body } = await answerOf(await browser.post(conversations, asked));
  const { conversationId, invitation } = body as { conversationId: string; invitation: { url: string } };
  return { id: conversationId, link: linkIn(invitation.url) };
}

/** A guest in a conversation, on whose browser somebody known has signed in. */
async function knownOnGuestsBrowser() {
  const pair = await server.startPair();
  const browser = openBrowser(pair.a);
  const guestId = await personOf(pair.a);
  const known = await member();
  const answer = await signInByMail(browser, known.address);
  return { pair, browser, guestId, known, answer };
}

describe("a guest who gives an address", () => {
  test("asvs 7.2.4: is the new member, with everything; the cookie from before is worth nothing", async () => {
    const pair = await server.startPair({ topic: "Last Sunday" });
    const browser = openBrowser(pair.a);
    const another = await startAnother(browser);
    const personId = await personOf(pair.a);
    const socket = await server.connect(pair.a);
    await open(socket, pair.id);
    const address = newAddress();
    const began = performance.now();
    expect(await signInByMail(browser, address)).toEqual({ status: 200, body: { wasGuest: false } });
    await told(socket, "ended", ({ reason }) => reason === "signed-out");
    await closed(socket);
    expect(performance.now() - began).toBeLessThan(1_000);
    expect(await personOf(browser.guest())).toBe(personId);
    expect(await browser.read(me)).toMatchObject({ body: { name: "Ada", guest: false, address } });
    for (const id of [pair.id, another.id]) expect(await canOpen(browser.guest(), id)).toBe("a");
    expect(await answerOf(await get(me, { Cookie: `evenground=${pair.a.token}` }))).toEqual(NOBODY);
    await expect(server.connect(pair.a)).rejects.toThrow("not-signed-in");
  });

  test("on two browsers at the same time is one member, and nobody's beginnings are lost", async () => {
    const [one, other] = [await server.startAlone(), await server.startAlone()];
    const address = newAddress();
    const browsers = [openBrowser(one.a), openBrowser(other.a)];
    const codes = [];
    for (const browser of browsers) codes.push(await browser.post(code, { address }));
    expect(codes.map(({ status }) => status)).toEqual([200, 200]);
    const mails = ((await server.ground.mail.kept()) ?? []).filter(({ to }) => to === address).reverse();
    const answers = await Promise.all(
      browsers.map((browser, at) =>
        browser.say(signIn, { code: /\b\d{6}\b/.exec(mails[at]?.text ?? "")?.[0] }),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(answers.filter(({ body }) => (body as { wasGuest: boolean }).wasGuest)).toHaveLength(1);
    const people = await Promise.all(browsers.map((browser) => personOf(browser.guest())));
    expect(new Set(people).size).toBe(1);
    const behind = browsers[answers.findIndex(({ body }) => (body as { wasGuest: boolean }).wasGuest)];
    expect(await behind?.say(guest, { bring: true })).toEqual(DONE);
    for (const { id } of [one, other])
      expect(await canOpen({ token: browsers[0]?.guest().token ?? "" }, id)).toBe("a");
  });
});

describe("somebody known who signs in on a guest's browser", () => {
  test("is who they are, and is asked what is to become of what was begun there", async () => {
    const { pair, browser, known, answer } = await knownOnGuestsBrowser();
    expect(answer).toEqual({ status: 200, body: { wasGuest: true } });
    expect(await browser.read(me)).toMatchObject({
      body: { guest: false, wasGuest: true, address: known.address },
    });
    expect(await canOpen(browser.guest(), pair.id)).toBeNull();
    const asking = await server.ground.whoIsAsking(browser.guest().token);
    expect(asking && (await server.ground.guestBefore(asking))).toEqual({ conversations: 1 });
    expect(await known.browser.read(me)).toMatchObject({ body: { wasGuest: false } });
    expect(await known.browser.say(guest, { bring: true })).toEqual(NOT_FOUND);
  });

  test("brings it along: everything is theirs, under the name it had, and the partner is told", async () => {
    const { pair, browser, guestId, known } = await knownOnGuestsBrowser();
    const partner = await server.connect(pair.b);
    await open(partner, pair.id);
    expect(await browser.say(guest, { bring: true })).toEqual(DONE);
    const { seats } = await told(partner, "seats", ({ conversationId }) => conversationId === pair.id);
    expect(seats).toEqual([
      { seat: "a", name: "Ada" },
      { seat: "b", name: "Ben" },
    ]);
    for (const { guest: by } of [browser, known.browser]) expect(await canOpen(by(), pair.id)).toBe("a");
    expect(await db.$count(person, eq(person.id, guestId))).toBe(0);
    expect(await browser.read(me)).toMatchObject({ body: { wasGuest: false, address: known.address } });
    expect(await browser.say(guest, { bring: true })).toEqual(NOT_FOUND);
    expect(await browser.say(guest, { bring: false })).toEqual(NOT_FOUND);
  });

  test("brings along a seat that is only asked for", async () => {
    const opener = await server.startAlone({ askFirst: true });
    const browser = openBrowser();
    const { link } = opener;
    expect((await browser.post(claim, { secret: link.secret, name: "Ben" }, {}, link.id)).status).toBe(200);
    const { address } = await member();
    expect(await signInByMail(browser, address)).toMatchObject({ body: { wasGuest: true } });
    expect(await browser.say(guest, { bring: true })).toEqual(DONE);
    const Cookie = `evenground=${opener.a.token}`;
    expect((await post(admit, { admit: true }, { Cookie }, link.id)).status).toBe(200);
    expect(await canOpen(browser.guest(), opener.id)).toBe("b");
  });

  test("goes back to being that guest: as before, and with a new cookie", async () => {
    const { pair, browser, guestId } = await knownOnGuestsBrowser();
    const asMember = browser.guest();
    const socket = await server.connect(asMember);
    expect(await browser.say(guest, { bring: false })).toEqual(DONE);
    await closed(socket);
    expect(await server.ground.whoIsAsking(asMember.token)).toBeNull();
    expect(await personOf(browser.guest())).toBe(guestId);
    expect(browser.guest()).not.toEqual(pair.a);
    expect(await browser.read(me)).toEqual({
      status: 200,
      body: { name: "Ada", guest: true, wasGuest: false },
    });
    expect(await canOpen(browser.guest(), pair.id)).toBe("a");
  });

  test("decides later and signs out: the browser is that guest’s again, and the member’s sign-in is over", async () => {
    const { pair, browser, guestId } = await knownOnGuestsBrowser();
    const asMember = browser.guest();
    const socket = await server.connect(asMember);
    expect(await browser.say(signOut, {})).toEqual(DONE);
    await closed(socket);
    expect(await server.ground.whoIsAsking(asMember.token)).toBeNull();
    expect(await personOf(browser.guest())).toBe(guestId);
    expect([...browser.cookies.keys()]).toEqual(["evenground"]);
    expect(await canOpen(browser.guest(), pair.id)).toBe("a");
    expect(await browser.say(signOut, {})).toEqual(DONE);
    expect([...browser.cookies.keys()]).toEqual([]);
  });

  test("signs out twice at the same time: the browser is that guest’s all the same", async () => {
    const { pair, browser } = await knownOnGuestsBrowser();
    const Cookie = browser.cookieHeader();
    const answers = await Promise.all([1, 2].map(() => post(signOut, {}, { Cookie })));
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    const cookies = answers.flatMap(({ headers }) => headers.getSetCookie());
    expect(cookies.filter((line) => line.startsWith("evenground="))).toHaveLength(1);
    for (const answer of answers) browser.keep(answer);
    expect(await canOpen(browser.guest(), pair.id)).toBe("a");
  });

  test("signs out a second time once the first is through: the cookie that the first gave is not taken back", async () => {
    const { browser } = await knownOnGuestsBrowser();
    const Cookie = browser.cookieHeader();
    const answers = [await post(signOut, {}, { Cookie }), await post(signOut, {}, { Cookie })];
    expect(answers.map(({ headers }) => headers.getSetCookie().map((line) => line.split("=")[0]))).toEqual([
      ["evenground", "evenground-asked"],
      [],
    ]);
  });

  test("signs out when that guest has become a member of their own: nobody is signed in", async () => {
    const { browser, guestId } = await knownOnGuestsBrowser();
    await db.update(person).set({ address: newAddress() }).where(eq(person.id, guestId));
    expect(await browser.say(signOut, {})).toEqual(DONE);
    expect([...browser.cookies.keys()]).toEqual([]);
  });

  test("cannot sit on both sides of a space: nothing is changed, and both are still there", async () => {
    const pair = await server.startPair();
    const one = openBrowser(pair.a);
    const address = newAddress();
    await signInByMail(one, address);
    const browser = openBrowser(pair.b);
    const guestId = await personOf(pair.b);
    const more = await startAnother(browser);
    await signInByMail(browser, address);
    expect(await browser.say(guest, { bring: true })).toEqual({
      status: 409,
      body: { refusal: { kind: "both-seats" } },
    });
    expect(await db.$count(membership, eq(membership.personId, guestId))).toBe(2);
    expect(await canOpen(browser.guest(), more.id)).toBeNull();
    expect(await browser.say(guest, { bring: false })).toEqual(DONE);
    expect(await canOpen(browser.guest(), pair.id)).toBe("b");
    expect(await canOpen(one.guest(), pair.id)).toBe("a");
  });

  test("cannot bring along a seat asked for across from their own", async () => {
    const known = await member();
    const { link } = await startAnother(known.browser, { name: "Ada", askFirst: true });
    const browser = openBrowser();
    await browser.post(claim, { secret: link.secret, name: "Ben" }, {}, link.id);
    await signInByMail(browser, known.address);
    expect(await browser.say(guest, { bring: true })).toMatchObject({
      body: { refusal: { kind: "both-seats" } },
    });
    expect(
      await db.$count(invitation, and(eq(invitation.id, link.id), eq(invitation.claimedName, "Ben"))),
    ).toBe(1);
  });

  test("asvs 2.3.4: of two who bring the same along at the same time one does", async () => {
    const { pair, browser } = await knownOnGuestsBrowser();
    const Cookie = browser.cookieHeader();
    const statuses = await Promise.all(
      Array.from({ length: 10 }, async () => (await post(guest, { bring: true }, { Cookie })).status),
    );
    expect(statuses.sort()).toEqual([200, ...Array<number>(9).fill(404)]);
    expect(await canOpen(browser.guest(), pair.id)).toBe("a");
  });

  test("brings along and goes back at the same time: one of them, wholly", async () => {
    const { pair, browser, guestId } = await knownOnGuestsBrowser();
    const Cookie = browser.cookieHeader();
    const [bring, back] = await Promise.all([
      post(guest, { bring: true }, { Cookie }),
      post(guest, { bring: false }, { Cookie }),
    ]);
    expect([bring.status, back.status].sort()).toEqual([200, 404]);
    const isThere = (await db.$count(person, eq(person.id, guestId))) === 1;
    expect(isThere).toBe(back.status === 200);
    if (isThere) browser.keep(back);
    expect(await canOpen(browser.guest(), pair.id)).toBe("a");
  });

  test("cannot take along a guest who became a member in between", async () => {
    const { pair, browser, guestId } = await knownOnGuestsBrowser();
    await db.update(person).set({ address: newAddress() }).where(eq(person.id, guestId));
    for (const bring of [true, false]) expect(await browser.say(guest, { bring })).toEqual(NOT_FOUND);
    expect(await db.$count(membership, eq(membership.personId, guestId))).toBe(1);
    expect(await canOpen(pair.b, pair.id)).toBe("b");
  });

  test("asvs 8.2.2: nobody else can: not a guest, not a stranger, not without a sign-in", async () => {
    const { pair, guestId } = await knownOnGuestsBrowser();
    for (const other of [openBrowser(), openBrowser(pair.b), (await member()).browser])
      for (const bring of [true, false]) expect(await other.say(guest, { bring })).toEqual(NOT_FOUND);
    expect(await db.$count(membership, eq(membership.personId, guestId))).toBe(1);
  });
});
