import { randomUUID } from "node:crypto";
import { readdirSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import path from "node:path";
import { eq } from "drizzle-orm";
import { simpleParser } from "mailparser";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { giveConsent, readConsents } from "#db/consents";
import { notice, noticeStop } from "#db/schema";
import { openTestDatabase } from "#db/testing/test-database";
import { ADDRESS_HEADER } from "#server/addresses";
import { setEvenground } from "#server/evenground";
import { makeLimit } from "#server/limits";
import { newStopLink } from "#server/notices/stop-links";
import { startPost } from "#server/testing/test-post";
import { startTestServer } from "#server/testing/test-server";
import { serverLike } from "../../testing/server-like";
import * as stop from "./[token]/route";

// One click, over HTTP: what a mail program calls, and what our own page does.

const DAY = 86_400_000;
const ONE_CLICK = "List-Unsubscribe=One-Click";
const FORM = { "Content-Type": "application/x-www-form-urlencoded" };

const database = await openTestDatabase();
const server = await startTestServer({ database, pages: { request: serveStop } });
afterAll(async () => {
  await server.stop();
  await database.close();
});
beforeEach(() => setEvenground(server.ground));

/** The one route that these tests call, as Next would serve it. */
async function serveStop(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname } = new URL(incoming.url ?? "", server.url);
  const token = /^\/api\/notices\/stop\/([^/]*)$/.exec(pathname)?.[1];
  if (token === undefined || incoming.method !== "POST") return void response.writeHead(405).end();
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk);
  const request = new Request(`http://server${pathname}`, {
    method: "POST",
    headers: incoming.headers as Record<string, string>,
    body: Buffer.concat(chunks),
  });
  const answer = await stop.POST(request, { params: Promise.resolve({ token }) });
  response.writeHead(answer.status, [...answer.headers].flat());
  response.end(await answer.text());
}

/** Somebody who has said yes to both, and for whom something waits. */
async function somebody() {
  const { id, a } = await server.startPair();
  const asking = await server.ground.whoIsAsking(a.token);
  if (!asking) throw new Error("Nobody is signed in.");
  const { personId } = asking;
  const now = server.clock.now();
  await giveConsent(database.db, personId, "notices", now);
  await giveConsent(database.db, personId, "push", now);
  const about = { personId, about: id, mark: "1", dueAt: now };
  await database.db.insert(notice).values([
    { id: randomUUID(), kind: "floor", state: "waiting", ...about },
    { id: randomUUID(), kind: "return", state: "told", ...about },
  ]);
  return { personId, token: await newStopLink(database.db, personId, now) };
}

/** What holds still of their consents, and what has become of their notices. */
async function whatIsLeft(personId: string) {
  const consents = await readConsents(database.db, personId);
  const notices = await database.db.select().from(notice).where(eq(notice.personId, personId));
  return {
    consents: consents.filter(({ withdrawnAt }) => withdrawnAt === null).map(({ what }) => what),
    notices: notices.map(({ state }) => state),
  };
}

const STOPPED = { consents: [], notices: ["told"] };
const GOES_ON = { consents: ["push", "notices"], notices: ["waiting", "told"] };

const click = (token: string, body: BodyInit = ONE_CLICK, headers: Record<string, string> = FORM) =>
  fetch(`${server.url}/api/notices/stop/${token}`, { method: "POST", headers, body });

test("from the mail to the end of all notices, by the head of the mail alone", async () => {
  const post = await startPost();
  const own = await serverLike(server, { variables: { SMTP_URL: post.url, MAIL_FROM: "post@mail.example" } });
  const { personId, token } = await somebody();
  await own.ground.mail.send(
    "ada@example.org",
    {
      kind: "notice",
      link: `${server.url}/home`,
      stopLink: `${server.url}/stop/${token}`,
      oneClick: `${server.url}/api/notices/stop/${token}`,
    },
    "en",
  );
  const { headerLines } = await simpleParser(post.received[0]?.raw ?? "");
  const line = (name: string) => headerLines.find(({ key }) => key === name)?.line ?? "";
  const [, address = ""] = /<(.*)>/.exec(line("list-unsubscribe")) ?? [];
  const [, body = ""] = /: (.*)/.exec(line("list-unsubscribe-post")) ?? [];
  const answer = await fetch(address, { method: "POST", headers: FORM, body });
  expect([answer.status, await answer.json()]).toEqual([200, {}]);
  expect(await whatIsLeft(personId)).toEqual(STOPPED);
});

describe("what asks", () => {
  test.each([
    { what: "a form in the address's manner", body: () => ONE_CLICK, headers: FORM },
    { what: "a form in parts", body: inParts, headers: {} },
    { what: "our own page", body: () => "{}", headers: { "Content-Type": "application/json" } },
    {
      what: "anybody at all, from any page, whoever is signed in there",
      body: () => ONE_CLICK,
      headers: { ...FORM, Origin: "https://elsewhere.example", Cookie: "evenground=x" },
    },
  ])("$what stops them", async ({ body, headers }) => {
    const { personId, token } = await somebody();
    expect((await click(token, body(), headers)).status).toBe(200);
    expect(await whatIsLeft(personId)).toEqual(STOPPED);
  });

  test.each([
    { what: "opens the address", ask: (token: string) => fetch(`${server.url}/api/notices/stop/${token}`) },
    { what: "sends nothing", ask: (token: string) => click(token, "") },
    { what: "sends another word", ask: (token: string) => click(token, "List-Unsubscribe=Maybe") },
    {
      what: "sends it as a plain text",
      ask: (token: string) => click(token, ONE_CLICK, { "Content-Type": "text/plain" }),
    },
    {
      what: "sends something else beside it, at length",
      ask: (token: string) => click(token, `${ONE_CLICK}&more=${"x".repeat(5_000)}`),
    },
    {
      what: "sends other JSON",
      ask: (token: string) => click(token, '{"a":1}', { "Content-Type": "application/json" }),
    },
  ])("whoever $what stops nothing", async ({ ask }) => {
    const { personId, token } = await somebody();
    expect((await ask(token)).status).toBeGreaterThanOrEqual(400);
    expect(await whatIsLeft(personId)).toEqual(GOES_ON);
  });
});

test("known, unknown, malformed, used: one answer for all", async () => {
  const { token } = await somebody();
  const answers = [];
  for (const each of [token, token, "A".repeat(43), "x", "%00", "'; drop table notice; --", "..%2Fhome"]) {
    const answer = await click(each);
    const { date: _, ...headers } = Object.fromEntries(answer.headers);
    answers.push({ status: answer.status, headers, body: await answer.text() });
  }
  for (const answer of answers) expect(answer).toEqual(answers[0]);
  expect(answers[0]).toMatchObject({ status: 200, body: "{}", headers: { "cache-control": "no-store" } });
});

test("it stops those of one person, and whoever turns them on again is told again", async () => {
  const [one, other] = [await somebody(), await somebody()];
  await click(one.token);
  expect(await whatIsLeft(other.personId)).toEqual(GOES_ON);
  await giveConsent(database.db, one.personId, "notices", server.clock.now());
  expect(await whatIsLeft(one.personId)).toMatchObject({ consents: ["notices"] });
  await click(one.token); // the same old mail stops them again
  expect(await whatIsLeft(one.personId)).toEqual(STOPPED);
});

test("the link is kept as a hash, and for ninety days after which the next one takes its place", async () => {
  const { personId, token } = await somebody();
  const kept = async () => database.db.select().from(noticeStop).where(eq(noticeStop.personId, personId));
  expect(JSON.stringify(await kept())).not.toContain(token);
  server.clock.forward(89 * DAY);
  await newStopLink(database.db, personId, server.clock.now());
  expect(await kept()).toHaveLength(2);
  server.clock.forward(2 * DAY);
  await newStopLink(database.db, personId, server.clock.now());
  expect(await kept()).toHaveLength(2);
  await click(token);
  expect(await whatIsLeft(personId)).toEqual(GOES_ON);
});

test("asvs 2.4.1: too many from one address wait, whatever they ask", async () => {
  await serverLike(server, { limits: { stopsPerAddress: makeLimit(2, 60) } });
  const { token } = await somebody();
  const ask = (address: string, asked: string) => {
    const headers = { ...FORM, [ADDRESS_HEADER]: address };
    const request = new Request("http://server/api", { method: "POST", headers, body: ONE_CLICK });
    return stop.POST(request, { params: Promise.resolve({ token: asked }) });
  };
  expect((await ask("192.0.2.1", "x")).status).toBe(200);
  expect((await ask("192.0.2.1", "y")).status).toBe(200);
  const third = await ask("192.0.2.1", token);
  expect(third.status).toBe(429);
  expect(Number(third.headers.get("retry-after"))).toBeGreaterThan(0);
  expect((await ask("192.0.2.2", token)).status).toBe(200);
});

test("asvs 3.5.1: it is the only call that changes something and asks for no Origin", async () => {
  const api = path.resolve(import.meta.dirname, "../..");
  const routes = readdirSync(api, { recursive: true, encoding: "utf8" }).filter((file) =>
    file.endsWith("/route.ts"),
  );
  expect(routes.length).toBeGreaterThan(20);
  const open: string[] = [];
  for (const file of routes) {
    const { POST } = await import(path.join(api, file));
    if (!POST) continue;
    const request = new Request("http://server/api/auth/signin/x", {
      method: "POST",
      headers: { "Content-Type": "application/json", "Content-Length": "2" },
      body: "{}",
    });
    const { status } = await POST(request, { params: Promise.resolve({}) });
    if (status !== 403) open.push(file);
  }
  expect(open).toEqual(["notices/stop/[token]/route.ts"]);
});

function inParts(): FormData {
  const form = new FormData();
  form.set("List-Unsubscribe", "One-Click");
  return form;
}
