import { randomUUID } from "node:crypto";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { setEvenground } from "#server/evenground";
import { readSettings } from "#server/settings-overview";
import { open, startTestServer } from "#server/testing/test-server";
import { closed, told } from "#server/testing/test-socket";
import * as guest from "../guest/route";
import * as me from "../me/route";
import { type Browser, openBrowser } from "../testing/browser";
import { answerOf } from "../testing/calling";
import { member, signInByMail } from "../testing/signing-in";
import * as end from "./[id]/end/route";
import * as endOthers from "./end-others/route";

const server = await startTestServer({ variables: { CODES_PER_HOUR: "100" } });
afterAll(server.stop);
beforeEach(() => setEvenground(server.ground));

const DONE = { status: 200, body: {} };
const NOT_FOUND = { status: 404, body: { refusal: { kind: "not-found" } } };
const NOBODY = { status: 401, body: { refusal: { kind: "not-signed-in" } } };
const SECOND = 1_000;

/** The sign-ins of whoever is signed in on `browser`, and which of them that is. */
async function devicesOf(browser: Browser) {
  const asking = await server.ground.whoIsAsking(browser.guest().token);
  if (!asking) throw new Error("Nobody is signed in.");
  const { devices } = await readSettings(server.ground.settings, asking, server.clock.now());
  return { own: asking.signInId, devices };
}

async function endOn(browser: Browser, id: string) {
  return answerOf(await browser.post(end, {}, {}, id));
}

/** Somebody with a conversation, signed in on three browsers. */
async function onThree() {
  const { address, browser: first } = await member();
  const [second, third] = [openBrowser(), openBrowser()];
  await signInByMail(second, address);
  await signInByMail(third, address);
  return { first, second, third };
}

test("every browser one is signed in on is listed, with what it is and when it was used, to the hour", async () => {
  const { first } = await onThree();
  const { own, devices } = await devicesOf(first);
  expect(devices).toHaveLength(3);
  expect(devices.map(({ id }) => id)).toContain(own);
  for (const { usedAt, createdAt } of devices) {
    expect(usedAt?.getTime()).toBeLessThanOrEqual(server.clock.now().getTime());
    expect((usedAt?.getTime() ?? 1) % 3_600_000).toBe(0);
    expect(createdAt).toEqual(server.clock.now());
  }
});

test("asvs 7.4.1: an ended one is closed within a second, and its next call is refused", async () => {
  const { first, second, third } = await onThree();
  const socket = await server.connect(second.guest());
  const gone = closed(socket);
  const { own } = await devicesOf(second);
  const began = performance.now();
  expect(await endOn(first, own)).toEqual(DONE);
  await gone;
  expect(performance.now() - began).toBeLessThan(SECOND);
  expect(await told(socket, "ended")).toEqual({ reason: "signed-out" });
  expect(await second.read(me)).toEqual(NOBODY);
  await expect(server.connect(second.guest())).rejects.toThrow("not-signed-in");
  for (const browser of [first, third]) expect(await browser.read(me)).toMatchObject({ status: 200 });
  expect((await devicesOf(first)).devices).toHaveLength(2);
});

test("asvs 7.5.2: all others are ended, and this one stays", async () => {
  const { first, second, third } = await onThree();
  const stays = await server.connect(first.guest());
  const sockets = [await server.connect(second.guest()), await server.connect(third.guest())];
  const gone = Promise.all(sockets.map(closed));
  expect(await first.say(endOthers, {})).toEqual(DONE);
  await gone;
  for (const browser of [second, third]) expect(await browser.read(me)).toEqual(NOBODY);
  expect(await first.read(me)).toMatchObject({ status: 200 });
  expect(stays.connected).toBe(true);
  expect((await devicesOf(first)).devices).toHaveLength(1);
  expect(await first.say(endOthers, {})).toEqual(DONE);
});

describe("a guest whose browser a member signed in on, and who is not settled yet", () => {
  /** A member on two browsers, one of which was a guest's until then. */
  async function withGuestBehind() {
    const { address, browser } = await member();
    const { id, a } = await server.startPair();
    const guests = openBrowser(a);
    expect(await signInByMail(guests, address)).toMatchObject({ body: { wasGuest: true } });
    return { browser, guests, id, address };
  }
  const seatOf = async (browser: Browser, conversationId: string) => {
    const asking = await server.ground.whoIsAsking(browser.guest().token);
    return asking && (await server.ground.open(asking, conversationId, "en"))?.seat;
  };

  test("is handed to whoever ends that sign-in, or all others", async () => {
    for (const ends of ["one", "others"]) {
      const { browser, guests, id } = await withGuestBehind();
      const { own } = await devicesOf(guests);
      const ended = ends === "one" ? await endOn(browser, own) : await browser.say(endOthers, {});
      expect(ended).toEqual(DONE);
      expect(await guests.read(me)).toEqual(NOBODY);
      expect(await browser.read(me)).toMatchObject({ body: { wasGuest: true } });
      expect(await browser.say(guest, { bring: true })).toEqual(DONE);
      expect(await seatOf(browser, id)).toBe("a");
    }
  });

  test("takes nobody’s place: the sign-in that ends another keeps its own", async () => {
    const { guests, id, address } = await withGuestBehind();
    const other = await server.startPair();
    const others = openBrowser(other.a);
    await signInByMail(others, address);
    expect(await guests.say(endOthers, {})).toEqual(DONE);
    expect(await guests.say(guest, { bring: false })).toEqual(DONE);
    expect(await seatOf(guests, id)).toBe("a");
  });

  test("is with the sign-in that is left where two end each other at the same time", async () => {
    const { browser, guests } = await withGuestBehind();
    const statuses = await Promise.all(
      [browser, guests].map(async (each) => (await each.say(endOthers, {})).status),
    );
    for (const status of statuses) expect([200, 401]).toContain(status);
    const left = await Promise.all([browser, guests].map((each) => each.read(me)));
    expect(left.filter(({ status }) => status === 200)).toMatchObject([{ body: { wasGuest: true } }]);
  });

  test("is settled one way where it is brought along while its sign-in is ended", async () => {
    const { browser, guests, id } = await withGuestBehind();
    const [brought, ended] = await Promise.all([
      guests.say(guest, { bring: true }),
      browser.say(endOthers, {}),
    ]);
    expect(ended).toEqual(DONE);
    const isLeft = brought.status !== 200;
    expect(await browser.read(me)).toMatchObject({ body: { wasGuest: isLeft } });
    if (isLeft) expect(await browser.say(guest, { bring: true })).toEqual(DONE);
    expect(await seatOf(browser, id)).toBe("a");
  });

  test("is there again where the sign-in ends itself", async () => {
    const { guests, id } = await withGuestBehind();
    expect(await endOn(guests, (await devicesOf(guests)).own)).toEqual(DONE);
    expect(await guests.read(me)).toMatchObject({ body: { guest: true } });
    expect(await seatOf(guests, id)).toBe("a");
  });
});

test("asvs 8.2.2: somebody else’s is as unknown as one that there never was", async () => {
  const { id, a, b } = await server.startPair();
  const { own } = await devicesOf(openBrowser(b));
  const ada = openBrowser(a);
  for (const foreign of [own, randomUUID(), "nothing", "' or 1=1", ""])
    expect(await endOn(ada, foreign)).toEqual(NOT_FOUND);
  expect((await open(await server.connect(b), id)).seat).toBe("b");
  expect(await endOn(openBrowser(), own)).toEqual(NOBODY);
  expect(await openBrowser().say(endOthers, {})).toEqual(NOBODY);
});

test("one that was not used for too long is not listed any more", async () => {
  const { first, second } = await onThree();
  server.clock.forward(80 * 86_400_000);
  expect(await first.read(me)).toMatchObject({ status: 200 });
  server.clock.forward(20 * 86_400_000);
  expect((await devicesOf(first)).devices).toHaveLength(1);
  expect(await second.read(me)).toEqual(NOBODY);
});
