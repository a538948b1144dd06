import { eq } from "drizzle-orm";
import { afterAll, beforeEach, expect, test } from "vitest";
import { readSubscriptions } from "#db/push-subscriptions";
import { noticeWish } from "#db/schema";
import { setEvenground } from "#server/evenground";
import { readSettings } from "#server/settings-overview";
import { startPushService } from "#server/testing/push-service";
import { type Guest, startTestServer } from "#server/testing/test-server";
import * as consents from "../consents/route";
import { openBrowser } from "../testing/browser";
import { member, signInByMail } from "../testing/signing-in";
import * as push from "./route";
import * as stop from "./stop/route";

const service = await startPushService();
const server = await startTestServer({ variables: { PUSH_SERVICES: service.host, CODES_PER_HOUR: "100" } });
afterAll(async () => {
  await server.stop();
  await service.stop();
});
beforeEach(() => setEvenground(server.ground));

const DONE = { status: 200, body: {} };

async function standing({ token }: Guest) {
  const asking = await server.ground.whoIsAsking(token);
  if (!asking) throw new Error("Nobody is signed in.");
  const now = server.clock.now();
  const { consents } = await readSettings(server.ground.settings, asking, now);
  const told = await readSubscriptions(server.database.db, asking.personId, now);
  return {
    agrees: consents.some(({ what, withdrawnAt }) => what === "push" && withdrawnAt === null),
    told: told.map(({ endpoint }) => endpoint).sort(),
  };
}

test("a browser says yes with what its push service gave it, and that is a consent", async () => {
  const { a, b } = await server.startPair();
  const browser = openBrowser(a);
  const { status, body } = await browser.read(push);
  expect(status).toBe(200);
  expect(body).toEqual({ publicKey: expect.stringMatching(/^[A-Za-z0-9_-]{87}$/) });
  const subscription = service.subscribe();
  expect(await browser.say(push, subscription)).toEqual(DONE);
  expect(await browser.say(push, subscription)).toEqual(DONE);
  expect(await standing(a)).toEqual({ agrees: true, told: [subscription.endpoint] });
  expect(await standing(b)).toEqual({ agrees: false, told: [] });
});

test("with a yes comes the browser’s time zone, for whoever never chose one", async () => {
  const { a } = await server.startAlone();
  const browser = openBrowser(a);
  const timeZone = async () => (await server.ground.whoIsAsking(a.token))?.preferences.timeZone;
  expect(await browser.say(push, { ...service.subscribe(), timeZone: "Europe/Madrid" })).toEqual(DONE);
  expect(await timeZone()).toBe("Europe/Madrid");
  expect(await browser.say(push, { ...service.subscribe(), timeZone: "Asia/Tokyo" })).toEqual(DONE);
  expect(await timeZone()).toBe("Europe/Madrid");
});

test("a browser more is a new way to tell: what waits is looked at again", async () => {
  const { address, browser: phone } = await member();
  const laptop = openBrowser();
  await signInByMail(laptop, address);
  await phone.say(push, service.subscribe());
  const { asking } = await server.requester(phone.guest());
  const { db } = server.database;
  const ofThem = eq(noticeWish.personId, asking?.personId ?? "");
  await db
    .update(noticeWish)
    .set({ lookAt: new Date("2027-01-01") })
    .where(ofThem);
  await laptop.say(push, service.subscribe());
  const [wish] = await db.select().from(noticeWish).where(ofThem);
  expect(wish?.lookAt).toEqual(server.clock.now());
});

test("the consent is withdrawn with the last browser", async () => {
  const { address, browser: phone } = await member();
  const laptop = openBrowser();
  await signInByMail(laptop, address);
  const [one, other] = [service.subscribe(), service.subscribe()];
  await phone.say(push, one);
  await laptop.say(push, other);
  expect(await phone.say(stop, {})).toEqual(DONE);
  expect(await standing(laptop.guest())).toEqual({ agrees: true, told: [other.endpoint] });
  expect(await laptop.say(stop, {})).toEqual(DONE);
  expect(await standing(laptop.guest())).toEqual({ agrees: false, told: [] });
  expect(await laptop.say(stop, {})).toEqual(DONE);
});

test("what was stopped by a link or on another device does not begin again when one browser says yes", async () => {
  const { address, browser: phone } = await member();
  const laptop = openBrowser();
  await signInByMail(laptop, address);
  await phone.say(push, service.subscribe());
  await laptop.say(consents, { what: "push", given: false });
  expect(await standing(phone.guest())).toEqual({ agrees: false, told: [] });
  server.clock.forward(1_000);
  const fresh = service.subscribe();
  await laptop.say(push, fresh);
  expect(await standing(phone.guest())).toEqual({ agrees: true, told: [fresh.endpoint] });
});

test("a push service may give a browser another address; that is no new yes", async () => {
  const { a } = await server.startAlone();
  const browser = openBrowser(a);
  const [first, second, third] = [service.subscribe(), service.subscribe(), service.subscribe()];
  expect(await browser.say(push, { ...first, instead: second.endpoint })).toMatchObject({ status: 404 });
  await browser.say(push, first);
  expect(await browser.say(push, { ...second, instead: first.endpoint })).toEqual(DONE);
  expect(await standing(a)).toEqual({ agrees: true, told: [second.endpoint] });
  await browser.say(stop, {});
  expect(await browser.say(push, { ...third, instead: second.endpoint })).toMatchObject({ status: 404 });
  expect(await standing(a)).toEqual({ agrees: false, told: [] });
});

test("at most ten browsers of one person are told: the ones that said so last", async () => {
  const { address, browser } = await member();
  const endpoints: string[] = [];
  for (let count = 0; count < 12; count += 1) {
    server.clock.forward(3_600_000);
    const next = openBrowser();
    await signInByMail(next, address);
    const subscription = service.subscribe();
    expect(await next.say(push, subscription)).toEqual(DONE);
    endpoints.push(subscription.endpoint);
  }
  expect((await standing(browser.guest())).told).toEqual(endpoints.slice(2).sort());
});

test.each([
  ["another place's server", { endpoint: "https://evil.example/x" }],
  ["a machine beside this one", { endpoint: "https://10.0.0.7/x" }],
  ["this machine, at another port", { endpoint: "https://localhost:1/x" }],
  ["no https", { endpoint: "http://fcm.googleapis.com/x" }],
  ["a name before the host", { endpoint: "https://a@fcm.googleapis.com/x" }],
  ["a key that is no point of the curve", { keys: { p256dh: "B".repeat(87), auth: "A".repeat(22) } }],
  ["a key of another length", { keys: { p256dh: "BAAA", auth: "A".repeat(22) } }],
  ["something more", { seat: "a" }],
  ["a time zone that is none", { timeZone: "Mars/Olympus" }],
])("refused: %s", async (_what, change) => {
  const { a } = await server.startAlone();
  const answer = await openBrowser(a).say(push, { ...service.subscribe(), ...change });
  expect(answer).toMatchObject({ status: 400, body: { refusal: { kind: "bad-request" } } });
  expect(await standing(a)).toEqual({ agrees: false, told: [] });
  expect(service.asked()).toBe(0);
});

test("nobody without a sign-in, and nothing from another site's page", async () => {
  const nobody = openBrowser();
  expect(await nobody.read(push)).toMatchObject({ status: 401 });
  expect(await nobody.say(push, service.subscribe())).toMatchObject({ status: 401 });
  expect(await nobody.say(stop, {})).toMatchObject({ status: 401 });
  const { a } = await server.startAlone();
  const headers = { Origin: "https://evil.example" };
  for (const [call, body] of [
    [push, service.subscribe()],
    [stop, {}],
  ] as const)
    expect((await openBrowser(a).post(call, body, headers)).status).toBe(403);
});
