import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { afterAll, describe, expect, test } from "vitest";
import { MOST_CHARACTERS } from "#conversation/words";
import { readStructure } from "#db/read-moves";
import { conversation } from "#db/schema";
import { inTalk } from "./testing/in-talk";
import { move, open, startTestServer, tryOpen } from "./testing/test-server";
import { framesOf, sendAnything, shoutAnything, type TestSocket } from "./testing/test-socket";

// What every event is answered with: done, a refusal, or a fault. docs/wire.md

const server = await startTestServer();
afterAll(server.stop);
const { db } = server.database;

const EVENTS = ["open", "move", "draft", "leave"] as const;
const acknowledge = { kind: "acknowledge" } as const;

/** A request of the right shape for each event. */
function requestFor(event: (typeof EVENTS)[number], conversationId: string): Record<string, unknown> {
  switch (event) {
    case "open":
    case "leave":
      return { conversationId };
    case "move":
      return { conversationId, moveId: randomUUID(), move: acknowledge };
    case "draft":
      return { conversationId, slot: "talk:say", words: { text: "I" } };
  }
}

async function inRoom(): Promise<{ id: string; a: TestSocket }> {
  const pair = await server.startPair();
  const a = await server.connect(pair.a);
  await open(a, pair.id);
  return { id: pair.id, a };
}

describe("done", () => {
  test.each(EVENTS)("%s is answered with ok", async (event) => {
    const { id, a } = await inRoom();
    expect(await sendAnything(a, event, requestFor(event, id))).toMatchObject({ ok: true });
  });

  test("open tells all that a page needs, and to each seat its own", async () => {
    const { id, a, link } = await server.startAlone({ topic: "Last Sunday", askFirst: true });
    expect(await open(await server.connect(a), id)).toEqual({
      ok: true,
      seat: "a",
      guide: expect.objectContaining({ id: "speak-and-reflect", version: 2 }),
      roster: { partners: ["a", "b"], therapist: false, roles: { first: "a", second: "b" } },
      therapists: [],
      apart: [],
      whereabouts: [],
      word: null,
      topic: "Last Sunday",
      seats: [
        { seat: "a", name: "Ada" },
        { seat: "b", name: null },
      ],
      head: 0,
      entries: [],
      revealed: [],
      drafts: [],
      due: [],
      agreed: [],
      ready: false,
      here: ["a"],
      invitation: { id: link.id, state: "open", name: null },
      now: "2026-03-01T19:00:00.000Z",
    });
    const pair = await server.startPair();
    expect(await open(await server.connect(pair.b), pair.id)).toMatchObject({
      seat: "b",
      topic: null,
      seats: [
        { seat: "a", name: "Ada" },
        { seat: "b", name: "Ben" },
      ],
      invitation: null,
    });
  });

  test("[V7] since: everything after a number, and nothing up to it", async () => {
    const { id, a } = await inRoom();
    for (let count = 0; count < 4; count += 1) await move(a, id, { kind: "repair", family: "sorry" });
    expect((await open(a, id, 2)).entries.map(({ seq }) => seq)).toEqual([3, 4]);
    expect(await open(a, id, 4)).toMatchObject({ head: 4, entries: [] });
    expect(await open(a, id, 1_000)).toMatchObject({ head: 4, entries: [], revealed: [] });
  });
});

describe("refused", () => {
  test.each(EVENTS)(
    "asvs 8.2.2: %s: another couple's conversation is answered as one that is not there",
    async (event) => {
      const { id } = await server.startPair();
      const stranger = await server.connect((await server.startPair()).a);
      const others = await sendAnything(stranger, event, requestFor(event, id));
      const unknown = await sendAnything(stranger, event, requestFor(event, randomUUID()));
      expect(others).toEqual(unknown);
      const leave = { ok: true };
      expect(others).toEqual(event === "leave" ? leave : { ok: false, refusal: { kind: "not-a-member" } });
      expect(await readStructure(db, id, 0)).toEqual([]);
    },
  );

  test("asvs 8.2.2: and so is what is wrong with the request besides", async () => {
    const { id } = await server.startPair();
    const stranger = await server.connect((await server.startPair()).a);
    const tooLong = (conversationId: string) => ({
      ...requestFor("draft", conversationId),
      words: { text: "x".repeat(20_000) },
    });
    expect(await sendAnything(stranger, "draft", tooLong(id))).toEqual(
      await sendAnything(stranger, "draft", tooLong(randomUUID())),
    );
  });

  test.each(EVENTS)("asvs 15.3.3: %s with a seat, a role or a number in it", async (event) => {
    const { id, a } = await inRoom();
    for (const extra of [{ seat: "b" }, { role: "second" }, { seq: 1 }, { personId: randomUUID() }])
      expect(await sendAnything(a, event, { ...requestFor(event, id), ...extra })).toEqual({
        ok: false,
        refusal: { kind: "bad-request", issues: ["request: unrecognized_keys"] },
      });
    expect(await readStructure(db, id, 0)).toEqual([]);
  });

  test("asvs 15.3.3: a seat, a number or a time inside the move", async () => {
    const { id, a } = await inRoom();
    for (const extra of [{ seat: "b" }, { seq: 7 }, { at: "2020-01-01T00:00:00.000Z" }, { moveId: "x" }])
      expect(
        await sendAnything(a, "move", { ...requestFor("move", id), move: { ...acknowledge, ...extra } }),
      ).toEqual({ ok: false, refusal: { kind: "bad-request", issues: ["move: unrecognized_keys"] } });
    expect(await readStructure(db, id, 0)).toEqual([]);
  });

  test.each(EVENTS)("asvs 1.5.2: %s with anything but an object of the right shape", async (event) => {
    const { a } = await inRoom();
    const hostile = JSON.parse('{"__proto__": {"ok": true}, "constructor": {"prototype": {}}}') as unknown;
    for (const payload of [null, 1, "", "x", true, [], [[]], {}, Buffer.from("binary"), hostile])
      expect(await sendAnything(a, event, payload)).toMatchObject({ refusal: { kind: "bad-request" } });
    expect(Object.prototype).not.toHaveProperty("ok");
  });

  test("asvs 2.2.1: 8,001 characters are too long, and none of them is said back", async () => {
    const { pair, a } = await inTalk(server);
    const frames = framesOf(a).length;
    const text = "canary ".repeat(2_000).slice(0, MOST_CHARACTERS);
    const say = (words: string) => move(a, pair.id, { kind: "say", words: { text: words } });
    expect(await say(`${text}!`)).toEqual({ ok: false, refusal: { kind: "too-long", limit: 8_000 } });
    expect(framesOf(a).slice(frames).join()).not.toContain("canary");
    expect(await say(text)).toEqual({ ok: true, seq: 3 });
  });

  test("[N5] names of fields that were not asked for are not said back either", async () => {
    const { id, a } = await inRoom();
    const odd = { ...acknowledge, words: { "canary-name": "canary-text" }, "canary-key": 1 };
    const answer = await sendAnything(a, "move", { ...requestFor("move", id), move: odd });
    expect(answer).toMatchObject({ ok: false, refusal: { kind: "bad-request" } });
    expect(JSON.stringify(answer)).not.toContain("canary");
  });
});

describe("asvs 16.5.4: broken", () => {
  test.each(["open", "move", "draft"] as const)(
    "%s: one fault with the id that is in the log, no stack, and the process goes on",
    async (event) => {
      const alone = await server.startAlone();
      await db.update(conversation).set({ guideVersion: 99 }).where(eq(conversation.id, alone.id));
      const a = await server.connect(alone.a);
      const answer = await sendAnything(a, event, requestFor(event, alone.id));
      expect(answer).toEqual({ ok: false, fault: expect.stringMatching(/^[0-9a-f-]{36}$/) });
      const { fault } = answer as { fault: string };
      expect(server.log.filter((line) => line.includes(fault))).toHaveLength(1);
      const whole = await inRoom();
      expect(await move(whole.a, whole.id, acknowledge)).toEqual({ ok: true, seq: 1 });
    },
  );
});

describe("not answered", () => {
  test("an event without a callback is ignored, and so is one that nobody knows", async () => {
    const { id, a } = await inRoom();
    for (const event of EVENTS) shoutAnything(a, event, requestFor(event, id));
    for (const event of EVENTS) shoutAnything(a, event, requestFor(event, id), "not a callback");
    for (const event of ["entries", "constructor", "__proto__", "toString", ""])
      shoutAnything(a, event, requestFor("move", id));
    expect(await tryOpen(a, id)).toMatchObject({ ok: true, head: 0 });
  });
});
