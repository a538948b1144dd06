import { randomUUID } from "node:crypto";
import { afterAll, describe, expect, test } from "vitest";
import { claimSeat } from "./invitations";
import { bothHeard, inTalk } from "./testing/in-talk";
import { move, open, signedIn, startTestServer } from "./testing/test-server";
import { allTold, framesOf, told } from "./testing/test-socket";

// What sockets are told without asking.

const server = await startTestServer();
afterAll(server.stop);

describe("entries", () => {
  test("after a commit both seats get the new entry, and whoever sent it gets the answer first", async () => {
    const { pair, a, b } = await inTalk(server);
    const before = framesOf(a).length;
    const moveId = randomUUID();
    const answer = await move(a, pair.id, { kind: "say", words: { text: "I was alone." } }, moveId);
    expect(answer).toEqual({ ok: true, seq: 3 });
    for (const socket of [a, b])
      expect(await told(socket, "entries", ({ head }) => head === 3)).toEqual({
        conversationId: pair.id,
        head: 3,
        entries: [
          {
            seq: 3,
            moveId,
            seat: "a",
            kind: "say",
            at: "2026-03-01T19:00:00.000Z",
            words: { text: "I was alone." },
          },
        ],
      });
    const sorts = framesOf(a)
      .slice(before)
      .map((frame) => (frame.startsWith("3") ? "answer" : "entries"));
    expect(sorts).toEqual(["answer", "entries"]);
  });

  test("[V6] words a seat may not read are absent; [V7] they come when they may be read", async () => {
    const talk = await inTalk(server);
    const { pair, a, b } = talk;
    await bothHeard(talk);
    await move(a, pair.id, { kind: "write", ready: true, words: { understood: "From a" } });
    const hidden = await told(b, "entries", ({ head }) => head === 11);
    expect(hidden.entries).toHaveLength(1);
    expect(Object.keys(hidden.entries[0] ?? {}).sort()).toEqual([
      "at",
      "kind",
      "moveId",
      "ready",
      "seat",
      "seq",
    ]);
    expect(await open(b, pair.id, 10)).toMatchObject({ entries: hidden.entries, revealed: [] });

    await move(b, pair.id, { kind: "write", ready: true, words: { understood: "From b" } });
    expect(await told(b, "entries", ({ head }) => head === 12)).toMatchObject({
      entries: [{ seq: 12, words: { understood: "From b" } }],
      revealed: [{ seq: 11, words: { understood: "From a" } }],
    });
    const toA = await told(a, "entries", ({ head }) => head === 12);
    expect(toA).toMatchObject({ entries: [{ seq: 12, words: { understood: "From b" } }] });
    expect(toA).not.toHaveProperty("revealed");
    expect((await open(b, pair.id, 11)).revealed).toEqual([{ seq: 11, words: { understood: "From a" } }]);
  });

  test("go to those who have this conversation open, and to nobody else", async () => {
    const { pair, a } = await inTalk(server);
    const second = await server.startPair();
    const elsewhere = await server.connect(second.b);
    await open(elsewhere, second.id);
    const notOpened = await server.connect(pair.b);
    const left = await server.connect(pair.b);
    await open(left, pair.id);
    await left.emitWithAck("leave", { conversationId: pair.id });
    await move(a, pair.id, { kind: "say", aloud: true });
    await told(a, "entries", ({ head }) => head === 3);
    for (const socket of [elsewhere, notOpened, left]) {
      await socket.emitWithAck("leave", { conversationId: pair.id }); // whatever came before has arrived
      expect(allTold(socket, "entries").filter(({ head }) => head === 3)).toEqual([]);
    }
  });

  test("a refused move is announced to nobody", async () => {
    const { pair, a, b } = await inTalk(server);
    await move(b, pair.id, { kind: "say", aloud: true });
    await move(a, pair.id, { kind: "say", aloud: true });
    await told(b, "entries", ({ head }) => head === 3);
    expect(allTold(b, "entries").map(({ entries }) => entries.length)).toEqual([1, 1, 1]);
  });
});

describe("here", () => {
  test("says who has the conversation open: when one comes, leaves or is cut off", async () => {
    const pair = await server.startPair();
    const a = await server.connect(pair.a);
    expect((await open(a, pair.id)).here).toEqual(["a"]);
    const b = await server.connect(pair.b);
    expect((await open(b, pair.id)).here).toEqual(["a", "b"]);
    const last = () => allTold(a, "here").at(-1)?.seats;
    const both = ({ seats }: { seats: readonly string[] }) => seats.join() === "a,b";
    await told(a, "here", both);
    await b.emitWithAck("leave", { conversationId: pair.id });
    expect(await told(a, "here", () => last()?.join() === "a")).toEqual({
      conversationId: pair.id,
      seats: ["a"],
    });
    await open(b, pair.id);
    await told(a, "here", () => last()?.join() === "a,b");
    b.io.engine.close();
    await told(a, "here", () => last()?.join() === "a");
  });

  test("a second tab of the same seat is no second person, and one of two that closes takes nobody away", async () => {
    const pair = await server.startPair();
    const [a, tab, b] = [
      await server.connect(pair.a),
      await server.connect(pair.a),
      await server.connect(pair.b),
    ];
    for (const socket of [b, a, tab]) await open(socket, pair.id);
    tab.disconnect();
    await told(b, "here", () => allTold(b, "here").length === 4);
    expect(allTold(b, "here").map(({ seats }) => seats.join())).toEqual(["b", "a,b", "a,b", "a,b"]);
  });

  test("nobody is told who is in a conversation they have not open", async () => {
    const pair = await server.startPair();
    const outside = await server.connect(pair.b);
    const a = await server.connect(pair.a);
    await open(a, pair.id);
    await told(a, "here");
    await outside.emitWithAck("leave", { conversationId: randomUUID() });
    expect(allTold(outside, "here")).toEqual([]);
  });
});

test("seats: the opener sees the other come in, without asking", async () => {
  const { id, a, link } = await server.startAlone();
  const socket = await server.connect(a);
  await open(socket, id);
  const claim = { secret: link.secret, name: "Ben" };
  signedIn(await claimSeat(server.ground.desk, await server.requester(), link.id, claim));
  expect(await told(socket, "seats")).toEqual({
    conversationId: id,
    seats: [
      { seat: "a", name: "Ada" },
      { seat: "b", name: "Ben" },
    ],
    invitation: null,
  });
});
