import { afterAll, describe, expect, test } from "vitest";
import { makeLimit } from "./limits";
import { inTalk } from "./testing/in-talk";
import { enterRaw } from "./testing/raw-socket";
import { move, open, startTestServer, tryOpen } from "./testing/test-server";
import { allTold, closed, sendAnything, told } from "./testing/test-socket";

const server = await startTestServer();
afterAll(server.stop);

const slowDown = { ok: false, refusal: { kind: "slow-down", retryAfterMs: expect.any(Number) } };

describe("asvs 2.4.1: too much at once", () => {
  test("of 40 moves of one seat 20 are taken; the other seat is not held up", async () => {
    const { pair, a, b } = await inTalk(server);
    const second = await server.connect(pair.a);
    await open(second, pair.id);
    const tried = Array.from({ length: 40 }, (_, index) =>
      move(index % 2 ? a : second, pair.id, { kind: "repair", family: "sorry" }),
    );
    const others = move(b, pair.id, { kind: "repair", family: "thank-you" });
    const answers = await Promise.all(tried);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(19); // the twentieth was to acknowledge
    expect(answers.filter(({ ok }) => !ok)).toEqual(Array(21).fill(slowDown));
    expect(await others).toMatchObject({ ok: true });
    for (const answer of answers)
      if (!answer.ok && "refusal" in answer && answer.refusal.kind === "slow-down") {
        expect(answer.refusal.retryAfterMs).toBeGreaterThan(0);
        expect(answer.refusal.retryAfterMs).toBeLessThanOrEqual(2_000);
      }
  });

  test("drafts and openings have limits of their own", async () => {
    const pair = await server.startPair();
    const a = await server.connect(pair.a);
    const draft = { conversationId: pair.id, slot: "talk:say", words: { text: "I" } };
    const drafts = await Promise.all(Array.from({ length: 21 }, () => a.emitWithAck("draft", draft)));
    expect(drafts.filter(({ ok }) => ok)).toHaveLength(20);
    const opened = await Promise.all(Array.from({ length: 61 }, () => tryOpen(a, pair.id)));
    expect(opened.filter(({ ok }) => ok)).toHaveLength(60);
    expect(opened.at(-1)).toEqual(slowDown);
    expect(await move(a, pair.id, { kind: "acknowledge" })).toEqual({ ok: true, seq: 1 });
  });
});

test("a packet of more than 64 KiB closes its own socket, and nothing else", async () => {
  const { pair, a, b } = await inTalk(server);
  const tooMuch = sendAnything(a, "move", { text: "x".repeat(66_000) });
  const lost = expect(tooMuch).rejects.toThrow("socket has been disconnected");
  expect(await closed(a)).toBe("transport close");
  await lost;
  expect(await move(b, pair.id, { kind: "repair", family: "sorry" })).toEqual({ ok: true, seq: 3 });
  const again = await server.connect(pair.a);
  expect(await move(again, pair.id, { kind: "say", aloud: true })).toEqual({ ok: true, seq: 4 });
});

test("whoever does not read what they ask for is dropped at a megabyte, and the others do not notice", async () => {
  const limits = { movesPerSeat: makeLimit(1_000, 1), opensPerSocket: makeLimit(1_000, 1) };
  const own = await startTestServer({ limits, database: server.database });
  const { pair, a, b } = await inTalk(own);
  const words = { text: "x".repeat(8_000) };
  for (let seq = 3; seq < 63; seq += 3) {
    await move(a, pair.id, { kind: "say", words });
    await move(b, pair.id, { kind: "reflect", answers: seq, words });
    await move(a, pair.id, { kind: "check", answers: seq + 1, verdict: "yes", words });
  }
  b.disconnect();
  const { socket } = await enterRaw(own.url, { Origin: own.url, Cookie: `evenground=${pair.b.token}` });
  const ask = (id: number) => socket.send(`42${id}["open",{"conversationId":"${pair.id}"}]`);
  const here = (seats: string) => told(a, "here", () => allTold(a, "here").at(-1)?.seats.join() === seats);
  ask(1);
  await here("a,b");
  socket.pause();
  for (let id = 2; id < 30; id += 1) {
    ask(id); // half a megabyte
    await move(a, pair.id, { kind: "repair", family: "sorry" }); // waits its turn, so it has been answered
  }
  await here("a");
  expect(await move(a, pair.id, { kind: "say", aloud: true })).toMatchObject({ ok: true });
  socket.terminate();
  await own.stop();
});
