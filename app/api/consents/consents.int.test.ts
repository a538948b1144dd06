import { afterAll, beforeEach, expect, test } from "vitest";
import { setEvenground } from "#server/evenground";
import { readSettings } from "#server/settings-overview";
import { type Guest, startTestServer } from "#server/testing/test-server";
import { openBrowser } from "../testing/browser";
import * as consents from "./route";

const server = await startTestServer();
afterAll(server.stop);
beforeEach(() => setEvenground(server.ground));

const DONE = { status: 200, body: {} };
const say = (guest: Guest | undefined, given: boolean) =>
  openBrowser(guest).say(consents, { what: "notices", given });

async function consentsOf({ token }: Guest) {
  const asking = await server.ground.whoIsAsking(token);
  if (!asking) throw new Error("Nobody is signed in.");
  return (await readSettings(server.ground.settings, asking, server.clock.now())).consents;
}

test("what one agrees to is kept with its day, and when it was withdrawn; neither is ever taken away", async () => {
  const { a, b } = await server.startPair();
  const [first, second, third] = [0, 1, 2].map((days) => {
    const at = server.clock.now().getTime() + days * 86_400_000;
    return new Date(at);
  });
  expect(await say(a, true)).toEqual(DONE);
  expect(await say(a, true)).toEqual(DONE);
  expect(await consentsOf(a)).toEqual([{ what: "notices", givenAt: first, withdrawnAt: null }]);
  server.clock.forward(86_400_000);
  expect(await say(a, false)).toEqual(DONE);
  expect(await say(a, false)).toEqual(DONE);
  server.clock.forward(86_400_000);
  expect(await say(a, true)).toEqual(DONE);
  expect(await consentsOf(a)).toEqual([
    { what: "notices", givenAt: third, withdrawnAt: null },
    { what: "notices", givenAt: first, withdrawnAt: second },
  ]);
  expect(await consentsOf(b)).toEqual([]);
});

test("ten presses at the same time are one consent", async () => {
  const { a } = await server.startAlone();
  await Promise.all(Array.from({ length: 10 }, () => say(a, true)));
  expect(await consentsOf(a)).toHaveLength(1);
});

test("nobody agrees to anything without a sign-in, or to what there is not", async () => {
  expect(await say(undefined, true)).toMatchObject({ status: 401 });
  const { a } = await server.startAlone();
  expect(await openBrowser(a).say(consents, { what: "everything", given: true })).toMatchObject({
    status: 400,
  });
});
