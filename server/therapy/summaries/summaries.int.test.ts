import { randomUUID } from "node:crypto";
import { afterAll, describe, expect, test, vi } from "vitest";
import { readAccesses } from "#db/access-log";
import { readSummaries } from "#db/shared-summaries";
import { dumpOf } from "#db/testing/dump";
import { eraseEverything } from "../../erase";
import { leaveSpace } from "../../leave-space";
import type { Outcome } from "../../requester";
import { allOfPartner } from "../../testing/all-of";
import { canary } from "../../testing/canaries";
import { inTalk } from "../../testing/in-talk";
import { WRITING } from "../../testing/test-guides";
import { type Guest, move, open, startTestServer } from "../../testing/test-server";
import { aTherapist, type Engaged, engaged, engagedWithBoth } from "../../testing/with-therapist";
import { endTherapy } from "../consents";
import { quotableMoves } from "./quotable-moves";
import { quotableFor, summariesOfWork } from "./read-summaries";
import { shareSummary, takeSummaryBack } from "./share-summary";

// What a therapist shares with both: read by both, and quoting only what all three may read.

const server = await startTestServer({ guides: [WRITING] });
afterAll(server.stop);
const { db } = server.database;
const { ground } = server;
const { therapy } = ground;
const DONE = { ok: true, answer: {} };
const NOT_FOUND = { ok: false, refusal: { kind: "not-found" } };
type Quotes = readonly { readonly conversationId: string; readonly seq: number }[];

async function asking({ token }: Guest) {
  const found = await ground.whoIsAsking(token);
  if (!found) throw new Error("Nobody is asking.");
  return found;
}
function answered<Answer>(outcome: Outcome<Answer>): Answer {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal));
  return outcome.answer;
}
const tryShare = async (
  who: Guest,
  { engagementId }: Pick<Engaged, "engagementId">,
  text: string,
  quotes: Quotes = [],
  summaryId: string = randomUUID(),
) =>
  shareSummary(therapy, await server.requester(who), engagementId, { summaryId, text, quotes: [...quotes] });
const share = async (work: Engaged, text: string, quotes: Quotes = [], summaryId?: string) =>
  answered(await tryShare(work.t, work, text, quotes, summaryId)).id;
const takeBack = async (who: Guest, { engagementId }: Engaged, id: string) =>
  takeSummaryBack(therapy, await server.requester(who), engagementId, id);
const readBy = async (who: Guest, { spaceId }: Engaged) => ground.summariesFor(await asking(who), spaceId);
const readByT = async (who: Guest, { engagementId }: Engaged) =>
  ground.summariesOfWork(await asking(who), engagementId);
const looksAt = async ({ engagementId }: Engaged) =>
  (await readAccesses(db, [engagementId], 20)).map(({ what, about }) => ({ what, about }));
const rowsOf = async ({ engagementId }: Engaged) => (await readSummaries(db, [engagementId])).length;

/** A couple in conversation, with a therapist; a has said something, as number 3. */
async function atWork() {
  const talk = await inTalk(server);
  const said = canary();
  await move(talk.a, talk.pair.id, { kind: "say", words: { text: said } });
  const work = await engagedWithBoth(server, talk.pair);
  return { ...work, talk, said, quote: { conversationId: talk.pair.id, seq: 3 } };
}

describe("a summary", () => {
  test("[Y12, Y14] is read by both, word for word, with what it quotes; sent twice it is there once", async () => {
    const work = await atWork();
    const name = randomUUID();
    const id = await share(work, "What we saw today.", [work.quote], name);
    expect(await share(work, "Something else.", [], name)).toBe(id);
    for (const who of [work.pair.a, work.pair.b])
      expect(await readBy(who, work)).toMatchObject([
        {
          ...{ id, by: "Dr. Winter", text: "What we saw today.", withdrawnAt: null },
          quotes: [{ ...work.quote, seat: "a", words: { text: work.said }, isGone: false }],
        },
      ]);
    expect((await readByT(work.t, work))?.summaries).toMatchObject([
      { text: "What we saw today.", quotes: [{ words: { text: work.said } }] },
    ]);
  });

  test("[Y12] is in the take-out of both, with the words that are quoted", async () => {
    const work = await atWork();
    const text = canary();
    await share(work, text, [work.quote]);
    for (const seat of ["a", "b"] as const) {
      const all = await allOfPartner(server, work, seat);
      expect(all.split(text).length - 1).toBe(2); // in what is taken out, and on the page
      expect(all).toContain(`"quotes":[{"conversationId":"${work.pair.id}","seq":3`);
    }
    expect(await dumpOf(server.database)).not.toContain(text);
    expect(server.log.join()).not.toContain(text);
  });

  test("[Y12] is shared only while both consent; not by anybody else, nor under another couple", async () => {
    const work = await engaged(server, await server.startPair());
    expect(await tryShare(work.t, work, "Too soon")).toEqual(NOT_FOUND);
    await work.consent("a");
    expect(await tryShare(work.t, work, "Too soon")).toEqual(NOT_FOUND);
    await work.consent("b");
    const other = await aTherapist(server);
    for (const who of [work.pair.a, work.pair.b, other, (await server.startPair()).a])
      expect(await tryShare(who, work, "Mine")).toEqual(NOT_FOUND);
    for (const engagementId of [randomUUID(), "..", ""])
      expect(await tryShare(work.t, { engagementId }, "Nowhere")).toEqual(NOT_FOUND);
    await work.withdraw("a");
    expect(await tryShare(work.t, work, "Too late")).toEqual(NOT_FOUND);
    expect(await rowsOf(work)).toBe(0);
  });

  test("[Y12] and a withdrawal at the same moment: it was shared before, or not at all", async () => {
    const work = await engagedWithBoth(server, await server.startPair());
    const [shared] = await Promise.all([tryShare(work.t, work, "Just now"), work.withdraw("b")]);
    expect(await rowsOf(work)).toBe(shared.ok ? 1 : 0);
    expect(await tryShare(work.t, work, "After")).toEqual(NOT_FOUND);
  });

  test("[Y12, Y13] a consent that ends while it is looked at what may be quoted stops it", async () => {
    const work = await atWork();
    const live = {
      ...therapy.live,
      async loadMany(ids: readonly string[]) {
        const lives = await therapy.live.loadMany(ids);
        await work.withdraw("a");
        return lives;
      },
    };
    const requester = await server.requester(work.t);
    const request = { summaryId: randomUUID(), text: "In between", quotes: [work.quote] };
    expect(await shareSummary({ ...therapy, live }, requester, work.engagementId, request)).toEqual(
      NOT_FOUND,
    );
    expect(await rowsOf(work)).toBe(0);
  });

  test("[Y12] taken back, both are told so and read nothing of it; its author has it still", async () => {
    const work = await atWork();
    const text = canary();
    const id = await share(work, text, [work.quote]);
    for (const who of [work.pair.a, work.pair.b]) expect(await takeBack(who, work, id)).toEqual(NOT_FOUND);
    expect(await takeBack(work.t, work, randomUUID())).toEqual(NOT_FOUND);
    await work.withdraw("b");
    expect(await takeBack(work.t, work, id)).toEqual(DONE);
    expect(await takeBack(work.t, work, id)).toEqual(NOT_FOUND);
    for (const seat of ["a", "b"] as const) {
      expect(await readBy(work.pair[seat], work)).toMatchObject([
        { id, text: null, quotes: [], withdrawnAt: expect.any(Date) },
      ]);
      expect(await allOfPartner(server, work, seat)).not.toContain(text);
    }
    expect((await readByT(work.t, work))?.summaries).toMatchObject([{ id, text }]);
  });

  test("[Y12] stays with the two after the end; its author’s copy goes with its day, and everything when they erase", async () => {
    const work = await atWork();
    await share(work, "To go on with.", [work.quote]);
    await endTherapy(therapy, await server.requester(work.t), work.engagementId, { keepDays: 1 });
    const seen = await readByT(work.t, work);
    expect(seen).toMatchObject({ conversations: null, summaries: [{ text: "To go on with." }] });
    expect(JSON.stringify(seen)).not.toContain(work.said);
    server.clock.forward(86_400_000);
    expect(await readByT(work.t, work)).toBeNull();
    for (const who of [work.pair.a, work.pair.b])
      expect(await readBy(who, work)).toMatchObject([
        { text: "To go on with.", quotes: [{ words: { text: work.said } }] },
      ]);
    await eraseEverything(ground.leaving, await server.requester(work.t), ground.origins, {
      confirm: "erase",
    });
    expect(await readBy(work.pair.a, work)).toEqual([]);
  });

  test("for a stranger, another couple and an unknown space there is no such page", async () => {
    const work = await atWork();
    await share(work, "Between us.");
    const other = await server.startPair();
    for (const who of [other.a, work.t]) expect(await readBy(who, work)).toBeNull();
    for (const spaceId of [randomUUID(), ".."])
      expect(await readBy(work.pair.a, { ...work, spaceId })).toBeNull();
    for (const who of [other.a, work.pair.a]) expect(await readByT(who, work)).toBeNull();
  });
});

describe("a quote", () => {
  /** Both have written; what a wrote is read as `seen` says. Number 1 is a’s. */
  async function written() {
    const pair = await server.startPair({ guide: "writing" });
    const [a, b] = [await server.connect(pair.a), await server.connect(pair.b)];
    for (const socket of [a, b]) await open(socket, pair.id);
    const text = canary();
    const field = WRITING.steps.flatMap((step) => (step.kind === "write" ? step.fields : []))[0]?.id ?? "";
    const writing = { kind: "write", ready: true, words: { [field]: text } } as const;
    expect(await move(a, pair.id, writing)).toEqual({ ok: true, seq: 1 });
    const work = await engagedWithBoth(server, pair);
    return { ...work, text, quote: { conversationId: pair.id, seq: 1 } };
  }

  test("[Y13] of words that one of the two may not read is refused, and they are nowhere in what can be chosen", async () => {
    const work = await written();
    expect(await tryShare(work.t, work, "Look", [work.quote])).toEqual(NOT_FOUND);
    const named = { engagementId: work.engagementId, conversationId: work.pair.id };
    const answer = answered(await quotableMoves(therapy, await server.requester(work.t), named));
    expect(answer.moves).toEqual([]);
    expect(JSON.stringify(answer)).not.toContain(work.text);
  });

  test("[Y13] of another couple, of a number that is not there, of what has no words: refused as unknown", async () => {
    const [work, other] = [await atWork(), await atWork()];
    for (const quote of [
      other.quote, // “later ones” would reach it
      { conversationId: randomUUID(), seq: 3 },
      { ...work.quote, seq: 1 },
      { ...work.quote, seq: 99 },
    ])
      expect(await tryShare(work.t, work, "Look", [work.quote, quote])).toEqual(NOT_FOUND);
    expect(await rowsOf(work)).toBe(0);
  });

  test("[Y13] of what was said before the number that both share from is refused", async () => {
    const work = await atWork();
    await work.consent("b", { conversations: { [work.pair.id]: "now" } });
    expect(await tryShare(work.t, work, "Look", [work.quote])).toEqual(NOT_FOUND);
    await move(work.talk.b, work.pair.id, {
      kind: "reflect",
      answers: 3,
      words: { text: "You were alone." },
    });
    expect(await tryShare(work.t, work, "Look", [{ ...work.quote, seq: 4 }])).toMatchObject({ ok: true });
  });

  test("[Y14] is gone for everybody once its words were taken back", async () => {
    const work = await atWork();
    await share(work, "Remember this.", [work.quote]);
    await leaveSpace(ground.leaving, await server.requester(work.pair.a), work.spaceId, {
      words: "take-back",
    });
    const ofB = await readBy(work.pair.b, work);
    expect(ofB).toMatchObject([{ text: "Remember this.", quotes: [{ words: null, isGone: true }] }]);
    expect(JSON.stringify([ofB, await readByT(work.t, work)])).not.toContain(work.said);
  });

  test("[Y14] is lost to the therapist with their access, and stays with the two", async () => {
    const work = await atWork();
    await share(work, "Remember this.", [work.quote]);
    await work.withdraw("b");
    const seen = await readByT(work.t, work);
    expect(seen).toMatchObject({
      conversations: null,
      summaries: [{ text: "Remember this.", quotes: [{ words: null, isGone: false, guide: null }] }],
    });
    expect(JSON.stringify(seen)).not.toContain(work.said);
    for (const who of [work.pair.a, work.pair.b])
      expect(await readBy(who, work)).toMatchObject([{ quotes: [{ words: { text: work.said } }] }]);
  });

  test("[Y14] a withdrawal while a therapist’s page is read: nothing of what is quoted leaves", async () => {
    const work = await atWork();
    await share(work, "Remember this.", [work.quote]);
    const live = {
      ...therapy.live,
      loadMany: vi.fn(async (ids: readonly string[]) => {
        const lives = await therapy.live.loadMany(ids);
        if (live.loadMany.mock.calls.length === 1) await work.withdraw("a");
        return lives;
      }),
    };
    const person = await asking(work.t);
    const seen = await summariesOfWork({ ...therapy, live }, person, work.engagementId, server.clock.now());
    expect(live.loadMany).toHaveBeenCalled();
    expect(seen).toMatchObject({ conversations: null, summaries: [{ text: "Remember this." }] });
    expect(JSON.stringify(seen)).not.toContain(work.said);
  });

  test("[Y13, Y14] every look at what can be quoted, and at what is, is in the list that both read", async () => {
    const work = await atWork();
    const named = { engagementId: work.engagementId, conversationId: work.pair.id };
    const look = { what: "conversation", about: work.pair.id };
    const person = await asking(work.t);
    const unknown = { ...named, conversationId: (await atWork()).pair.id };
    expect(await quotableFor(therapy, person, unknown, server.clock.now())).toBeNull();
    expect(await looksAt(work)).toEqual([]);
    const found = await quotableFor(therapy, person, named, server.clock.now());
    expect(found?.moves).toMatchObject([{ seq: 3, words: { text: work.said } }]);
    expect(await looksAt(work)).toEqual([look]);
    await share(work, "Look", [work.quote]);
    server.clock.forward(3_600_000);
    await readByT(work.t, work);
    expect(await looksAt(work)).toEqual([look, look]);
    for (const who of [work.pair.a, (await server.startPair()).a])
      expect(await quotableFor(therapy, await asking(who), named, server.clock.now())).toBeNull();
    await work.withdraw("a");
    expect(await quotableFor(therapy, person, named, server.clock.now())).toBeNull();
  });
});
