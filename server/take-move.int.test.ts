import { randomUUID } from "node:crypto";
import { afterAll, describe, expect, test } from "vitest";
import { decide } from "#conversation/decide";
import { begin, evolve } from "#conversation/evolve";
import type { Move } from "#conversation/moves";
import { readStructure } from "#db/read-moves";
import { openTestDatabase } from "#db/testing/test-database";
import type { MoveAnswer } from "#wire/events";
import { makeLimit } from "./limits";
import { move, open, type Pair, startTestServer } from "./testing/test-server";
import { allTold, type TestSocket, told } from "./testing/test-socket";

const limits = { movesPerSeat: makeLimit(1_000_000, 1) };
const database = await openTestDatabase();
const server = await startTestServer({ database, limits });
/** A second process over the same database. */
const second = await startTestServer({ database, limits });
afterAll(async () => {
  await Promise.all([server.stop(), second.stop()]);
  await database.close();
});

const logOf = ({ id }: Pair) => readStructure(database.db, id, 0);

interface Attempt {
  readonly seat: "a" | "b";
  readonly moveId: string;
  readonly made: Move;
  readonly answer: MoveAnswer;
}

/** Both partners try the same at the same time, again and again: what is open to one of them, and what is to both. */
async function storm(id: string, sockets: Record<"a" | "b", TestSocket>, rounds: number) {
  const attempts: Attempt[] = [];
  const latest = { say: 1, reflect: 1 };
  const attempt = async (seat: "a" | "b", made: Move) => {
    const moveId = randomUUID();
    const answer = await move(sockets[seat], id, made, moveId);
    attempts.push({ seat, moveId, made, answer });
    if (answer.ok && (made.kind === "say" || made.kind === "reflect")) latest[made.kind] = answer.seq;
  };
  await Promise.all([attempt("a", { kind: "acknowledge" }), attempt("b", { kind: "acknowledge" })]);
  for (let round = 0; round < rounds; round += 1) {
    const inTalk: readonly Move[] = [
      { kind: "say", words: { text: `Round ${round}` } },
      { kind: "reflect", answers: latest.say, aloud: true },
      { kind: "check", answers: latest.reflect, verdict: round % 3 === 0 ? "yes" : "no" },
      { kind: "pass-floor" },
    ];
    const tried = inTalk.filter((_, index) => index === round % inTalk.length);
    tried.push({ kind: "repair", family: "thank-you" }); // open to both, always
    await Promise.all(tried.flatMap((made) => [attempt("a", made), attempt("b", made)]));
  }
  return attempts;
}

/** Numbers from 1 without gaps; what was acknowledged is there, once and under its number, and nothing else is. */
async function isWhole(pair: Pair, attempts: readonly Attempt[]): Promise<void> {
  const log = await logOf(pair);
  expect(log.map(({ seq }) => seq)).toEqual(log.map((_, index) => index + 1));
  const accepted = attempts.flatMap(({ answer, moveId, seat }) =>
    answer.ok ? [{ seq: answer.seq, moveId, seat }] : [],
  );
  accepted.sort((x, y) => x.seq - y.seq);
  expect(log.map(({ seq, moveId, seat }) => ({ seq, moveId, seat }))).toEqual(accepted);
  for (const { answer } of attempts) expect(answer.ok || "refusal" in answer).toBe(true);
}

/** Every move in the log is one that the rules accept where it stands. */
async function isLegal(pair: Pair, socket: TestSocket): Promise<void> {
  const { guide, roster } = await open(socket, pair.id);
  let state = begin(guide, roster);
  for (const recorded of await logOf(pair)) {
    const now = Date.parse(recorded.at);
    expect(decide(guide, state, recorded.seat, recorded, now), `number ${recorded.seq}`).toEqual({
      ok: true,
    });
    state = evolve(guide, state, recorded);
  }
}

describe("both partners at once", () => {
  test("[G2] 200 times: one order for both, each accepted exactly once, all others refused", {
    timeout: 90_000,
  }, async () => {
    const pair = await server.startPair();
    const sockets = { a: await server.connect(pair.a), b: await server.connect(pair.b) };
    await Promise.all([open(sockets.a, pair.id), open(sockets.b, pair.id)]);
    const attempts = await storm(pair.id, sockets, 200);
    await isWhole(pair, attempts);
    await isLegal(pair, sockets.a);
    const log = await logOf(pair);
    expect(log.length).toBeGreaterThan(400);
    for (const socket of [sockets.a, sockets.b]) {
      await told(socket, "entries", ({ head }) => head === log.length);
      const entries = allTold(socket, "entries").flatMap((event) => event.entries);
      expect(entries.map(({ seq, moveId }) => [seq, moveId])).toEqual(
        log.map(({ seq, moveId }) => [seq, moveId]),
      );
    }
  });

  test("[G2] the same over two processes: neither writes what the other has made impossible", async () => {
    const pair = await server.startPair();
    const sockets = { a: await server.connect(pair.a), b: await second.connect(pair.b) };
    const attempts = await storm(pair.id, sockets, 60);
    await isWhole(pair, attempts);
    await isLegal(pair, sockets.a);
    const { entries } = await open(sockets.a, pair.id);
    expect((await open(sockets.b, pair.id)).entries).toEqual(entries);
    expect(entries.length).toBeGreaterThan(60);
  });
});

describe("two processes, taking turns", () => {
  test("each decides on what the other has written since", async () => {
    const pair = await server.startPair();
    const [a, b] = [await server.connect(pair.a), await second.connect(pair.b)];
    for (const socket of [a, b]) await open(socket, pair.id);
    expect(await move(a, pair.id, { kind: "acknowledge" })).toEqual({ ok: true, seq: 1 });
    expect(await move(b, pair.id, { kind: "acknowledge" })).toEqual({ ok: true, seq: 2 });
    for (let turn = 0; turn < 10; turn += 1) {
      const first = 3 + turn * 3;
      const said = await move(a, pair.id, { kind: "say", aloud: true });
      expect(said).toEqual({ ok: true, seq: first });
      const reflected = await move(b, pair.id, { kind: "reflect", answers: first, aloud: true });
      expect(reflected).toEqual({ ok: true, seq: first + 1 });
      const checked = await move(a, pair.id, { kind: "check", answers: first + 1, verdict: "yes" });
      expect(checked).toEqual({ ok: true, seq: first + 2 });
    }
  });

  test("[G3] a repeat that comes to the other process gets the first answer too", async () => {
    const pair = await server.startPair();
    const moveId = randomUUID();
    const first = await move(await server.connect(pair.a), pair.id, { kind: "acknowledge" }, moveId);
    const elsewhere = await second.connect(pair.a);
    expect(await move(elsewhere, pair.id, { kind: "acknowledge" }, moveId)).toEqual(first);
    expect(await logOf(pair)).toHaveLength(1);
  });
});
