import { eq } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { newWrappedKey } from "#db/key-ring";
import { deviceKey } from "#db/schema";
import { dumpOf } from "#db/testing/dump";
import { deviceKeyOf } from "./device-key";
import { signInAs } from "./sign-in/sign-in-as";
import { startTestServer } from "./testing/test-server";

// The key with which a browser seals what waits there: one for each sign-in, and gone with it.

const server = await startTestServer();
afterAll(server.stop);
const { db } = server.database;
const { desk } = server.ground;

const askingOf = async (token: string) => {
  const asking = await server.ground.whoIsAsking(token);
  if (!asking) throw new Error("Not signed in.");
  return asking;
};

test("is made at first need and stays the same; every sign-in has one of its own", async () => {
  const { a, b } = await server.startPair();
  const asking = await askingOf(a.token);
  expect(asking.deviceKey).toBeNull();
  const key = await deviceKeyOf(desk, asking);
  expect(key).toMatch(/^[0-9a-f]{64}$/);
  expect(await deviceKeyOf(desk, await askingOf(a.token))).toBe(key);
  expect(await deviceKeyOf(desk, await askingOf(b.token))).not.toBe(key);
});

test("of many pages that load at once all get the same", async () => {
  const { a } = await server.startAlone();
  const asking = await askingOf(a.token);
  const keys = await Promise.all(Array.from({ length: 20 }, () => deviceKeyOf(desk, asking)));
  expect(new Set(keys).size).toBe(1);
});

test("lies in the database only wrapped", async () => {
  const { a } = await server.startAlone();
  const key = (await deviceKeyOf(desk, await askingOf(a.token))) ?? "";
  const dump = await dumpOf(server.database);
  expect(dump).not.toContain(key);
  expect(dump).not.toContain(Buffer.from(key, "hex").toString("latin1"));
});

test("goes with the sign-in", async () => {
  const { a } = await server.startAlone();
  const asking = await askingOf(a.token);
  await deviceKeyOf(desk, asking);
  await server.ground.signOut(a.token);
  expect(await db.$count(deviceKey, eq(deviceKey.signInId, asking.signInId))).toBe(0);
});

test("a sign-in that has just ended gets one that opens nothing later, and is no fault", async () => {
  const { a } = await server.startAlone();
  const asking = await askingOf(a.token);
  await server.ground.signOut(a.token);
  expect(await deviceKeyOf(desk, asking)).toMatch(/^[0-9a-f]{64}$/);
  expect(await db.$count(deviceKey, eq(deviceKey.signInId, asking.signInId))).toBe(0);
});

test("goes on where the same person signs in again on this browser, and with nobody else", async () => {
  const { a } = await server.startAlone();
  const { asking, ...requester } = await server.requester(a);
  const key = await deviceKeyOf(desk, await askingOf(a.token));
  const again = await signInAs(server.ground.signing, { asking, ...requester }, asking?.personId ?? "");
  expect(await deviceKeyOf(desk, await askingOf(again.signIn.token))).toBe(key);
  const other = await askingOf((await server.startAlone()).a.token);
  const now = await askingOf(again.signIn.token);
  const asOther = await signInAs(server.ground.signing, { ...requester, asking: now }, other.personId);
  expect((await askingOf(asOther.signIn.token)).deviceKey).toBeNull();
});

test("where it is damaged there is none, and another sign-in's cannot stand in its place", async () => {
  const { a, b } = await server.startPair();
  const [mine, other] = [await askingOf(a.token), await askingOf(b.token)];
  await Promise.all([deviceKeyOf(desk, mine), deviceKeyOf(desk, other)]);
  const swapped = { ...mine, deviceKey: (await askingOf(b.token)).deviceKey };
  expect(await deviceKeyOf(desk, swapped)).toBeNull();
  const { kekId, wrapped } = newWrappedKey(desk.ring, "elsewhere");
  expect(await deviceKeyOf(desk, { ...mine, deviceKey: { kekId, wrapped } })).toBeNull();
});
