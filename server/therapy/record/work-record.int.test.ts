import { execFileSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { readAccesses } from "#db/access-log";
import { BOUNDARY } from "../../lasting/testing/kept-words";
import { keeperOf } from "../../lasting/testing/test-keepings";
import { makeLimit } from "../../limits";
import type { Outcome } from "../../requester";
import { canary } from "../../testing/canaries";
import { inTalk } from "../../testing/in-talk";
import { type Guest, move, startTestServer } from "../../testing/test-server";
import { aTherapist, type Engaged, engaged, engagedWithBoth } from "../../testing/with-therapist";
import { endTherapy } from "../consents";
import { keepNote } from "../notes/keep-note";
import { shareSummary, takeSummaryBack } from "../summaries/share-summary";
import { makeTherapyPapers, type PaperForm } from "./therapy-papers";
import { makeRecord } from "./work-record";

// A record of the work: made only while both lists name it, written down each time, and nothing in it but what it says.

const server = await startTestServer({ limits: { papersPerPerson: makeLimit(1_000, 1) } });
afterAll(server.stop);
const folder = mkdtempSync(path.join(tmpdir(), "evenground-record-"));
afterAll(() => rmSync(folder, { recursive: true }));
const { db } = server.database;
const { ground } = server;
const { therapy } = ground;
const NOT_FOUND = { ok: false, refusal: { kind: "not-found" } };

function answered<Answer>(outcome: Outcome<Answer>): Answer {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal));
  return outcome.answer;
}
async function asking({ token }: Guest) {
  const found = await ground.whoIsAsking(token);
  if (!found) throw new Error("Nobody is asking.");
  return found;
}
const ask = async (who: Guest, { engagementId }: Pick<Engaged, "engagementId">, form: PaperForm = "json") =>
  ground.therapyPapers.record(await server.requester(who), engagementId, form);
const textOf = (file: Uint8Array) => new TextDecoder().decode(file);
const looksAt = async ({ engagementId }: Engaged) =>
  (await readAccesses(db, [engagementId], 20)).map(({ what }) => what);

/** The PDF as other programs read it, without what stands between words. */
function plain(file: Uint8Array): string {
  const at = path.join(folder, "record.pdf");
  writeFileSync(at, file);
  execFileSync("qpdf", ["--check", at]);
  return bare(execFileSync("pdftotext", ["-layout", at, "-"], { encoding: "utf8" }));
}
const bare = (text: string) => text.replaceAll(/\s+/g, "");

/** A couple with two days of conversation, an agreement, a summary with a quote, one that was taken back, and a note. */
async function atWork() {
  const talk = await inTalk(server);
  const { pair } = talk;
  const texts = { said: canary(), hidden: canary(), boundary: canary(), gone: canary(), note: canary() };
  await move(talk.a, pair.id, { kind: "say", words: { text: texts.said } });
  const work = await engagedWithBoth(server, pair);
  server.clock.forward(86_400_000);
  await move(talk.b, pair.id, { kind: "reflect", answers: 3, words: { text: texts.hidden } });
  const offered = await keeperOf(server, pair.a, work.spaceId).keep({
    ...{ kind: "offer", sort: "boundary", words: { ...BOUNDARY, behaviour: texts.boundary } },
  });
  if (!("seq" in offered)) throw new Error(JSON.stringify(offered));
  await keeperOf(server, pair.b, work.spaceId).keep({ kind: "accept", answers: offered.seq });
  const t = await server.requester(work.t);
  const summary = (text: string, quotes: { conversationId: string; seq: number }[] = []) =>
    shareSummary(therapy, t, work.engagementId, { summaryId: randomUUID(), text, quotes });
  answered(await summary("What we saw.", [{ conversationId: pair.id, seq: 3 }]));
  const { id } = answered(await summary(texts.gone));
  answered(await takeSummaryBack(therapy, t, work.engagementId, id));
  const note = { noteId: randomUUID(), title: "", text: texts.note };
  answered(await keepNote(ground.desk, t, work.engagementId, note));
  return { ...work, talk, texts };
}

describe("a record", () => {
  test("[Y15] says who took part on which days, the summaries that stand and the agreements, and nothing else", async () => {
    const work = await atWork();
    const json = textOf(answered(await ask(work.t, work)));
    const record = JSON.parse(json);
    const [first, second] = record.attendance[0].days.map(({ day }: { day: string }) => day);
    expect(second > first).toBe(true);
    expect(record).toMatchObject({
      format: "evenground-work/1",
      therapist: { name: "Dr. Winter", registration: "PT-4711" },
      couple: { a: "Ada", b: "Ben" },
      attendance: [
        {
          conversationId: work.pair.id,
          days: [
            { day: first, seats: ["a", "b"] },
            { day: second, seats: ["b"] },
          ],
        },
      ],
      summaries: [{ text: "What we saw.", quotes: [{ seq: 3, words: { text: work.texts.said } }] }],
      agreements: [{ sort: "boundary", words: { behaviour: work.texts.boundary } }],
    });
    const pdf = plain(answered(await ask(work.t, work, "pdf")));
    for (const text of [
      "Record of the work",
      "Ada and Ben",
      "Ada and Ben",
      "Dr. Winter",
      "What we saw.",
      "PT-4711",
    ])
      expect(pdf).toContain(bare(text));
    for (const text of [work.texts.said, work.texts.boundary]) expect(pdf).toContain(text);
    // What was said and not quoted, what was taken back, and the therapist’s own notes.
    for (const whole of [json, pdf])
      for (const text of [work.texts.hidden, work.texts.gone, work.texts.note])
        expect(whole).not.toContain(text);
  });

  test("[Y15] each one is in the list that both read, also two in a minute", async () => {
    const work = await engagedWithBoth(server, await server.startPair());
    answered(await ask(work.t, work));
    answered(await ask(work.t, work, "pdf"));
    for (const seat of ["a", "b"] as const) {
      const told = await ground.therapyFor(await asking(work.pair[seat]), work.spaceId);
      expect(told?.looks.map(({ what }) => what)).toEqual(["record", "record"]);
    }
  });

  test("[Y15] is unknown where not both lists name it, whoever’s does not, and nothing is written down", async () => {
    const work = await engaged(server, await server.startPair());
    const isUnknown = async () => {
      for (const form of ["json", "pdf"] as const) expect(await ask(work.t, work, form)).toEqual(NOT_FOUND);
      expect(await ground.mayMakeRecord(await asking(work.t), work.engagementId)).toBe(false);
      expect(await looksAt(work)).toEqual([]);
    };
    await isUnknown();
    await work.consent("a");
    await isUnknown();
    await work.consent("b", { record: false });
    await isUnknown();
    await work.consent("a", { record: false });
    await work.consent("b");
    await isUnknown();
    await work.consent("a");
    expect(await ask(work.t, work)).toMatchObject({ ok: true });
  });

  test("[Y15] has no agreements where one does not share what lasts", async () => {
    const work = await atWork();
    await work.consent("b", { lasting: false });
    const json = textOf(answered(await ask(work.t, work)));
    expect(JSON.parse(json).agreements).toBeNull();
    expect(plain(answered(await ask(work.t, work, "pdf")))).not.toContain(work.texts.boundary);
    expect(json).not.toContain(work.texts.boundary);
  });

  test("[Y15] has of a conversation only what lies after the number that both share from", async () => {
    const work = await atWork();
    await work.consent("a", { conversations: { [work.pair.id]: "now" } });
    const record = JSON.parse(textOf(answered(await ask(work.t, work))));
    expect(record.attendance).toEqual([]);
    expect(JSON.stringify(record)).not.toContain(work.texts.said);
  });

  test("[Y15] for a partner, another therapist, a stranger, and after the end, unknown", async () => {
    const work = await engagedWithBoth(server, await server.startPair());
    const others = [work.pair.a, work.pair.b, await aTherapist(server), (await server.startPair()).a];
    for (const who of others) expect(await ask(who, work)).toEqual(NOT_FOUND);
    for (const engagementId of [randomUUID(), "..", ""])
      expect(await ask(work.t, { engagementId })).toEqual(NOT_FOUND);
    expect(await ground.therapyPapers.record(await server.requester(), work.engagementId, "json")).toEqual(
      NOT_FOUND,
    );
    await endTherapy(therapy, await server.requester(work.t), work.engagementId, { keepDays: 30 });
    expect(await ask(work.t, work)).toEqual(NOT_FOUND);
    expect(await looksAt(work)).toEqual([]);
  });

  test("[Y15] a withdrawal while it is made, or another list: nothing leaves, and that it was asked for is told", async () => {
    const work = await atWork();
    const person = await asking(work.t);
    const now = server.clock.now();
    const changes = [
      () => work.consent("b", { record: false }),
      () => work.consent("b"),
      () => work.withdraw("b"),
    ];
    for (const change of changes) {
      await work.consent("b");
      const made = await makeRecord(therapy, person, work.engagementId, now, async (record) => {
        await change();
        return JSON.stringify(record);
      });
      expect(made).toBeNull();
    }
    expect(await looksAt(work)).toEqual(["record", "record", "record"]);
    // The same while a PDF is set, which takes its time.
    await work.consent("b");
    const papers = makeTherapyPapers({
      ...therapy,
      async typeset() {
        await work.withdraw("a");
        return new Uint8Array([1]);
      },
    });
    expect(await papers.record(await server.requester(work.t), work.engagementId, "pdf")).toEqual(NOT_FOUND);
  });

  test("[Y15] a withdrawal at the same moment: it left before, or not at all", async () => {
    const work = await engagedWithBoth(server, await server.startPair());
    const [made] = await Promise.all([ask(work.t, work), work.withdraw("a")]);
    expect([true, false]).toContain(made.ok);
    expect(await ask(work.t, work)).toEqual(NOT_FOUND);
  });
});
