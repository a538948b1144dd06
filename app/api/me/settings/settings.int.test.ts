import { afterAll, beforeEach, expect, test } from "vitest";
import { setEvenground } from "#server/evenground";
import { startConversation } from "#server/start-conversation";
import { open, signedIn, startTestServer } from "#server/testing/test-server";
import { allTold, told } from "#server/testing/test-socket";
import { openBrowser } from "../../testing/browser";
import { answerOf, post } from "../../testing/calling";
import * as settings from "./route";

const server = await startTestServer();
afterAll(server.stop);
beforeEach(() => setEvenground(server.ground));

const DONE = { status: 200, body: {} };
const usual = {
  locale: null,
  timeZone: null,
  theme: "system",
  textSize: "usual",
  softTimers: true,
  appFace: "evenground",
};

test("what somebody chooses is kept with them, and what they do not name stays", async () => {
  const { a } = await server.startAlone();
  const preferences = async () => (await server.ground.whoIsAsking(a.token))?.preferences;
  expect(await preferences()).toEqual(usual);
  const browser = openBrowser(a);
  expect(await browser.say(settings, { theme: "dark", softTimers: false })).toEqual(DONE);
  expect(await browser.say(settings, { textSize: "larger", timeZone: "Europe/Madrid" })).toEqual(DONE);
  const chosen = {
    locale: null,
    timeZone: "Europe/Madrid",
    theme: "dark",
    textSize: "larger",
    softTimers: false,
    appFace: "evenground",
  };
  expect(await preferences()).toEqual(chosen);
  expect(await browser.say(settings, { timeZone: null })).toEqual(DONE);
  expect(await preferences()).toEqual({ ...chosen, timeZone: null });
});

test("a language is kept on this browser too", async () => {
  const { a } = await server.startAlone();
  const browser = openBrowser(a);
  expect(await browser.say(settings, { locale: "es" })).toEqual(DONE);
  expect(browser.cookies.get("evenground-locale")).toBe("es");
  expect((await server.ground.whoIsAsking(a.token))?.preferences.locale).toBe("es");
});

test("a name is for what begins from now on; the partner sees it where they are already only if that was asked", async () => {
  const { id, a, b } = await server.startPair();
  const partner = await server.connect(b);
  const nameSeen = async () => (await open(partner, id)).seats.find(({ seat }) => seat === "a")?.name;
  const browser = openBrowser(a);
  expect(await browser.say(settings, { name: " Ada Maria " })).toEqual(DONE);
  expect((await server.ground.whoIsAsking(a.token))?.name).toBe("Ada Maria");
  expect(await nameSeen()).toBe("Ada");
  expect(allTold(partner, "seats")).toEqual([]);

  expect(await browser.say(settings, { name: "Ada Maria", nameInSpaces: true })).toEqual(DONE);
  const { seats } = await told(partner, "seats", ({ conversationId }) => conversationId === id);
  expect(seats).toEqual([
    { seat: "a", name: "Ada Maria" },
    { seat: "b", name: "Ben" },
  ]);
  expect(await nameSeen()).toBe("Ada Maria");
});

test("a new name changes nobody else’s, and nobody alone is told of a partner", async () => {
  const { id, a, b } = await server.startPair();
  const solo = { guide: "letting-go", name: "Ada", alone: true };
  const { answer, token } = signedIn(
    await startConversation(server.ground.desk, await server.requester(), solo),
  );
  const socket = await server.connect({ token });
  await open(socket, answer.conversationId);
  expect(await openBrowser({ token }).say(settings, { name: "Adele", nameInSpaces: true })).toEqual(DONE);
  expect((await open(socket, answer.conversationId)).seats).toEqual([{ seat: "a", name: "Adele" }]);
  expect(allTold(socket, "seats")).toEqual([]);
  for (const guest of [a, b])
    expect((await open(await server.connect(guest), id)).seats.map(({ name }) => name)).toEqual([
      "Ada",
      "Ben",
    ]);
});

test("what is none of the choices is refused, and changes nothing", async () => {
  const { a } = await server.startAlone();
  const browser = openBrowser(a);
  for (const wrong of [
    {},
    { theme: "blue" },
    { textSize: "huge" },
    { timeZone: "Mars/Olympus" },
    { timeZone: "../../etc/passwd" },
    { locale: "fr" },
    { softTimers: "off" },
    { name: "" },
    { name: "a\nb" },
    { name: "x".repeat(61) },
    { nameInSpaces: true },
    { theme: "dark", personId: "somebody" },
    { theme: "dark", address: "a@example.org" },
  ])
    expect(await browser.say(settings, wrong)).toMatchObject({
      status: 400,
      body: { refusal: { kind: "bad-request" } },
    });
  expect(await server.ground.whoIsAsking(a.token)).toMatchObject({ name: "Ada", preferences: usual });
});

test("nobody who is not signed in, and no other page, changes anything", async () => {
  expect(await openBrowser().say(settings, { theme: "dark" })).toEqual({
    status: 401,
    body: { refusal: { kind: "not-signed-in" } },
  });
  const { a } = await server.startAlone();
  const headers = { Cookie: openBrowser(a).cookieHeader(), Origin: "https://elsewhere.example" };
  expect((await answerOf(await post(settings, { theme: "dark" }, headers))).status).toBe(403);
  expect((await server.ground.whoIsAsking(a.token))?.preferences).toEqual(usual);
});
