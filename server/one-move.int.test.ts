import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { afterAll, describe, expect, test } from "vitest";
import { readDrafts } from "#db/drafts";
import { readSealed } from "#db/read-moves";
import { conversation, membership, signIn } from "#db/schema";
import { hashToken } from "#db/sign-ins";
import { inTalk } from "./testing/in-talk";
import { move, open, type Pair, startTestServer, tryOpen } from "./testing/test-server";
import { allTold, framesOf, sendAnything, told } from "./testing/test-socket";

const server = await startTestServer();
afterAll(server.stop);
const { db } = server.database;

const logOf = ({ id }: Pair) => readSealed(db, id, 0);

describe("a repeat", () => {
  test("[G3] after the answer was lost gets the first answer, and nobody is told twice", async () => {
    const { pair, a, b } = await inTalk(server);
    const moveId = randomUUID();
    const said = { kind: "say", words: { text: "I was alone." } } as const;
    const sent = a.emitWithAck("move", { conversationId: pair.id, moveId, move: said });
    const lost = expect(sent).rejects.toThrow("socket has been disconnected");
    a.io.engine.close(); // before the answer can come back
    await lost;
    await told(b, "entries", ({ head }) => head === 3);
    const again = await server.connect(pair.a);
    expect(await move(again, pair.id, said, moveId)).toEqual({ ok: true, seq: 3 });
    expect(await move(again, pair.id, said, moveId)).toEqual({ ok: true, seq: 3 });
    expect(await logOf(pair)).toHaveLength(3);
    await b.emitWithAck("leave", { conversationId: pair.id }); // all that came before it has arrived
    expect(allTold(b, "entries").filter(({ head }) => head === 3)).toHaveLength(1);
  });

  test("[G3] of ten at the same time is stored once, and all ten get the same number", async () => {
    const { pair, a } = await inTalk(server);
    const moveId = randomUUID();
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => move(a, pair.id, { kind: "say", aloud: true }, moveId)),
    );
    expect(answers).toEqual(Array(10).fill({ ok: true, seq: 3 }));
    expect(await logOf(pair)).toHaveLength(3);
  });

  test("[G3] with other words than the first time changes nothing", async () => {
    const { pair, a, b } = await inTalk(server);
    const moveId = randomUUID();
    await move(a, pair.id, { kind: "say", words: { text: "At first." } }, moveId);
    await move(a, pair.id, { kind: "say", words: { text: "Rather." } }, moveId);
    const { entries } = await open(b, pair.id, 2);
    expect(entries).toMatchObject([{ seq: 3, words: { text: "At first." } }]);
  });

  test("an id the other seat has used is refused, and tells nothing of that move", async () => {
    const { pair, a, b } = await inTalk(server);
    const moveId = randomUUID();
    await move(a, pair.id, { kind: "say", aloud: true }, moveId);
    const refusal = { kind: "bad-request", issues: ["moveId: is another move's"] };
    expect(await move(b, pair.id, { kind: "repair", family: "sorry" }, moveId)).toEqual({
      ok: false,
      refusal,
    });
    expect(await move(b, pair.id, { kind: "say" }, moveId)).toEqual({ ok: false, refusal });
  });
});

describe("asvs 2.3.1: a refused move", () => {
  test("out of turn, of another step, or without its words: refused, and no row", async () => {
    const { pair, a, b } = await inTalk(server);
    const refusals = [
      [b, { kind: "say", words: { text: "Me first." } }, { kind: "not-your-turn" }],
      [b, { kind: "reflect", answers: 2, words: { text: "You" } }, { kind: "stale", current: null }],
      [a, { kind: "acknowledge" }, { kind: "not-open" }],
      [a, { kind: "write", ready: true, words: { understood: "You" } }, { kind: "not-open" }],
      [a, { kind: "say" }, { kind: "bad-request", issues: ["words.text: needed"] }],
      [a, { kind: "hold" }, { kind: "not-open" }],
      [a, { kind: "return" }, { kind: "not-open" }],
    ] as const;
    for (const [socket, made, refusal] of refusals)
      expect(await move(socket, pair.id, made), made.kind).toEqual({ ok: false, refusal });
    expect(await logOf(pair)).toHaveLength(2);
  });

  test("[T1] the server's clock decides, whatever the browser's says", async () => {
    const { pair, a } = await inTalk(server);
    const ahead = (minutes: number) =>
      new Date(server.clock.now().getTime() + minutes * 60_000).toISOString();
    const tooSoon = { ok: false, refusal: { kind: "bad-return-time" } };
    expect(await move(a, pair.id, { kind: "time-out", returnAt: ahead(19) })).toEqual(tooSoon);
    const until = ahead(20);
    expect(await move(a, pair.id, { kind: "time-out", returnAt: until })).toEqual({ ok: true, seq: 3 });
    expect(await move(a, pair.id, { kind: "return" })).toEqual({
      ok: false,
      refusal: { kind: "too-soon", until },
    });
    server.clock.forward(20 * 60_000);
    expect(await move(a, pair.id, { kind: "return" })).toEqual({ ok: true, seq: 4 });
  });

  test("keeps its draft; an accepted one takes it along", async () => {
    const { pair, a } = await inTalk(server);
    await a.emitWithAck("draft", { conversationId: pair.id, slot: "talk:say", words: { text: "I was" } });
    await move(a, pair.id, { kind: "say", words: { text: "I was".repeat(2_000) } });
    expect(await readDrafts(db, pair.id, "a")).toHaveLength(1);
    await move(a, pair.id, { kind: "say", words: { text: "I was alone." } });
    expect(await readDrafts(db, pair.id, "a")).toEqual([]);
  });
});

test("[G4] a second tab that has fallen behind is told what stands now, and stores nothing", async () => {
  const { pair, a, b } = await inTalk(server);
  const otherTab = await server.connect(pair.a);
  await open(otherTab, pair.id);
  await move(a, pair.id, { kind: "say", aloud: true });
  await move(b, pair.id, { kind: "reflect", answers: 3, aloud: true });
  await move(a, pair.id, { kind: "check", answers: 4, verdict: "no" });
  await move(b, pair.id, { kind: "reflect", answers: 3, aloud: true });
  expect(await move(otherTab, pair.id, { kind: "check", answers: 4, verdict: "yes" })).toEqual({
    ok: false,
    refusal: { kind: "stale", current: 6 },
  });
  expect(await move(otherTab, pair.id, { kind: "check", answers: 6, verdict: "yes" })).toEqual({
    ok: true,
    seq: 7,
  });
  expect(await logOf(pair)).toHaveLength(7);
});

describe("asvs 8.3.2: removed in the middle", () => {
  const repair = { kind: "repair", family: "sorry" } as const;

  test.each(["move", "draft", "open"] as const)(
    "the next %s is refused, not one more frame comes, and the other sees them gone",
    async (event) => {
      const { pair, a, b } = await inTalk(server);
      const [row] = await db.select().from(conversation).where(eq(conversation.id, pair.id));
      await db
        .delete(membership)
        .where(and(eq(membership.spaceId, row?.spaceId ?? ""), eq(membership.seat, "b")));
      const conversationId = pair.id;
      const requests = {
        move: { conversationId, moveId: randomUUID(), move: repair },
        draft: { conversationId, slot: "talk:say", words: { text: "I" } },
        open: { conversationId },
      };
      expect(await sendAnything(b, event, requests[event])).toEqual({
        ok: false,
        refusal: { kind: "not-a-member" },
      });
      const frames = framesOf(b).length;
      await told(a, "here", () => allTold(a, "here").at(-1)?.seats.join() === "a");
      await move(a, pair.id, { kind: "say", words: { text: "Only for whoever is here." } });
      await told(a, "entries", ({ head }) => head === 3);
      await b.emitWithAck("leave", { conversationId }); // whatever came before has arrived
      expect(framesOf(b).slice(frames)).toHaveLength(1); // the answer to leaving
      expect(await logOf(pair)).toHaveLength(3);
    },
  );
});

test("a sign-in that has run out moves nothing, keeps nothing and sees nothing, though its socket is open", async () => {
  const { pair, a, b } = await inTalk(server);
  await db
    .update(signIn)
    .set({ expiresAt: server.clock.now() })
    .where(eq(signIn.tokenHash, hashToken(pair.a.token)));
  const refused = { ok: false, refusal: { kind: "not-a-member" } };
  const draft = { conversationId: pair.id, slot: "talk:say", words: { text: "I" } };
  expect(await tryOpen(a, pair.id)).toEqual(refused);
  expect(await a.emitWithAck("draft", draft)).toEqual(refused);
  expect(await move(a, pair.id, { kind: "say", aloud: true })).toEqual(refused);
  expect(await logOf(pair)).toHaveLength(2);
  expect(await move(b, pair.id, { kind: "repair", family: "sorry" })).toEqual({ ok: true, seq: 3 });
});
