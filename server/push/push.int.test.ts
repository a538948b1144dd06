import { createHash, randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { afterAll, beforeEach, expect, test } from "vitest";
import { withdrawConsent } from "#db/consents";
import { placeKey, pushSubscription } from "#db/schema";
import { openTestDatabase } from "#db/testing/test-database";
import { saveSettings } from "../settings";
import { signInAs } from "../sign-in/sign-in-as";
import { startPushService, type TestSubscription } from "../testing/push-service";
import { type Guest, startTestServer } from "../testing/test-server";
import { NotPushedYet } from "./push";
import { readPushKey } from "./push-key";
import { stopTellingThisBrowser, tellThisBrowser } from "./subscriptions";

// A real push service over https on this machine: it takes what is signed and sealed as it has to be, and nothing else.

const service = await startPushService();
const variables = { PUSH_SERVICES: service.host, MAIL_FROM: "Notices <post@a-place.example>" };
const server = await startTestServer({ variables, pushAgent: service.agent });
afterAll(async () => {
  await server.stop();
  await service.stop();
});
const { db } = server.database;
const { pushing } = server.ground;
beforeEach(() => service.answerWith(201));

const subscribe = async (guest: Guest, subscription: TestSubscription = service.subscribe()) => {
  const outcome = await tellThisBrowser(pushing, await server.requester(guest), subscription);
  if (!outcome.ok) throw new Error(`Refused: ${JSON.stringify(outcome.refusal)}`);
  return subscription;
};
const personOf = async ({ token }: Guest) => (await server.ground.whoIsAsking(token))?.personId ?? "";
const tell = async (guest: Guest) => pushing.push.tell(await personOf(guest), randomUUID(), 600);
const newsOf = ({ endpoint }: TestSubscription) =>
  service.received.filter((one) => one.endpoint === endpoint);

test("a browser that said so gets one sentence, sealed for it alone, signed by this place", async () => {
  const { a } = await server.startAlone({ topic: "CANARY-topic" });
  const subscription = await subscribe(a);
  expect(await tell(a)).toBe("told");
  const [pushed] = newsOf(subscription);
  expect(JSON.parse(pushed?.text ?? "")).toEqual({
    title: "There is something waiting for you.",
    url: "/home",
  });
  expect(pushed?.headers).toMatchObject({ ttl: "600", urgency: "normal", topic: "n" });
  expect(pushed?.headers["content-encoding"]).toBe("aes128gcm");
  expect(pushed?.vapid).toMatchObject({ aud: `https://${service.host}`, sub: "mailto:post@a-place.example" });
  expect((pushed?.vapid.exp ?? 0) * 1_000).toBeLessThanOrEqual(Date.now() + 86_400_000);
  expect(pushed?.vapidKey).toBe(await pushing.push.publicKey());
  expect(pushed?.body.toString("latin1")).not.toContain("waiting");
});

test("in the person's language", async () => {
  const { a } = await server.startAlone();
  const subscription = await subscribe(a);
  const { settings, origins } = server.ground;
  await saveSettings(settings, await server.requester(a), { locale: "de" }, origins);
  await tell(a);
  expect(newsOf(subscription).map(({ text }) => JSON.parse(text).title)).toEqual(["Etwas wartet auf dich."]);
});

test("the key of the place is made once, by however many processes at once", async () => {
  const database = await openTestDatabase();
  const ring = server.ground.desk.ring;
  const pairs = await Promise.all(Array.from({ length: 20 }, () => readPushKey(database.db, ring)));
  expect(new Set(pairs.map(({ publicKey }) => publicKey)).size).toBe(1);
  expect(await database.db.$count(placeKey)).toBe(1);
  await database.db.update(placeKey).set({ wrapped: new Uint8Array(60) });
  await expect(readPushKey(database.db, ring)).rejects.toThrow("cannot be opened");
  await database.close();
});

test("a browser that is gone is forgotten; what may succeed later throws; what never will does not", async () => {
  const { a } = await server.startAlone();
  await subscribe(a);
  for (const status of [429, 500, 503]) {
    service.answerWith(status);
    await expect(tell(a)).rejects.toThrow(NotPushedYet);
  }
  for (const status of [400, 403, 413]) {
    service.answerWith(status);
    expect(await tell(a)).toBe("nobody");
  }
  for (const status of [404, 410]) {
    await subscribe(a);
    service.answerWith(status);
    expect(await tell(a)).toBe("nobody");
    expect(await db.$count(pushSubscription, eq(pushSubscription.personId, await personOf(a)))).toBe(0);
    service.answerWith(201);
  }
  expect(await tell(a)).toBe("nobody");
});

test("no redirect is followed", async () => {
  const { a } = await server.startAlone();
  await subscribe(a);
  for (const status of [301, 302, 307, 308]) {
    service.answerWith(status);
    const before = service.asked();
    expect(await tell(a)).toBe("nobody");
    expect(service.asked()).toBe(before + 1);
  }
});

test("a push service that takes it and falls silent may have told: that is no surely-not", async () => {
  const { a } = await server.startAlone();
  await subscribe(a);
  service.answerWith("nothing");
  await expect(tell(a)).rejects.not.toBeInstanceOf(NotPushedYet);
});

test("a push service with a certificate that nobody vouches for is told nothing", async () => {
  const other = await startTestServer({ database: server.database, variables });
  const { a } = await server.startAlone();
  const subscription = await subscribe(a);
  await expect(other.ground.pushing.push.tell(await personOf(a), randomUUID(), 600)).rejects.toThrow(
    NotPushedYet,
  );
  expect(newsOf(subscription)).toEqual([]);
  await other.stop();
});

test("an address that is not known any more is not called", async () => {
  const other = await startTestServer({ database: server.database, pushAgent: service.agent });
  const { a } = await server.startAlone();
  await subscribe(a);
  const before = service.asked();
  expect(await other.ground.pushing.push.tell(await personOf(a), randomUUID(), 600)).toBe("nobody");
  expect(service.asked()).toBe(before);
  await other.stop();
});

test("one browser that fails keeps nobody from being told on another", async () => {
  const { a, b } = await server.startPair();
  const person = await personOf(a);
  const subscription = await subscribe(a);
  const gone = { endpoint: `https://${service.host}/to/nobody`, keys: subscription.keys };
  const signInId = (await server.ground.whoIsAsking(b.token))?.signInId ?? "";
  const endpointHash = createHash("sha256").update(gone.endpoint).digest();
  const createdAt = server.clock.now();
  const row = { personId: person, signInId, endpoint: gone.endpoint, ...gone.keys, createdAt };
  await db.insert(pushSubscription).values({ endpointHash, ...row });
  expect(await tell(a)).toBe("told");
  expect(newsOf(subscription)).toHaveLength(1);
  expect(await db.$count(pushSubscription, eq(pushSubscription.personId, person))).toBe(1);
});

test("it ends with the sign-in, with the consent, and where another person signs in on the browser", async () => {
  const { a, b } = await server.startPair();
  const subscription = await subscribe(a);
  await subscribe(b, subscription);
  expect(await tell(a)).toBe("nobody");
  expect(await tell(b)).toBe("told");
  await withdrawConsent(db, await personOf(b), "push", server.clock.now());
  expect(await tell(b)).toBe("nobody");
  server.clock.forward(1_000);
  await subscribe(b);
  expect(await tell(b)).toBe("told");
  const person = await personOf(b);
  await server.ground.signOut(b.token);
  expect(await pushing.push.tell(person, randomUUID(), 600)).toBe("nobody");
});

test("it goes on where the same person signs in again on this browser, as a guest does who becomes a member", async () => {
  const { a } = await server.startAlone();
  const subscription = await subscribe(a);
  const requester = await server.requester(a);
  await signInAs(server.ground.signing, requester, await personOf(a));
  const person = requester.asking?.personId ?? "";
  expect(await pushing.push.tell(person, randomUUID(), 600)).toBe("told");
  expect(newsOf(subscription)).toHaveLength(1);
});

test("stopping stops at once, whatever a push service answers", async () => {
  const { a } = await server.startAlone();
  const subscription = await subscribe(a);
  await stopTellingThisBrowser(pushing, await server.requester(a));
  expect(await tell(a)).toBe("nobody");
  expect(newsOf(subscription)).toEqual([]);
});
