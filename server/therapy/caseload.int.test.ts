import { randomUUID } from "node:crypto";
import { afterAll, describe, expect, onTestFinished, test, vi } from "vitest";
import type { Keeping } from "#conversation/keeping/keepings";
import type { Words } from "#conversation/moves";
import { readAccesses } from "#db/access-log";
import { keepCheckIn } from "../check-ins/keep-check-in";
import { BOUNDARY, PROMISE } from "../lasting/testing/kept-words";
import { keeperOf } from "../lasting/testing/test-keepings";
import { keepLiveConversations } from "../live-conversations";
import { canary } from "../testing/canaries";
import { inTalk } from "../testing/in-talk";
import { type Guest, move, type Pair, startTestServer } from "../testing/test-server";
import { aTherapist, type Engaged, engaged, engagedWithBoth, PROFILE } from "../testing/with-therapist";
import { caseload } from "./caseload";
import { endTherapy, withdrawFromTherapy } from "./consents";
import { oneEngagement } from "./one-engagement";
import { keepProfile } from "./profile";
import { openSpaceForCouple } from "./take-on";

// What a therapist is shown of their couples, and what not: every text here is one of a kind, and all that is shown is
// looked at.

const server = await startTestServer();
afterAll(server.stop);
const { db } = server.database;
const { desk, therapy } = server.ground;
const DAY = 86_400_000;

async function asking({ token }: Guest) {
  const found = await server.ground.whoIsAsking(token);
  if (!found) throw new Error("Nobody is asking.");
  return found;
}
const caseloadOf = async (t: Guest) => server.ground.caseload(await asking(t));
const seenBy = async (t: Guest, { engagementId }: Pick<Engaged, "engagementId">) =>
  server.ground.engagement(await asking(t), engagementId);
const looksAt = async ({ engagementId }: Engaged) =>
  (await readAccesses(db, [engagementId], 20)).map(({ what }) => what).sort();

/** All that a therapist is shown of anything, as text. Maps do not say what is in them: they are turned into lists. */
async function allShown(t: Guest, one: Pick<Engaged, "engagementId">): Promise<string> {
  const asLists = (_key: string, value: unknown) => (value instanceof Map ? [...value] : value);
  return JSON.stringify([await caseloadOf(t), await seenBy(t, one)], asLists);
}

/** A couple who have said, agreed to, sent and noted down something, every text of it one of a kind. */
async function fullPair() {
  const texts = {
    ...{ topic: canary(), said: canary(), boundary: canary(), promise: canary(), offered: canary() },
    ...{ crossed: canary(), appreciation: canary(), note: canary() },
  };
  const pair = await server.startPair({ topic: texts.topic });
  const [a, b] = [await server.connect(pair.a), await server.connect(pair.b)];
  for (const socket of [a, b]) await move(socket, pair.id, { kind: "acknowledge" });
  await move(a, pair.id, { kind: "say", words: { text: texts.said } });
  const made = await engaged(server, pair);
  const keep = async (who: Guest, keeping: Keeping) => {
    const kept = await keeperOf(server, who, made.spaceId).keep(keeping);
    if (!("seq" in kept)) throw new Error(JSON.stringify(kept));
    return kept.seq;
  };
  const agree = async (sort: "boundary" | "commitment", words: Words) => {
    const offer = await keep(pair.a, { kind: "offer", sort, words });
    await keep(pair.b, { kind: "accept", answers: offer });
  };
  await agree("boundary", { ...BOUNDARY, behaviour: texts.boundary });
  await agree("commitment", { ...PROMISE, what: texts.promise });
  await keep(pair.a, { kind: "offer", sort: "commitment", words: { ...PROMISE, what: texts.offered } });
  const { agreements } = await keeperOf(server, pair.a, made.spaceId).lasting();
  const agreement = agreements.find(({ sort }) => sort === "boundary")?.id ?? "";
  const happened = { happened: texts.crossed, next: "We stopped." };
  await keep(pair.b, { kind: "crossed", agreement, version: 1, words: happened });
  await keep(pair.b, { kind: "appreciate", words: { text: texts.appreciation } });
  for (const guest of [pair.a, pair.b]) {
    const request = { checkInId: randomUUID(), answers: { hope: 7 }, note: texts.note };
    const kept = await keepCheckIn(desk, await server.requester(guest), request);
    if (!kept.ok) throw new Error("Not kept.");
  }
  return { ...made, texts };
}
const nothingOf = (shown: string, texts: Readonly<Record<string, string>>) =>
  Object.entries(texts).filter(([, text]) => shown.includes(text));

describe("before both have said yes", () => {
  test("[Y7] who asked is known by name, and nothing else of the two is in any byte", async () => {
    const full = await fullPair();
    for (const seat of [null, "b"] as const) {
      if (seat) await full.consent(seat);
      const shown = await allShown(full.t, full);
      expect(nothingOf(shown, full.texts)).toEqual([]);
      for (const hidden of ["Ben", full.pair.id, full.spaceId]) expect(shown).not.toContain(hidden);
      expect(await seenBy(full.t, full)).toEqual({
        engagementId: full.engagementId,
        since: expect.any(Date),
        isOwnSpace: false,
        partners: [
          { seat: "a", hasCome: true, name: "Ada" },
          { seat: "b", hasCome: true, name: null },
        ],
        stand: "open",
        endedAt: null,
        keptUntil: null,
        shared: null,
      });
    }
    expect(await looksAt(full)).toEqual([]);
  });

  test("[Y7] whom a therapist has asked themselves they see come", async () => {
    const t = await aTherapist(server);
    const opened = await openSpaceForCouple(therapy, await server.requester(t));
    if (!opened.ok) throw new Error("Not opened.");
    expect(await caseloadOf(t)).toMatchObject([
      {
        engagementId: opened.answer.engagementId,
        isOwnSpace: true,
        stand: "open",
        partners: [{ hasCome: false }, { hasCome: false }],
      },
    ]);
  });
});

describe("once both have said yes", () => {
  test("[Y4, Y8] what both share is there, and of everything else nothing", async () => {
    const full = await fullPair();
    for (const seat of ["a", "b"] as const) await full.consent(seat);
    const seen = await seenBy(full.t, full);
    expect(seen).toMatchObject({ stand: "shared", partners: [{ name: "Ada" }, { name: "Ben" }] });
    expect(seen?.shared?.conversations.map(({ id }) => id)).toEqual([full.pair.id]);
    expect(seen?.shared?.checkIns).toMatchObject([
      { seat: "a", checkIns: [{ answers: { hope: 7 } }] },
      { seat: "b", checkIns: [{ answers: { hope: 7 } }] },
    ]);
    const { boundary, promise, crossed, ...rest } = full.texts;
    const shown = await allShown(full.t, full);
    for (const text of [boundary, promise, crossed]) expect(shown).toContain(text);
    expect(nothingOf(shown, rest)).toEqual([]);
    expect(seen?.shared?.lasting?.place.register).toMatchObject({ appreciations: [], letters: [] });
    expect(await looksAt(full)).toEqual(["check-ins", "lasting"]);
  });

  test("[Y2, Y4] what one of the two leaves out is not there, but for what is the other’s own", async () => {
    const full = await fullPair();
    await full.consent("a");
    await full.consent("b", { lasting: false, checkIns: false, conversations: {}, later: false });
    const { shared } = (await seenBy(full.t, full)) ?? {};
    expect(shared).toMatchObject({ conversations: [], lasting: null, checkIns: [{ seat: "a" }] });
    expect(nothingOf(await allShown(full.t, full), full.texts)).toEqual([]);
    expect(await looksAt(full)).toEqual(["check-ins"]);
  });

  test("[Y6, Y7] after a withdrawal there is nothing any more, the other’s name among it", async () => {
    const full = await fullPair();
    for (const seat of ["a", "b"] as const) await full.consent(seat);
    await full.withdraw("a");
    const shown = await allShown(full.t, full);
    expect(nothingOf(shown, full.texts)).toEqual([]);
    for (const hidden of ["Ben", full.pair.id]) expect(shown).not.toContain(hidden);
  });

  test("[Y5] a policy that changed is said to be so, and nothing is read until both have said yes to it", async () => {
    const full = await fullPair();
    for (const seat of ["a", "b"] as const) await full.consent(seat);
    await keepProfile(therapy, await server.requester(full.t), { ...PROFILE, secrets: "limited" });
    expect(await caseloadOf(full.t)).toMatchObject([{ stand: "policy", conversations: [], reviews: 0 }]);
    expect(nothingOf(await allShown(full.t, full), full.texts)).toEqual([]);
    for (const seat of ["a", "b"] as const) await full.consent(seat, { secrets: "limited" });
    expect(await caseloadOf(full.t)).toMatchObject([{ stand: "shared" }]);
  });

  test("[Y1] another therapist of the same couple sees by what was said to them, which is nothing", async () => {
    const full = await fullPair();
    for (const seat of ["a", "b"] as const) await full.consent(seat);
    const second = await engaged(server, full.pair);
    expect(nothingOf(await allShown(second.t, second), full.texts)).toEqual([]);
    expect(await seenBy(second.t, full)).toBeNull();
  });

  test("[Y9] a meeting, a step that stands still and a review that is due are told of", async () => {
    const full = await fullPair();
    for (const seat of ["a", "b"] as const) await full.consent(seat);
    const [a, b] = [await server.connect(full.pair.a), await server.connect(full.pair.b)];
    const meetAt = new Date(server.clock.now().getTime() + 2 * DAY).toISOString();
    const suggested = await move(a, full.pair.id, { kind: "suggest-time", meetAt });
    if (!suggested.ok) throw new Error("Not suggested.");
    await move(b, full.pair.id, { kind: "answer-time", answers: suggested.seq, accepted: true });
    expect(await caseloadOf(full.t)).toMatchObject([
      {
        meeting: { at: meetAt, conversationId: full.pair.id },
        reviews: 0,
        conversations: [{ hasStalled: false }],
      },
    ]);
    expect(await looksAt(full)).toEqual([]);
    const who = await asking(full.t); // their sign-in is over by then
    const later = new Date(server.clock.now().getTime() + 100 * DAY);
    const [line] = await caseload({ db, ring: desk.ring, live: desk.live }, who, later);
    expect(line).toMatchObject({ meeting: null, reviews: 1, conversations: [{ hasStalled: true }] });
    expect(await looksAt(full)).toEqual(["lasting"]);
  });
});

describe("whose they are", () => {
  test("somebody else’s engagement is as unknown as any other, to partners too", async () => {
    const made = await engagedWithBoth(server, await server.startPair());
    const other = await aTherapist(server);
    for (const who of [other, made.pair.a, made.pair.b]) {
      expect(await seenBy(who, made)).toBeNull();
      expect(await caseloadOf(who)).toEqual([]);
    }
    for (const engagementId of [randomUUID(), "..", ""])
      expect(await seenBy(made.t, { engagementId })).toBeNull();
  });

  test("[Y6] work that has ended is in no caseload, and its page shows nothing but that", async () => {
    const full = await fullPair();
    for (const seat of ["a", "b"] as const) await full.consent(seat);
    await endTherapy(therapy, await server.requester(full.t), full.engagementId, { keepDays: 30 });
    expect(await caseloadOf(full.t)).toEqual([]);
    const seen = await seenBy(full.t, full);
    expect(seen).toMatchObject({ stand: "open", shared: null, endedAt: server.clock.now() });
    expect(nothingOf(await allShown(full.t, full), full.texts)).toEqual([]);
  });
});

test("asvs 15.4.2: whoever looks while a consent is withdrawn sees all of it or nothing", async () => {
  for (let round = 0; round < 6; round += 1) {
    const full = await fullPair();
    for (const seat of ["a", "b"] as const) await full.consent(seat);
    const withdrawal = server.requester(full.pair.a);
    const [seen] = await Promise.all([
      seenBy(full.t, full),
      withdrawal.then((request) => withdrawFromTherapy(therapy, request, full.engagementId)),
    ]);
    if (seen?.stand !== "shared")
      expect(seen).toMatchObject({ shared: null, partners: [{}, { name: null }] });
    expect(await seenBy(full.t, full)).toMatchObject({ stand: "open", shared: null });
  }
});

test("the number of queries does not grow with the number of couples, nor with what one couple has", async () => {
  const t = await aTherapist(server);
  const another = async (pair: Pair) => {
    const made = await engaged(server, pair, t);
    for (const seat of ["a", "b"] as const) await made.consent(seat);
    return made;
  };
  const first = await another((await inTalk(server)).pair);
  const few = await queries(t, first);
  for (let more = 0; more < 5; more += 1) await another(await server.startPair());
  expect(await queries(t, first)).toEqual(few);
});

/** How often the two pages ask the database, by a process that knows nothing yet. */
async function queries(t: Guest, { engagementId }: Engaged) {
  const { ring, guides } = desk;
  const who = await asking(t);
  const asked = vi.spyOn(Reflect.get(db, "$client"), "query");
  onTestFinished(() => asked.mockRestore());
  const count = async (read: () => Promise<unknown>) => {
    asked.mockClear();
    await read();
    return asked.mock.calls.length;
  };
  const reader = () => ({ db, ring, live: keepLiveConversations(db, ring, guides) });
  return {
    caseload: await count(() => caseload(reader(), who, server.clock.now())),
    one: await count(() => oneEngagement(reader(), who, engagementId, server.clock.now())),
  };
}
