import { randomUUID } from "node:crypto";
import { afterAll, beforeEach, expect, test } from "vitest";
import { setEvenground } from "#server/evenground";
import { type Guest, startTestServer } from "#server/testing/test-server";
import { engagedWithBoth } from "#server/testing/with-therapist";
import { openBrowser } from "../../testing/browser";
import { answerOf, type Headers, post } from "../../testing/calling";
import * as destroy from "./notes/[note]/destroy/route";
import * as rewrite from "./notes/[note]/route";
import * as file from "./notes/file/route";
import * as notes from "./notes/route";
import * as quotable from "./quotable/[conversation]/route";
import * as record from "./record/route";
import * as withdraw from "./summaries/[summary]/withdraw/route";
import * as summaries from "./summaries/route";

// The calls of docs/wire.md by which a therapist writes, and what they give as files.

const server = await startTestServer();
afterAll(server.stop);
beforeEach(() => setEvenground(server.ground));

type Params = Readonly<Record<string, string>>;
type Route = (request: Request, context: { params: Promise<Params> }) => Promise<Response>;

/** A handler at an address with more than one id in it. */
function at(handler: { readonly POST: Route }, params: Params) {
  const answer: Route = (request) => handler.POST(request, { params: Promise.resolve(params) });
  return { POST: answer };
}
const ask = ({ GET }: { readonly GET: Route }, params: Params, headers: Headers, query = "") =>
  GET(new Request(`http://server/api${query}`, { headers }), { params: Promise.resolve(params) });
const cookieOf = (guest: Guest) => ({ Cookie: openBrowser(guest).cookieHeader() });

const NOT_FOUND = { status: 404, body: { refusal: { kind: "not-found" } } };
const note = () => ({ noteId: randomUUID(), title: "", text: "Quiet." });
const summary = () => ({ summaryId: randomUUID(), text: "For both.", quotes: [] });

test("asvs 3.5.1: only from our own origin; to everybody but their therapist all of it is unknown", async () => {
  const { engagementId: id, t, pair } = await engagedWithBoth(server, await server.startPair());
  const one = randomUUID();
  const calls = [
    [at(notes, { id }), note()],
    [at(rewrite, { id, note: one }), { version: 1, title: "", text: "Mine" }],
    [at(destroy, { id, note: one }), {}],
    [at(summaries, { id }), summary()],
    [at(withdraw, { id, summary: one }), {}],
  ] as const;
  for (const [handler, body] of calls) {
    const evil = await post(handler, body, { ...cookieOf(t), Origin: "https://evil.example" });
    expect(evil.status).toBe(403);
    for (const headers of [cookieOf(pair.a), cookieOf(pair.b), {}])
      expect(await answerOf(await post(handler, body, headers))).toEqual(NOT_FOUND);
  }
  for (const headers of [cookieOf(pair.a), {}]) {
    for (const handler of [file, record])
      expect(await answerOf(await ask(handler, { id }, headers))).toEqual(NOT_FOUND);
    const named = { id, conversation: pair.id };
    expect(await answerOf(await ask(quotable, named, headers))).toEqual(NOT_FOUND);
  }
});

test("each has exactly the right shape, or is refused; nothing of it is said back", async () => {
  const { engagementId: id, t } = await engagedWithBoth(server, await server.startPair());
  const canary = "canary".repeat(5);
  const wrong = [
    [at(notes, { id }), { ...note(), text: [canary] }],
    [at(notes, { id }), { ...note(), more: canary }],
    [at(notes, { id }), { ...note(), noteId: canary }],
    [at(rewrite, { id, note: randomUUID() }), { version: 0, title: "", text: canary }],
    [at(summaries, { id }), { ...summary(), text: "  " }],
    [at(summaries, { id }), { ...summary(), quotes: [{ conversationId: canary, seq: 1 }] }],
    [at(summaries, { id }), { ...summary(), quotes: [{ conversationId: randomUUID(), seq: 0 }] }],
  ] as const;
  for (const [handler, body] of wrong) {
    const { status, body: said } = await answerOf(await post(handler, body, cookieOf(t)));
    expect(status).toBe(400);
    expect(JSON.stringify(said)).not.toContain(canary);
  }
});

test("notes and a record come as files that nobody keeps on the way", async () => {
  const { engagementId: id, t } = await engagedWithBoth(server, await server.startPair());
  expect((await post(at(notes, { id }), note(), cookieOf(t))).status).toBe(201);
  expect((await post(at(summaries, { id }), summary(), cookieOf(t))).status).toBe(201);
  for (const [handler, name] of [
    [file, "notes"],
    [record, "record"],
  ] as const)
    for (const [query, form] of [
      ["?as=pdf", "pdf"],
      ["?as=json", "json"],
      ["", "json"],
    ] as const) {
      const response = await ask(handler, { id }, cookieOf(t), query);
      expect(response.status).toBe(200);
      expect(response.headers.get("content-type")).toBe(`application/${form}`);
      expect(response.headers.get("content-disposition")).toBe(`attachment; filename="${name}.${form}"`);
      expect(response.headers.get("cache-control")).toBe("no-store");
    }
});
