import { afterAll, beforeEach, expect, test } from "vitest";
import { GUIDES } from "#conversation/guides/catalogue";
import { cookieName } from "#server/cookies";
import { setEvenground } from "#server/evenground";
import { guideFor } from "#server/guide-for";
import type { ReadingLocale } from "#server/locale-of";
import { type Guest, startTestServer } from "#server/testing/test-server";
import { connected, makeSocket } from "#server/testing/test-socket";
import type { GuideLine, LookAnswer } from "#wire/answers";
import * as guides from "./guides/route";
import * as look from "./invitations/[id]/look/route";
import * as locale from "./locale/route";
import { get, type Headers, post } from "./testing/calling";
import { serverLike } from "./testing/server-like";

// Each person reads in their own language; a conversation has none.

const server = await startTestServer({ variables: { PSEUDO_LOCALE: "on" } });
afterAll(server.stop);
beforeEach(() => setEvenground(server.ground));

/** The guide of every conversation here, as it reads in a language. */
function guideOf(language: ReadingLocale) {
  const guide = GUIDES.find(({ id }) => id === "speak-and-reflect");
  if (!guide) throw new Error("The guide is gone.");
  return guideFor(guide, language);
}

const title = (language: ReadingLocale) => guideOf(language).title;
const cookieOf = ({ token }: Guest) => `${cookieName(false)}=${token}`;

async function titleFor(headers: Headers): Promise<string | undefined> {
  const lines = (await (await get(guides, headers)).json()) as readonly GuideLine[];
  return lines.find(({ id }) => id === "speak-and-reflect")?.title;
}

async function openAs(guest: Guest, conversationId: string, headers: Headers) {
  const cookie = [cookieOf(guest), headers.Cookie].filter(Boolean).join("; ");
  const socket = await connected(makeSocket(server.url, { Origin: server.url, ...headers, Cookie: cookie }));
  const opened = await socket.emitWithAck("open", { conversationId });
  socket.disconnect();
  if (!opened.ok) throw new Error("It did not open.");
  return opened.guide;
}

test("a language is chosen without a sign-in, and stays on this browser for a year", async () => {
  const response = await post(locale, { locale: "de" });
  expect(response.status).toBe(200);
  const cookie = response.headers.get("set-cookie") ?? "";
  expect(cookie).toBe("evenground-locale=de; Path=/; HttpOnly; SameSite=Lax; Max-Age=31536000");
  expect(await titleFor({ "Accept-Language": "es" })).toBe(title("es"));
  expect(await titleFor({ "Accept-Language": "es", Cookie: cookie.split(";")[0] ?? "" })).toBe(title("de"));
});

test("asvs 3.3.3: over https the choice is kept where only this host may set it", async () => {
  const own = await serverLike(server, { variables: { PUBLIC_URL: "https://evenground.example" } });
  const response = await post(locale, { locale: "de" }, { Origin: own.ground.origins.main });
  const line = response.headers.get("set-cookie") ?? "";
  expect(line).toMatch(/^__Host-evenground-locale=de; Path=\/; .*; Secure$/);
  expect(await titleFor({ Cookie: line.split(";")[0] ?? "" })).toBe(title("de"));
  expect(await titleFor({ Cookie: "evenground-locale=de" })).toBe(title("en"));
});

test("only what everything is written in can be chosen, and from our own pages", async () => {
  for (const unknown of ["fr", "ar-XB", "", "en\r\nSet-Cookie: x=y", null])
    expect((await post(locale, { locale: unknown })).status).toBe(400);
  expect((await post(locale, { locale: "de" }, { Origin: "https://elsewhere.example" })).status).toBe(403);
});

test("what somebody chose goes with them to another browser", async () => {
  const { a } = await server.startAlone();
  const elsewhere = { Cookie: `${cookieOf(a)}; evenground-locale=de`, "Accept-Language": "de" };
  expect(await titleFor(elsewhere)).toBe(title("de"));
  await post(locale, { locale: "es" }, { Cookie: cookieOf(a) });
  expect(await titleFor(elsewhere)).toBe(title("es"));
});

test("two people read one conversation in two languages", async () => {
  const { id, a, b } = await server.startPair();
  await post(locale, { locale: "es" }, { Cookie: cookieOf(b) });
  expect(await openAs(a, id, { "Accept-Language": "de-AT" })).toEqual(guideOf("de"));
  expect(await openAs(b, id, { "Accept-Language": "de-AT" })).toEqual(guideOf("es"));
  expect(await openAs(a, id, { Cookie: "evenground-locale=ar-XB" })).toEqual(guideOf("ar-XB"));
});

test("an invitation is told in the language of whoever opens it", async () => {
  const { link } = await server.startAlone();
  const told = async (language: string) => {
    const response = await post(look, { secret: link.secret }, { "Accept-Language": language }, link.id);
    return (await response.json()) as LookAnswer;
  };
  const { roles } = guideOf("es");
  expect(await told("es-MX")).toMatchObject({ guide: { title: title("es") }, role: roles[1]?.yours });
  expect(await told("en")).toMatchObject({ guide: { title: title("en") } });
});
