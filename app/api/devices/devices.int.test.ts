import { randomUUID } from "node:crypto";
import { afterAll, beforeEach, expect, test } from "vitest";
import { setEvenground } from "#server/evenground";
import { readSettings } from "#server/settings-overview";
import { open, startTestServer } from "#server/testing/test-server";
import { closed, told } from "#server/testing/test-socket";
import * as me from "../me/route";
import { type Browser, openBrowser } from "../testing/browser";
import { answerOf } from "../testing/calling";
import { member, signInByMail } from "../testing/signing-in";
import * as end from "./[id]/end/route";
import * as endOthers from "./end-others/route";

const server = await startTestServer();
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
