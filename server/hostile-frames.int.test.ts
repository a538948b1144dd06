import { request } from "node:http";
import type { Socket } from "node:net";
import type { Duplex } from "node:stream";
import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import type { WebSocket } from "ws";
import { makeLimit } from "./limits";
import { inTalk } from "./testing/in-talk";
import { enterRaw } from "./testing/raw-socket";
import { type Guest, move, startTestServer } from "./testing/test-server";
import { told } from "./testing/test-socket";

// asvs 1.5.2: whatever comes over the wire, the process lives and the others go on.

const unlimited = makeLimit(1_000_000, 1);
const server = await startTestServer({
  limits: { movesPerSeat: unlimited, draftsPerSeat: unlimited, opensPerSocket: unlimited },
});
afterAll(server.stop);

const headersOf = ({ token }: Guest) => ({ Origin: server.url, Cookie: `evenground=${token}` });

/** Messages of engine and parser that are wrong in one way or another, or right but not ours; a space between them. */
const CRAFTED: readonly string[] = [
  ...`0 1 2 2probe 3 3probe 4 5 6 7 b bAAAA 40 40{ 40null 40/admin, 40/admin,{} 41 41/admin, 42 42[] 42{} 42null
    42[null] 42[{}] 42[[]] 42[1] 42[""] 42["open"] 42["move",null] 42["nobody"] 42["disconnect"] 42["connect"]
    42["error"] 42["newListener"] 42["__proto__"] 42["constructor",{}] 42["open",{} 42"open" 42["open",\ud800]
    42/admin,["open",{}] 420["open"] 420["open",null] 420["move",{"__proto__":{"seat":"b"}}] 421.5["open",{}]
    42999999999999999999999["open",{}] 42-1["open",{}] 43 430[] 43999[1,2,3] 431null 44{"message":"x"} 45 45-
    450-["open"] 451- 451-["move",{"_placeholder":true,"num":0}] 451-[{"_placeholder":true,"num":0}] 4[ 4{}
    451-["move",{"_placeholder":true,"num":99}] 451-["move",{"_placeholder":true,"num":-1}] 46 461-1[] 47
    451-["move",{"_placeholder":true,"num":"0"}] 4599999999-["move",{}]`.split(/\s+/),
  `42["open",${"[".repeat(5_000)}${"]".repeat(5_000)}]`,
  `42["${"x".repeat(10_000)}"]`,
  "",
];

/** One message: a crafted one, one with a hole cut into it, any text, or any bytes. */
const anyMessage = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...CRAFTED) },
  {
    weight: 3,
    arbitrary: fc
      .tuple(fc.constantFrom(...CRAFTED), fc.nat(200), fc.string({ unit: "binary", maxLength: 4 }))
      .map(([text, at, hole]) => text.slice(0, at) + hole + text.slice(at + 1)),
  },
  { weight: 2, arbitrary: fc.json().map((json) => `420["move",${json}]`) },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 100 }) },
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)) },
);

test("2,000 broken messages, some with attachments", { timeout: 120_000 }, async () => {
  const { pair, a, b } = await inTalk(server);
  const hostile = await server.startPair();
  const messages = fc.sample(anyMessage, { numRuns: 2_000, seed: 2_026 });
  let raw: WebSocket | null = null;
  let survived = 0;
  for (const [index, message] of messages.entries()) {
    if (!raw || raw.readyState !== raw.OPEN) {
      raw = (await enterRaw(server.url, headersOf(hostile.a))).socket;
      raw.on("error", () => {}); // it may be closed while something is still being sent
    }
    raw.send(message);
    if (index % 4 === 0) raw.send(Buffer.of(index % 256)); // perhaps the attachment that was promised
    if (await isHandled(raw)) survived += 1;
    if (index % 500 === 0)
      expect((await move(a, pair.id, { kind: "repair", family: "sorry" })).ok).toBe(true);
  }
  raw?.terminate();
  expect(survived).toBeGreaterThan(100); // not all were so broken that the connection went with them
  expect(survived).toBeLessThan(messages.length - 100);
  expect(await move(b, pair.id, { kind: "repair", family: "sorry" })).toEqual({ ok: true, seq: 7 });
  await told(a, "entries", ({ head }) => head === 7);
  expect(Object.prototype).not.toHaveProperty("seat");
  expect(server.log.filter((line) => line.includes('"fault"'))).toEqual([]);
});

/** Whether the connection is still there once the server has seen all that was sent. */
function isHandled(socket: WebSocket): Promise<boolean> {
  return new Promise((resolve) => {
    const answer = (isOpen: boolean) => () => {
      socket.removeAllListeners("pong").removeAllListeners("close");
      resolve(isOpen);
    };
    socket.once("pong", answer(true)).once("close", answer(false));
    socket.ping();
  });
}

test("bytes that are no WebSocket frames at all, after a proper upgrade", async () => {
  const { pair, a } = await inTalk(server);
  const frames = fc.sample(fc.uint8Array({ minLength: 1, maxLength: 300 }), { numRuns: 200, seed: 2_026 });
  for (const bytes of frames) {
    const socket = await upgraded(pair.b);
    socket.end(bytes);
    await new Promise((resolve) => socket.once("close", resolve).resume());
  }
  expect(await move(a, pair.id, { kind: "say", aloud: true })).toEqual({ ok: true, seq: 3 });
});

/** The naked connection, as it is after the server has agreed to speak WebSocket. */
function upgraded(guest: Guest): Promise<Duplex> {
  const headers = {
    ...headersOf(guest),
    Connection: "Upgrade",
    Upgrade: "websocket",
    "Sec-WebSocket-Version": "13",
    "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==",
  };
  return new Promise((resolve, reject) => {
    const asking = request(`${server.url}/socket.io/?EIO=4&transport=websocket`, { headers });
    asking.once("upgrade", (_response, socket: Socket) => {
      socket.on("error", () => {}); // the server may hang up first
      resolve(socket);
    });
    asking.once("error", reject);
    asking.end();
  });
}
