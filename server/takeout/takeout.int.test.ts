import { randomUUID } from "node:crypto";
import { strFromU8, unzipSync } from "fflate";
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from "vitest";
import { dumpOf } from "#db/testing/dump";
import { readGuide } from "#wire/own-guide-schema";
import { keepCheckIn } from "../check-ins/keep-check-in";
import { noteBeside } from "../check-ins/notes";
import { shareAnswer } from "../check-ins/share-answer";
import { recordConsent } from "../consents";
import { BOUNDARY, PLAN, PROMISE } from "../lasting/testing/kept-words";
import { openCouple } from "../lasting/testing/test-keepings";
import { keepLetter } from "../letters/keep-letter";
import { sendLetter } from "../letters/send-letter";
import { keepQuietHours } from "../quiet-hours";
import { type Guest, move, open, startTestServer, type TestServer } from "../testing/test-server";
import { aTherapist, engagedWithBoth } from "../testing/with-therapist";
import { assign } from "../therapy/assign";
import { keepNote } from "../therapy/notes/keep-note";
import { beginGuide } from "../therapy/own-guides";
import { shareSummary } from "../therapy/summaries/share-summary";
import { askForTakeout, clearTakeouts, openArchive, takeoutOf } from "./takeout-desk";

const HOUR = 3_600_000;
let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ jobs: true });
});
afterAll(() => server.stop());

const canary = (what: string) => `${what} ${randomUUID()}`;

/** Asks, waits until it is packed, and unpacks it. */
async function takeOut(guest: Guest) {
  const requester = await server.requester(guest);
  const asked = await askForTakeout(server.ground.desk, requester);
  if (!asked.ok || !requester.asking) throw new Error(`Not begun: ${JSON.stringify(asked)}`);
  const { asking } = requester;
  await vi.waitFor(
    async () =>
      expect((await takeoutOf(server.ground.desk, asking, server.clock.now()))?.state).toBe("ready"),
    { timeout: 20_000, interval: 50 },
  );
  const archive = await openArchive(server.ground.desk, asking, asked.answer.id, server.clock.now());
  const files = unzipSync(archive ?? new Uint8Array());
  return {
    id: asked.answer.id,
    asking,
    page: strFromU8(files["record.html"] ?? new Uint8Array()),
    json: strFromU8(files["record.json"] ?? new Uint8Array()),
    files,
  };
}

/** Two people who have both said something, and have both written something that the other does not see yet. */
async function talked() {
  const pair = await server.startPair({ topic: canary("topic") });
  const words = { said: canary("<b>said</b>"), back: canary("back"), draft: canary("draft") };
  const [a, b] = [await server.connect(pair.a), await server.connect(pair.b)];
  onTestFinished(() => void [a.disconnect(), b.disconnect()]);
  for (const socket of [a, b]) await open(socket, pair.id);
  await move(a, pair.id, { kind: "acknowledge" });
  await move(b, pair.id, { kind: "acknowledge" });
  await move(a, pair.id, { kind: "say", words: { text: words.said } });
  await move(b, pair.id, { kind: "reflect", answers: 3, words: { text: words.back } });
  await b.emitWithAck("draft", { conversationId: pair.id, slot: "talk:say", words: { text: words.draft } });
  return { ...pair, words };
}

test("everything that was said and may be read is there, for machines and for people", async () => {
  const { a, words } = await talked();
  const { page, json } = await takeOut(a);
  const record = JSON.parse(json);
  expect(record).toMatchObject({ format: "evenground-record/1", person: { name: "Ada", address: null } });
  expect(record).toMatchObject({ consents: [], quietHours: null });
  const [conversation] = record.spaces[0].conversations;
  expect(conversation.entries.map(({ kind }: { kind: string }) => kind)).toEqual([
    "acknowledge",
    "acknowledge",
    "say",
    "reflect",
  ]);
  expect(conversation.entries[2].words).toEqual({ text: words.said });
  expect(page).toContain(words.back);
  // Words are set as words, whatever is in them (asvs 1.2.1).
  expect(page).toContain(words.said.replaceAll("<", "&lt;").replaceAll(">", "&gt;"));
  expect(page).not.toContain("<b>");
  expect(page).not.toMatch(/<script|src=|href=/);
});

test("what the other wrote for themselves is in their record, and in no other", async () => {
  const { a, b, words } = await talked();
  const [ofA, ofB] = [await takeOut(a), await takeOut(b)];
  expect(ofB.page).toContain(words.draft);
  expect(ofB.json).toContain(words.draft);
  expect(ofA.page + ofA.json).not.toContain(words.draft);
});

test("somebody else's takeout is as one that is not there, and so is one whose hour is over", async () => {
  const { a, b } = await talked();
  const { id, asking } = await takeOut(a);
  const { asking: other } = await server.requester(b);
  if (!other) throw new Error("They are signed in.");
  const { desk } = server.ground;
  const now = server.clock.now();
  expect(await openArchive(desk, other, id, now)).toBeNull();
  expect(await openArchive(desk, other, randomUUID(), now)).toBeNull();
  const later = new Date(now.getTime() + HOUR + 1);
  expect(await openArchive(desk, asking, id, later)).toBeNull();
  expect(await takeoutOf(desk, asking, later)).toBeNull();
  await clearTakeouts(desk, later);
  expect(await openArchive(desk, asking, id, now)).toBeNull();
});

test("asvs 14.2.4: at rest the archive is sealed, and the log has none of its words", async () => {
  const { a, words } = await talked();
  const { page } = await takeOut(a);
  expect(page).toContain(words.back);
  const dump = await dumpOf(server.database);
  for (const word of Object.values(words)) expect(dump).not.toContain(word);
  for (const word of Object.values(words)) expect(server.log.join("\n")).not.toContain(word);
});

test("while one is being packed, asking again is asking for that one; a new one takes the place of the old", async () => {
  const { a } = await talked();
  const requester = await server.requester(a);
  const both = await Promise.all([
    askForTakeout(server.ground.desk, requester),
    askForTakeout(server.ground.desk, requester),
  ]);
  const ids = both.map((asked) => asked.ok && asked.answer.id);
  expect(ids[0]).toBeTruthy();
  expect(ids[1]).toBe(ids[0]);
  const { id, asking } = await takeOut(a);
  const again = await takeOut(a);
  expect(await openArchive(server.ground.desk, asking, id, server.clock.now())).toBeNull();
  expect(again.page).toContain("Ada");
});

test("a browser without a sign-in takes nothing out", async () => {
  const refused = await askForTakeout(server.ground.desk, await server.requester());
  expect(refused).toEqual({ ok: false, refusal: { kind: "not-signed-in" } });
});

test("what somebody agreed to and when it is to be quiet is there", async () => {
  const { a } = await server.startAlone();
  const requester = await server.requester(a);
  const quietHours = { quietFrom: "22:00", quietTo: "07:00" };
  await keepQuietHours(server.ground.settings, requester, quietHours);
  for (const what of ["notices", "push"] as const)
    await recordConsent(server.ground.settings, requester, { what, given: true });
  const givenAt = server.clock.now().toISOString();
  expect(JSON.parse((await takeOut(a)).json)).toMatchObject({
    quietHours,
    consents: [
      { what: "notices", givenAt, withdrawnAt: null },
      { what: "push", givenAt, withdrawnAt: null },
    ],
  });
});

test("what somebody keeps alone is in their record, with what they share of it, and in nobody else’s", async () => {
  const { a, b, spaceId } = await openCouple(server);
  const words = {
    note: canary("note"),
    whole: canary("whole"),
    letter: canary("letter"),
    sent: canary("sent"),
  };
  const { desk, takeKeeping } = server.ground;
  const requester = await server.requester(a.guest);
  const request = { checkInId: randomUUID(), answers: { hope: 3, safe: 8 }, note: words.whole } as const;
  const checkIn = await keepCheckIn(desk, requester, request);
  const id = checkIn.ok ? checkIn.answer.id : "";
  await noteBeside(desk, requester, id, { statement: "hope", note: words.note });
  await shareAnswer(desk, requester, id, { statement: "hope", space: spaceId, shared: true });
  const write = (text: string) => keepLetter(desk, requester, { letterId: randomUUID(), title: "", text });
  await write(words.letter);
  const sent = await write(words.sent);
  const sending = { version: 1, space: spaceId };
  await sendLetter({ ...desk, takeKeeping }, requester, sent.ok ? sent.answer.id : "", sending);
  const [ofA, ofB] = [await takeOut(a.guest), await takeOut(b.guest)];
  expect(JSON.parse(ofA.json)).toMatchObject({
    spaces: [{ id: spaceId }],
    own: {
      checkIns: [
        {
          answers: { hope: 3, safe: 8 },
          notes: { hope: words.note, whole: words.whole },
          sharedWith: [{ statement: "hope", spaceId, seat: "b", name: "Ben" }],
        },
      ],
    },
  });
  const letters = JSON.parse(ofA.json).own.letters as readonly object[];
  expect(letters).toHaveLength(2);
  expect(letters).toContainEqual(
    expect.objectContaining({ words: { title: "", text: words.letter }, sentAt: null }),
  );
  for (const text of Object.values(words)) expect(ofA.page).toContain(text);
  expect(ofA.page).toContain("Shared with Ben.");
  for (const text of [words.note, words.whole, words.letter]) expect(ofB.page + ofB.json).not.toContain(text);
  expect(JSON.parse(ofB.json).own).toEqual({ checkIns: [], letters: [], summaries: [] });
});

test("what lasts between two who never had a conversation is in the record of both, for people too", async () => {
  const { a, b } = await openCouple(server);
  const texts = {
    promise: canary("promise"),
    crossed: canary("crossed"),
    was: canary("was"),
    now: canary("now"),
  };
  const day = server.clock.now().toISOString().slice(0, "2026-03-01".length);
  const offers = [
    ["commitment", { ...PROMISE, what: texts.promise }],
    ["boundary", BOUNDARY],
    ["plan", { ...PLAN, on: day }],
    ["milestone", { what: "A day without asking", month: "2026-06" }],
  ] as const;
  for (const [at, [sort, words]] of offers.entries()) {
    await a.keep({ kind: "offer", sort, words });
    await b.keep({ kind: "accept", answers: at * 2 + 1 });
  }
  const { agreements } = await a.lasting();
  const about = (sort: string) => ({
    agreement: agreements.find((one) => one.sort === sort)?.id ?? "",
    version: 1,
  });
  const kept = [
    await a.keep({ kind: "report", ...about("commitment"), day: "2026-02-25", kept: false }),
    await b.keep({ kind: "see", answers: 9, sight: "seen" }),
    await a.keep({ kind: "make-good", answers: 9, words: { happened: "I forgot", now: texts.now } }),
    await b.keep({ kind: "crossed", ...about("boundary"), words: { happened: texts.crossed, next: "-" } }),
    await a.keep({ kind: "reached", ...about("milestone") }),
    await b.keep({ kind: "how-was-it", ...about("plan"), words: { text: texts.was } }),
    await a.keep({
      kind: "propose",
      ...about("commitment"),
      change: "pause",
      from: "2026-03-02",
      until: "2026-03-08",
    }),
    await b.keep({ kind: "decline", answers: 15 }),
    await a.keep({ kind: "propose", ...about("boundary"), change: "keep" }),
    await a.keep({ kind: "withdraw", answers: 17 }),
    await b.keep({ kind: "appreciate", words: { text: "Thank you" } }),
    await b.keep({ kind: "end", agreement: about("boundary").agreement }),
  ];
  expect(kept).toEqual(kept.map((_, at) => ({ seq: 9 + at })));
  const [ofA, ofB] = [await takeOut(a.guest), await takeOut(b.guest)];
  for (const { page } of [ofA, ofB]) {
    for (const text of [texts.promise, texts.crossed, texts.now]) expect(page).toContain(text);
    for (const sentence of [
      "What will I do?",
      "Ada: missed on February 25, 2026.",
      "Ben saw it.",
      "Ada offered to let it rest from March 2, 2026 to March 8, 2026.",
      "Ben: it was crossed.",
      "by Ben alone",
    ])
      expect(page).toContain(sentence);
    expect(page).not.toMatch(/kept\.|undefined|Invalid/);
  }
  expect(ofA.page).toContain("With Ben");
  expect(ofB.page).toContain("With Ada");
  // How it was is read by both when both have written; until then, by its author.
  expect(ofB.page).toContain(texts.was);
  expect(ofA.page + ofA.json).not.toContain(texts.was);
});

test("[H9, X2] what was said apart and what a therapist asks is in the record of whom it is for, and in no other", async () => {
  const pair = await talked();
  const made = await engagedWithBoth(server, pair);
  const [apart, note] = [canary("apart"), canary("note")];
  const t = await server.connect(made.t);
  const a = await server.connect(pair.a);
  onTestFinished(() => void [t.disconnect(), a.disconnect()]);
  for (const socket of [t, a]) await open(socket, pair.id);
  await move(t, pair.id, { kind: "caucus", with: "a" });
  await open(a, pair.id);
  const said = { conversationId: pair.id, apartId: randomUUID(), text: apart };
  expect(await a.emitWithAck("apart", said)).toEqual({ ok: true });
  const asked = { kind: "check-in" } as const;
  const request = { assignmentId: randomUUID(), for: "a", asked, note } as const;
  const { therapy } = server.ground;
  expect(await assign(therapy, await server.requester(made.t), made.engagementId, request)).toMatchObject({
    ok: true,
  });
  const [mine, theirs] = [await takeOut(pair.a), await takeOut(pair.b)];
  for (const secret of [apart, note]) {
    expect(mine.json).toContain(secret);
    expect(mine.page).toContain(secret);
    expect(theirs.json + theirs.page).not.toContain(secret);
  }
  expect(mine.page).toContain("Dr. Winter");
  expect(JSON.parse(theirs.json).spaces[0].therapists).toMatchObject([{ sharing: { lasting: true } }]);
});

test("[Y11] a therapist’s notes are files of their own, apart from everything else; nobody else has such files", async () => {
  const work = await engagedWithBoth(server, await server.startPair());
  const text = canary("<i>note</i>");
  const note = { noteId: randomUUID(), title: "The first time", text };
  await keepNote(server.ground.desk, await server.requester(work.t), work.engagementId, note);
  const { files, page, json } = await takeOut(work.t);
  expect(Object.keys(files).sort()).toEqual(["notes.html", "notes.json", "record.html", "record.json"]);
  for (const other of [page, json]) expect(other).not.toContain(text);
  expect(JSON.parse(strFromU8(files["notes.json"] ?? new Uint8Array()))).toMatchObject({
    format: "evenground-notes/1",
    works: [{ couple: { a: "Ada", b: "Ben" }, notes: [{ words: { title: "The first time", text } }] }],
  });
  const notes = strFromU8(files["notes.html"] ?? new Uint8Array());
  expect(notes).toContain(text.replaceAll("<", "&lt;").replaceAll(">", "&gt;"));
  expect(notes).not.toMatch(/<script|src=|href=|<i>/);
  const ofPartner = await takeOut(work.pair.a);
  expect(Object.keys(ofPartner.files).sort()).toEqual(["record.html", "record.json"]);
});

test("[Y12] a summary that a therapist shared is in what both take out, for people too", async () => {
  const { id, a, b, words } = await talked();
  const work = await engagedWithBoth(server, { id, a, b });
  const text = canary("summary");
  const summary = { summaryId: randomUUID(), text, quotes: [{ conversationId: id, seq: 3 }] };
  const requester = await server.requester(work.t);
  const shared = await shareSummary(server.ground.therapy, requester, work.engagementId, summary);
  expect(shared).toMatchObject({ ok: true });
  for (const guest of [a, b]) {
    const { page, json } = await takeOut(guest);
    expect(JSON.parse(json).spaces[0].summaries).toMatchObject([
      { by: "Dr. Winter", text, quotes: [{ seq: 3, seat: "a", words: { text: words.said } }] },
    ]);
    expect(page).toContain(text);
    expect(page).toContain("Summary by Dr. Winter");
  }
  // Its author has it too, without the words of the two.
  const own = await takeOut(work.t);
  expect(JSON.parse(own.json).own.summaries).toMatchObject([{ text, quotes: [{ seq: 3, words: null }] }]);
  expect(own.page).toContain(text);
  for (const whole of [own.page, own.json]) expect(whole).not.toContain(words.said.slice(-36));
});

test("[I5] what a therapist says of themselves and the guides they write are in what they take out", async () => {
  const t = await aTherapist(server);
  const from = { kind: "shipped", guide: "boundaries" } as const;
  await beginGuide(server.ground.therapy, await server.requester(t), { guideId: randomUUID(), from });
  const { json, page, files } = await takeOut(t);
  expect(JSON.parse(json).therapist).toMatchObject({ registration: "PT-4711" });
  expect(page).toContain("PT-4711");
  const guide: unknown = JSON.parse(strFromU8(files["guide-1.json"] ?? new Uint8Array()));
  expect(readGuide(guide)).toMatchObject({ ok: true, guide: { title: "Boundary agreement" } });
});
