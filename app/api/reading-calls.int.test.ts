import { afterAll, beforeEach, expect, test } from "vitest";
import { GUIDES } from "#conversation/guides/catalogue";
import { setEvenground } from "#server/evenground";
import { SOLO, WRITING } from "#server/testing/test-guides";
import { startTestServer } from "#server/testing/test-server";
import * as guides from "./guides/route";
import * as health from "./health/route";
import * as me from "./me/route";
import * as metrics from "./metrics/route";
import { answerOf, get, type Headers } from "./testing/calling";
import { serverLike } from "./testing/server-like";

// The calls of docs/wire.md that change nothing.

const server = await startTestServer();
afterAll(server.stop);
beforeEach(() => setEvenground(server.ground));

test("me: who is signed in on this browser, or nobody", async () => {
  const nobody = { status: 401, body: { refusal: { kind: "not-signed-in" } } };
  for (const Cookie of ["", "evenground=", `evenground=${"x".repeat(43)}`])
    expect(await answerOf(await get(me, { Cookie }))).toEqual(nobody);
});

test("guides: those that can be started, with what they ask, and whether one may go alone", async () => {
  await serverLike(server, { guides: [WRITING, SOLO] });
  const { status, body } = await answerOf(await get(guides));
  expect(status).toBe(200);
  const lines = body as { readonly id: string }[];
  expect(lines.map(({ id }) => id)).toEqual([...GUIDES.map(({ id }) => id), "writing", "solo"]);
  const line = (wanted: string) => lines.find(({ id }) => id === wanted);
  const speakAndReflect = { area: 3, minutes: 40, solo: false, alone: false };
  expect(line("speak-and-reflect")).toMatchObject(speakAndReflect);
  expect(line("writing")).toEqual({
    ...{ id: "writing", version: 1, area: 3, title: "For a test", purpose: "To show a rule.", minutes: 5 },
    ...{ asks: "A little time.", isNot: "A real guide.", roles: WRITING.roles, solo: false, alone: true },
  });
  expect(line("solo")).toMatchObject({ solo: true, alone: true });
});

test("health: 200 while it can serve, 503 once it is stopping", async () => {
  const own = await serverLike(server, {});
  expect(await answerOf(await health.GET())).toEqual({
    status: 200,
    body: { ok: true, version: "0.0.0-test", database: "ok" },
  });
  await own.stop();
  expect(await answerOf(await health.GET())).toEqual({ status: 503, body: { ok: false } });
});

test("metrics: only with the token from the environment, and without that there are none", async () => {
  const Authorization = "Bearer 0123456789abcdef";
  const missing = { status: 404, body: { refusal: { kind: "not-found" } } };
  const ask = (headers: Headers) => metrics.GET(new Request("http://server/api/metrics", { headers }));
  expect(await answerOf(await ask({ Authorization }))).toEqual(missing);
  await serverLike(server, { variables: { METRICS_TOKEN: "0123456789abcdef" } });
  for (const wrong of ["", "Bearer ", "Bearer 0123456789abcdeF", "0123456789abcdef"])
    expect(await answerOf(await ask({ Authorization: wrong }))).toEqual(missing);
  const response = await ask({ Authorization });
  expect(response.headers.get("content-type")).toBe("text/plain; version=0.0.4");
  expect(await response.text()).toContain("evenground_sockets 0");
});
