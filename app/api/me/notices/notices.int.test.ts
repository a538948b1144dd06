import { afterAll, beforeEach, expect, test } from "vitest";
import { setEvenground } from "#server/evenground";
import { readSettings } from "#server/settings-overview";
import { type Guest, startTestServer } from "#server/testing/test-server";
import { openBrowser } from "../../testing/browser";
import * as settings from "../settings/route";
import * as notices from "./route";

const server = await startTestServer();
afterAll(server.stop);
beforeEach(() => setEvenground(server.ground));

const DONE = { status: 200, body: {} };
const NIGHT = { quietFrom: "22:30", quietTo: "07:15" };

async function ownOf({ token }: Guest) {
  const asking = await server.ground.whoIsAsking(token);
  if (!asking) throw new Error("Nobody is signed in.");
  const { quietHours } = await readSettings(server.ground.settings, asking, server.clock.now());
  return { ...quietHours, timeZone: asking.preferences.timeZone };
}

test("the nights are quiet until somebody says otherwise", async () => {
  const { a, b } = await server.startPair();
  expect(await ownOf(a)).toEqual({ quietFrom: "21:00", quietTo: "08:00", timeZone: null });
  expect(await openBrowser(a).say(notices, NIGHT)).toEqual(DONE);
  expect(await ownOf(a)).toEqual({ ...NIGHT, timeZone: null });
  expect(await openBrowser(a).say(notices, { quietFrom: "00:00", quietTo: "00:00" })).toEqual(DONE);
  expect(await ownOf(a)).toMatchObject({ quietFrom: "00:00", quietTo: "00:00" });
  expect(await ownOf(b)).toMatchObject({ quietFrom: "21:00" });
});

test("the browser’s time zone is kept by whoever never chose one, and by nobody else", async () => {
  const { a } = await server.startAlone();
  const browser = openBrowser(a);
  expect(await browser.say(notices, { ...NIGHT, timeZone: "Europe/Madrid" })).toEqual(DONE);
  expect((await ownOf(a)).timeZone).toBe("Europe/Madrid");
  expect(await browser.say(notices, { ...NIGHT, timeZone: "Asia/Tokyo" })).toEqual(DONE);
  expect((await ownOf(a)).timeZone).toBe("Europe/Madrid");
  expect(await browser.say(settings, { timeZone: "Asia/Tokyo" })).toEqual(DONE);
  expect((await ownOf(a)).timeZone).toBe("Asia/Tokyo");
});

test.each(["UTC", "Asia/Calcutta"])("%s, as some browsers have it, is a time zone", async (timeZone) => {
  const { a } = await server.startAlone();
  expect(await openBrowser(a).say(notices, { ...NIGHT, timeZone })).toEqual(DONE);
  expect((await ownOf(a)).timeZone).toBe(timeZone);
});

test.each([
  { quietFrom: "24:00", quietTo: "08:00" },
  { quietFrom: "9:00", quietTo: "08:00" },
  { quietFrom: "21:00" },
  { ...NIGHT, timeZone: "Mars/Olympus" },
  { ...NIGHT, timeZone: "+05:30" },
  { ...NIGHT, timeZone: null },
  { ...NIGHT, lastAt: "2026-03-01T00:00:00Z" },
])("%j is refused", async (body) => {
  const { a } = await server.startAlone();
  expect(await openBrowser(a).say(notices, body)).toMatchObject({ status: 400 });
  expect(await ownOf(a)).toEqual({ quietFrom: "21:00", quietTo: "08:00", timeZone: null });
});

test("nobody keeps any without a sign-in", async () => {
  expect(await openBrowser(undefined).say(notices, NIGHT)).toMatchObject({ status: 401 });
});
