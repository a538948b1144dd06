import { afterAll, beforeEach, expect, onTestFinished, test } from "vitest";
import { GUIDES } from "#conversation/guides/catalogue";
import { setEvenground } from "#server/evenground";
import { startTestServer, type TestServer, type TestServerOptions } from "#server/testing/test-server";
import * as guides from "./guides/route";
import * as health from "./health/route";
import * as me from "./me/route";
import * as metrics from "./metrics/route";
import { answerOf, get, type Headers } from "./testing/calling";

// The calls of docs/wire.md that change nothing.

const server = await startTestServer();
afterAll(server.stop);
beforeEach(() => setEvenground(server.ground));

/** Another server over the same database takes the place of the usual one until the test ends. */
async function serverWith(options: TestServerOptions): Promise<TestServer> {
  const own = await startTestServer({ ...options, database: server.database });
  onTestFinished(own.stop);
  setEvenground(own.ground);
  return own;
}

test("me: who is signed in on this browser, or nobody", async () => {
  const nobody = { status: 401, body: { refusal: { kind: "not-signed-in" } } };
  for (const Cookie of ["", "evenground=", `evenground=${"x".repeat(43)}`])
    expect(await answerOf(await get(me, { Cookie }))).toEqual(nobody);
});

test("guides: those that can be started", async () => {
  const { status, body } = await answerOf(await get(guides));
  expect(status).toBe(200);
  expect(body).toMatchObject(
    GUIDES.map(({ id, version, minutes, solo = false }) => ({ id, version, minutes, solo })),
  );
});

test("health: 200 while it can serve, 503 once it is stopping", async () => {
  const own = await serverWith({});
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
  await serverWith({ variables: { METRICS_TOKEN: "0123456789abcdef" } });
  for (const wrong of ["", "Bearer ", "Bearer 0123456789abcdeF", "0123456789abcdef"])
    expect(await answerOf(await ask({ Authorization: wrong }))).toEqual(missing);
  const response = await ask({ Authorization });
  expect(response.headers.get("content-type")).toBe("text/plain; version=0.0.4");
  expect(await response.text()).toContain("evenground_sockets 0");
});
