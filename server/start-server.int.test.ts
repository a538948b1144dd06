import { once } from "node:events";
import type { IncomingHttpHeaders } from "node:http";
import { afterAll, expect, onTestFinished, test } from "vitest";
import { WebSocket } from "ws";
import { openTestDatabase } from "#db/testing/test-database";
import { ADDRESS_HEADER } from "./addresses";
import { startTestServer, type TestServerOptions } from "./testing/test-server";

// What the server does before pages see a request.

const database = await openTestDatabase();
afterAll(database.close);

async function start(options: TestServerOptions) {
  const server = await startTestServer({ ...options, database });
  onTestFinished(server.stop);
  return server;
}

/** What pages are told about a request with these headers. */
async function toldToPages(
  headers: Readonly<Record<string, string>>,
  variables: Readonly<Record<string, string>> = {},
): Promise<IncomingHttpHeaders> {
  let told: IncomingHttpHeaders = {};
  const server = await start({
    variables,
    pages: {
      async request(request, response) {
        told = request.headers;
        response.end();
      },
    },
  });
  await fetch(server.url, { headers });
  return told;
}

const CLAIMED = {
  Forwarded: "for=203.0.113.9;proto=https;host=evil.example",
  "X-Forwarded-For": "203.0.113.9",
  "X-Forwarded-Host": "evil.example",
  "X-Forwarded-Proto": "https",
  [ADDRESS_HEADER]: "203.0.113.9",
};

test("asvs 4.1.3: what a client says about proxies does not even reach the pages", async () => {
  const told = await toldToPages(CLAIMED);
  expect(told[ADDRESS_HEADER]).toBe("127.0.0.1");
  expect(Object.keys(told).filter((name) => name.includes("forwarded"))).toEqual([]);
});

test("asvs 4.1.3: a proxy that is trusted is believed about the address; the header of our own is ours alone", async () => {
  const told = await toldToPages(CLAIMED, { TRUST_PROXY: "loopback" });
  expect(told[ADDRESS_HEADER]).toBe("203.0.113.9");
  expect(told["x-forwarded-proto"]).toBe("https");
});

test("an address that cannot be decoded is a bad request, and pages never see it", async () => {
  const server = await start({
    pages: {
      async request(_request, response) {
        response.end();
      },
    },
  });
  expect((await fetch(`${server.url}/j/%E0%A4%A`)).status).toBe(400);
  expect((await fetch(`${server.url}/j/%E2%80%99`)).status).toBe(200);
});

test("asvs 16.5.4: a page that throws ends its own request; it is one fault in the log, and the next is served", async () => {
  let requests = 0;
  const server = await start({
    pages: {
      async request(_request, response) {
        requests += 1;
        if (requests === 1) throw new Error("canary");
        response.end("served");
      },
    },
  });
  await expect(fetch(server.url)).rejects.toThrow("fetch failed");
  expect(await (await fetch(server.url)).text()).toBe("served");
  const faults = server.log.filter((line) => line.includes('"msg":"fault"'));
  expect(faults).toHaveLength(1);
  expect(faults.join()).not.toContain("canary");
});

test("an upgrade to anything but sockets goes to the pages, which end it", async () => {
  const addresses: (string | undefined)[] = [];
  const server = await start({
    pages: {
      upgrade(request, socket) {
        addresses.push(request.url);
        socket.destroy();
      },
    },
  });
  const ws = server.url.replace("http", "ws");
  for (const path of ["/", "/socket.io", "/socket.iox/", "/_next/webpack-hmr", "//socket.io/"]) {
    const socket = new WebSocket(`${ws}${path}`, { headers: { Origin: server.url } });
    const [error] = (await once(socket, "error")) as [Error];
    expect(error.message).toBe("socket hang up");
  }
  expect(addresses).toEqual(["/", "/socket.io", "/socket.iox/", "/_next/webpack-hmr", "//socket.io/"]);
});

test("a port that is taken is an error at the start, and nothing is left open", async () => {
  const server = await start({});
  const { port } = new URL(server.url);
  await expect(startTestServer({ database, variables: { PORT: port } })).rejects.toMatchObject({
    code: "EADDRINUSE",
  });
});
