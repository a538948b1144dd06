import { afterAll, expect, test } from "vitest";
import type { Guide, Step, StepKind } from "#conversation/guide";
import type { Move } from "#conversation/moves";
import { otherPartner, type Partner } from "#conversation/seats";
import {
  account,
  marking,
  pairGuide,
  reading,
  reviewing,
  settling,
  talking,
  writing,
} from "#conversation/testing/guides";
import { startConversation } from "./start-conversation";
import { agreeing } from "./testing/test-guides";
import { move, open, type Pair, startTestServer } from "./testing/test-server";
import { allTold, closed, type TestSocket, told } from "./testing/test-socket";

// Live, in their own time, and live again, in the middle of a step of every kind: the same conversation, whoever is there.

const HOUR = 3_600_000;

type Made = readonly [Partner, Move];

/** What two do around the moment at which they part. */
interface Slide {
  /** The one in whose middle they part, with what it is about before it. */
  readonly steps: readonly Step[];
  /** Live, with both there. Then whoever made the first move of `apart` stays, and the other goes. */
  readonly before: readonly Made[];
  /** One makes the first while the other is away; the other comes back to it and makes the second, alone. */
  readonly apart: readonly [Made, Made];
  /** Live again. */
  readonly after: readonly Made[];
}

const CALL = {
  what: "I call when I am late",
  repeat: "daily 2026-03-01/2026-12-31 UTC",
  sign: "You hear it ring",
};
const TEXT = { ...CALL, what: "I write when I am late" };
const say = (by: Partner, text: string): Made => [by, { kind: "say", words: { text } }];
const reflect = (by: Partner, answers: number, text: string): Made => [
  by,
  { kind: "reflect", answers, words: { text } },
];
const write = (by: Partner, words: Readonly<Record<string, string>>): Made => [
  by,
  { kind: "write", ready: true, words },
];
const mark = (by: Partner, answers: number, part: string): Made => [
  by,
  { kind: "mark", answers, part, verdict: "landed" },
];

/** By kind of step, so that a kind without a line does not compile. `due` is the agreement to look at. */
const SLIDES: { readonly [K in StepKind]: (due: string) => Slide } = {
  acknowledge: () => ({
    steps: [reading(), talking()],
    before: [["a", { kind: "acknowledge" }]],
    apart: [["b", { kind: "acknowledge" }], say("a", "One thing.")],
    after: [reflect("b", 3, "That one thing."), ["a", { kind: "check", answers: 4, verdict: "yes" }]],
  }),
  write: () => ({
    steps: [writing(), talking()],
    before: [write("a", { story: "It was late." })],
    apart: [write("b", { story: "I forgot the time." }), say("a", "One thing.")],
    after: [reflect("b", 3, "That one thing."), ["a", { kind: "check", answers: 4, verdict: "yes" }]],
  }),
  dialogue: () => ({
    steps: [talking()],
    before: [say("a", "One thing.")],
    apart: [
      reflect("b", 1, "That one thing."),
      ["a", { kind: "check", answers: 2, verdict: "partly", words: { text: "And why." } }],
    ],
    after: [
      reflect("b", 1, "That one thing, and why."),
      ["a", { kind: "check", answers: 4, verdict: "yes" }],
    ],
  }),
  mark: () => ({
    steps: [account(), marking(), talking({ first: "second" })],
    before: [write("b", { story: "I forgot the time.", harm: "You were alone." }), mark("a", 1, "story")],
    apart: [mark("a", 1, "harm"), say("b", "One thing.")],
    after: [reflect("a", 4, "That one thing."), ["b", { kind: "check", answers: 5, verdict: "yes" }]],
  }),
  settle: () => ({
    steps: [settling()],
    before: [["a", { kind: "propose", sort: "commitment", words: CALL }]],
    apart: [
      ["b", { kind: "propose", sort: "commitment", amends: 1, words: TEXT }],
      ["a", { kind: "accept", answers: 2 }],
    ],
    after: [
      ["b", { kind: "enough" }],
      ["a", { kind: "enough" }],
    ],
  }),
  review: (reviews) => ({
    steps: [reviewing(), talking()],
    before: [["a", { kind: "propose", sort: "commitment", reviews, outcome: "keep" }]],
    apart: [
      ["b", { kind: "propose", sort: "commitment", amends: 1, reviews, outcome: "change", words: TEXT }],
      ["a", { kind: "accept", answers: 2 }],
    ],
    after: [say("a", "One thing."), reflect("b", 4, "That one thing.")],
  }),
};
const KINDS = Object.keys(SLIDES) as readonly StepKind[];

const guideOf = (kind: StepKind): Guide => ({ ...pairGuide(...SLIDES[kind]("").steps), id: `slide-${kind}` });
const server = await startTestServer({ guides: [...KINDS.map(guideOf), agreeing("commitment")] });
afterAll(() => server.stop());

/** A couple in a conversation of their own. What a review looks at, they have agreed on in one before. */
async function start(kind: StepKind): Promise<Pair> {
  const { id: guide } = guideOf(kind);
  if (kind !== "review") return server.startPair({ guide });
  const pair = await server.startPair({ guide: "agreeing-commitment" });
  const [a, b] = [await server.connect(pair.a), await server.connect(pair.b)];
  await does(a, pair, ["a", { kind: "propose", sort: "commitment", words: CALL }], 1);
  await does(b, pair, ["b", { kind: "accept", answers: 1 }], 2);
  const requester = await server.requester(pair.a);
  const started = await startConversation(server.ground.desk, requester, { guide, after: pair.id });
  if (!started.ok) throw new Error(JSON.stringify(started));
  return { ...pair, id: started.answer.conversationId };
}

/** Makes a move, which must be taken as number `seq`. */
async function does(socket: TestSocket, pair: Pair, [by, made]: Made, seq: number): Promise<void> {
  expect(await move(socket, pair.id, made), `${by}: ${made.kind}, as number ${seq}`).toEqual({
    ok: true,
    seq,
  });
}

/** Goes; resolves once the other has been told that they are alone. */
async function goes(socket: TestSocket, other: TestSocket): Promise<void> {
  await told(other, "here", ({ seats }) => seats.length === 2);
  const alone = new Promise<void>((resolve) => {
    other.on("here", ({ seats }) => {
      if (seats.length === 1) resolve();
    });
  });
  socket.disconnect();
  await alone;
}

/** Comes back to what has happened since number `since`: exactly `missed`, with its words, and nothing of it twice. */
async function comesBack(
  pair: Pair,
  seat: Partner,
  since: number,
  missed: readonly Made[],
): Promise<TestSocket> {
  const socket = await server.connect(pair[seat]);
  const { entries, head, now } = await open(socket, pair.id, since);
  expect(head).toBe(since + missed.length);
  expect(now).toBe(server.clock.now().toISOString());
  expect(entries).toMatchObject(
    missed.map(([by, made], index) => ({ ...made, seat: by, seq: since + index + 1 })),
  );
  expect(entries).toHaveLength(missed.length);
  expect(allTold(socket, "entries")).toEqual([]);
  return socket;
}

test.each(KINDS)("[G1] live, apart and live again in the middle of a step: %s", async (kind) => {
  const pair = await start(kind);
  const sockets = { a: await server.connect(pair.a), b: await server.connect(pair.b) };
  const { due } = await open(sockets.a, pair.id);
  await open(sockets.b, pair.id);
  const { before, apart, after } = SLIDES[kind](due[0]?.id ?? "");
  let head = 0;
  const live = async (all: readonly Made[]) => {
    for (const made of all) {
      head += 1;
      await does(sockets[made[0]], pair, made, head);
      for (const socket of [sockets.a, sockets.b])
        await told(socket, "entries", (event) => event.head === head);
    }
  };

  await live(before);
  const [stays, leaves] = [apart[0][0], otherPartner(apart[0][0])];
  expect(apart[1][0]).toBe(leaves);
  const parted = head;
  await goes(sockets[leaves], sockets[stays]);
  server.clock.forward(9 * HOUR);
  await does(sockets[stays], pair, apart[0], parted + 1);
  sockets[stays].disconnect();
  await closed(sockets[stays]);

  server.clock.forward(9 * HOUR);
  sockets[leaves] = await comesBack(pair, leaves, parted, [apart[0]]);
  await does(sockets[leaves], pair, apart[1], parted + 2);
  sockets[stays] = await comesBack(pair, stays, parted + 1, [apart[1]]);
  head += 2;

  await live(after); // told over both sockets, and asked for by none
  const made = [...before, ...apart, ...after];
  for (const seat of ["a", "b"] as const) {
    const { entries } = await open(sockets[seat], pair.id);
    expect(entries).toMatchObject(
      made.map(([by, structure], index) => ({ ...structure, seat: by, seq: index + 1 })),
    );
    const numbers = allTold(sockets[seat], "entries").flatMap((event) => event.entries.map(({ seq }) => seq));
    expect(numbers.filter((seq) => seq > parted + 2)).toEqual(after.map((_, index) => parted + 3 + index));
  }
});
