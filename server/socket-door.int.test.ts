import { afterAll, describe, expect, onTestFinished, test } from "vitest";
import { makeLimit } from "./limits";
import { enterRaw, statusOfUpgrade } from "./testing/raw-socket";
import {
  type Guest,
  move,
  open,
  startTestServer,
  type TestServer,
  type TestServerOptions,
  tryOpen,
} from "./testing/test-server";
import { allTold, closed, connected, makeSocket, type TestSocket, told } from "./testing/test-socket";

// Who gets a socket, and until when.

const server = await startTestServer();
afterAll(server.stop);
const { port } = new URL(server.url);

const cookieOf = ({ token }: Guest) => `evenground=${token}`;
const headersOf = (guest: Guest) => ({ Origin: server.url, Cookie: cookieOf(guest) });

/** A server of a test's own, over the same database. */
async function serverWith(options: TestServerOptions): Promise<TestServer> {
  const own = await startTestServer({ ...options, database: server.database });
  onTestFinished(own.stop);
  return own;
}

const refused = (headers: Record<string, string>) =>
  expect(connected(makeSocket(server.url, headers))).rejects.toThrow("not-signed-in");

describe("asvs 4.4.2: an upgrade", () => {
  test.each([
    ["from another site", "https://evil.example"],
    ["from nowhere", "null"],
    ["with our origin as the beginning of another", `http://127.0.0.1:${port}.evil.example`],
    ["with our origin in front of an @", `http://127.0.0.1:${port}@evil.example`],
    ["with a path", `http://127.0.0.1:${port}/`],
    ["from another port", "http://127.0.0.1:1"],
    ["over https, where we have http", `https://127.0.0.1:${port}`],
    ["in capitals", `HTTP://LOCALHOST:${port}`],
    ["of two origins at once", `http://127.0.0.1:${port}, https://evil.example`],
    ["with nothing in it", ""],
  ])("%s is refused", async (_case, Origin) => {
    const { a } = await server.startAlone();
    const status = await statusOfUpgrade(server.url, { Origin, Cookie: cookieOf(a) });
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
  });

  test("without an Origin is refused, and so is long polling", async () => {
    const { a } = await server.startAlone();
    expect(await statusOfUpgrade(server.url, { Cookie: cookieOf(a) })).toBe(400);
    const polling = await fetch(`${server.url}/socket.io/?EIO=4&transport=polling`, {
      headers: headersOf(a),
    });
    expect(polling.status).toBe(400);
  });

  test("from this machine's own names is let in", async () => {
    const { a } = await server.startAlone();
    for (const Origin of [`http://127.0.0.1:${port}`, `http://localhost:${port}`])
      expect(await statusOfUpgrade(server.url, { Origin, Cookie: cookieOf(a) })).toBe(101);
  });

  test("with PUBLIC_URL is let in from there alone, and its cookie is one the browser guards", async () => {
    const own = await serverWith({ variables: { PUBLIC_URL: "https://evenground.example" } });
    const { a } = await own.startAlone();
    expect(await statusOfUpgrade(own.url, { Origin: own.url })).toBe(400);
    const Origin = "https://evenground.example";
    const guarded = await enterRaw(own.url, { Origin, Cookie: `__Host-evenground=${a.token}` });
    expect(guarded.answer).toMatch(/^40/);
    const plain = await enterRaw(own.url, { Origin, Cookie: cookieOf(a) });
    expect(plain.answer).toBe('44{"message":"not-signed-in"}');
    for (const { socket } of [guarded, plain]) socket.terminate();
  });
});

describe("a sign-in", () => {
  test("that is missing, empty or nobody's: no socket", async () => {
    const Origin = server.url;
    await refused({ Origin });
    for (const Cookie of ["evenground=", `evenground=${"x".repeat(43)}`, "other=1", "evenground", ";;="])
      await refused({ Origin, Cookie });
  });

  test("asvs 4.4.3: that comes in the query, in the first message or in a header counts for nothing", async () => {
    const { a } = await server.startAlone();
    const Origin = server.url;
    const words = `40{"token":"${a.token}"}`;
    for (const [headers, query] of [
      [{ Origin }, `&token=${a.token}&evenground=${a.token}`],
      [{ Origin, Authorization: `Bearer ${a.token}` }, ""],
    ] as const) {
      const { socket, answer } = await enterRaw(server.url, headers, { query, words });
      expect(answer).toBe('44{"message":"not-signed-in"}');
      socket.terminate();
    }
  });

  test("that has run out: no socket", async () => {
    const own = await serverWith({});
    const { a } = await own.startAlone();
    own.clock.forward(90 * 86_400_000 - 1);
    await own.connect(a);
    own.clock.forward(1);
    await expect(own.connect(a)).rejects.toThrow("not-signed-in");
  });

  test("asvs 7.4.1: that is ended closes all its sockets within a second, and nobody else's", async () => {
    const pair = await server.startPair();
    const sockets = [await server.connect(pair.a), await server.connect(pair.a)];
    const other = await server.connect(pair.b);
    for (const socket of [...sockets, other]) await open(socket, pair.id);
    const began = performance.now();
    await server.ground.signOut(pair.a.token);
    for (const socket of sockets) {
      expect(await told(socket, "ended")).toEqual({ reason: "signed-out" });
      expect(await closed(socket)).not.toBe("io client disconnect");
    }
    expect(performance.now() - began).toBeLessThan(1_000);
    await refused(headersOf(pair.a));
    await told(other, "here", ({ seats }) => seats.join() === "b");
    expect(await move(other, pair.id, { kind: "acknowledge" })).toEqual({ ok: true, seq: 1 });
    expect(allTold(other, "ended")).toEqual([]);
  });

  test("ended twice, or never there: nothing happens", async () => {
    const { a } = await server.startAlone();
    await server.ground.signOut(a.token);
    await server.ground.signOut(a.token);
    await server.ground.signOut("nobody's");
  });
});

describe("limits at the door", () => {
  test("so many handshakes a minute from one address, and not one more", async () => {
    const own = await serverWith({ variables: { HANDSHAKES_PER_MINUTE: "3" } });
    const { a } = await own.startAlone();
    for (let count = 0; count < 3; count += 1) (await own.connect(a)).disconnect();
    const status = await statusOfUpgrade(own.url, { Origin: own.url, Cookie: cookieOf(a) });
    expect(status).toBe(400);
  });

  test("asvs 4.1.3: what a client says about its address does not give it more of them", async () => {
    const own = await serverWith({ limits: { handshakesPerAddress: makeLimit(1, 60) } });
    const status = (address: string) =>
      statusOfUpgrade(own.url, { Origin: own.url, "X-Forwarded-For": address, Forwarded: `for=${address}` });
    expect(await status("203.0.113.1")).toBe(101);
    expect(await status("203.0.113.2")).toBe(400);
  });

  test("five sockets a seat; a sixth is refused until one of them is gone", async () => {
    const pair = await server.startPair();
    const sockets: TestSocket[] = [];
    for (let count = 0; count < 6; count += 1) sockets.push(await server.connect(pair.a));
    const [first, ...others] = sockets;
    const sixth = others.pop();
    if (!first || !sixth) throw new Error("six sockets");
    for (const socket of [first, ...others]) await open(socket, pair.id);
    expect(await tryOpen(sixth, pair.id)).toEqual({
      ok: false,
      refusal: { kind: "slow-down", retryAfterMs: 60_000 },
    });
    await open(first, pair.id); // one that is in may ask again
    await open(await server.connect(pair.b), pair.id); // the other seat has five of its own
    await first.emitWithAck("leave", { conversationId: pair.id });
    await open(sixth, pair.id);
  });
});

describe("asvs 16.3.2: who was turned away is in the log, by ids and kinds and nothing else", () => {
  const lastLine = () => {
    const {
      time: _time,
      level: _level,
      ...line
    } = JSON.parse(server.log.at(-1) ?? "{}") as Record<string, unknown>;
    return line;
  };

  test("at a conversation", async () => {
    const { id } = await server.startPair();
    const stranger = await server.startPair();
    const asking = await server.ground.whoIsAsking(stranger.a.token);
    await tryOpen(await server.connect(stranger.a), id);
    expect(lastLine()).toEqual({
      msg: "refused",
      kind: "open",
      refusal: "not-a-member",
      personId: asking?.personId,
    });
  });

  test("at the door", async () => {
    const Cookie = `evenground=${"x".repeat(43)}`;
    await statusOfUpgrade(server.url, { Origin: "https://evil.example", Cookie });
    expect(lastLine()).toEqual({ msg: "refused", kind: "handshake", refusal: "wrong-origin" });
    await refused({ Origin: server.url, Cookie });
    expect(lastLine()).toEqual({ msg: "refused", kind: "handshake", refusal: "not-signed-in" });
  });
});
