import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import type { Keeping } from "#conversation/keeping/keepings";
import type { Words } from "#conversation/moves";
import { BOUNDARY, PLAN, PROMISE } from "../lasting/testing/kept-words";
import { type Keeper, type KeepingCouple, openCouple } from "../lasting/testing/test-keepings";
import { makeLimit } from "../limits";
import type { ReadingLocale } from "../locale-of";
import { canary } from "../testing/canaries";
import { startTestServer } from "../testing/test-server";
import { inFours } from "./fingerprint";
import type { PaperWish } from "./write-paper";

// Agreements on paper: what stands there, who gets it, and that the file is one that other programs read.

const server = await startTestServer({ limits: { movesPerSeat: makeLimit(10_000, 1) } });
afterAll(server.stop);
const { papers } = server.ground;
const folder = mkdtempSync(path.join(tmpdir(), "evenground-papers-"));
afterAll(() => rmSync(folder, { recursive: true }));

type Sort = Extract<Keeping, { kind: "offer" }>["sort"];

async function agree({ a, b }: KeepingCouple, sort: Sort, words: Words): Promise<string> {
  const offered = await a.keep({ kind: "offer", sort, words });
  if (!("seq" in offered)) throw new Error(`Refused: ${JSON.stringify(offered)}`);
  await b.keep({ kind: "accept", answers: offered.seq });
  return (await a.lasting()).agreements.at(-1)?.id ?? "";
}

/** The PDF as other programs read it; it must be a whole one. */
async function pdfFor(keeper: Keeper, spaceId: string, wish: PaperWish & { locale?: ReadingLocale } = {}) {
  const file = await papers.fileFor(await server.requester(keeper.guest), spaceId, wish);
  if (!file.ok) throw new Error(`Refused: ${JSON.stringify(file.refusal)}`);
  const at = path.join(folder, "paper.pdf");
  writeFileSync(at, file.answer);
  execFileSync("qpdf", ["--check", at]);
  const text = execFileSync("pdftotext", ["-layout", at, "-"], { encoding: "utf8" });
  return { text, plain: withoutSpace(text), pages: text.split("\f").length - 1, bytes: file.answer };
}

/** Lines break elsewhere on paper: words are looked for without what stands between them. */
const withoutSpace = (text: string): string => text.replaceAll(/\s+/g, "");

/** What somebody without a sign-in, a stranger, and somebody with an unknown space get. */
const NOT_FOUND = { ok: false, refusal: { kind: "not-found" } };

test("every word of every agreement can be read back, in the language asked for, with its fingerprint", async () => {
  const couple = await openCouple(server);
  const { a, spaceId } = couple;
  const words = {
    en: {
      ...BOUNDARY,
      behaviour: "Reading each other’s “messages” — ever",
      except: "If I hand you the phone",
    },
    de: {
      ...BOUNDARY,
      behaviour: "Größere Ausgaben über 200 €",
      why: "Damit wir beide ruhig schlafen: Öl, Äpfel, Straße",
    },
    es: {
      ...BOUNDARY,
      behaviour: "Mañana no hablamos de tu niñez",
      why: "¿Qué pasó? ¡Ningún día más así, corazón!",
    },
  };
  for (const each of Object.values(words)) await agree(couple, "boundary", each);
  await agree(couple, "commitment", { ...PROMISE, what: "Łódź, Čapek, Ελένη, Умань, Nguyễn" });
  await agree(couple, "plan", PLAN);
  const said = {
    en: [
      "What we agreed on",
      "Boundaries",
      "Every week on Monday and Wednesday",
      "June 1, 2026",
      "Fingerprint",
    ],
    de: [
      "Was wir vereinbart haben",
      "Grenzen",
      "Jede Woche am Montag und Mittwoch",
      "1. Juni 2026",
      "Fingerabdruck",
    ],
    es: ["Lo que acordamos", "Límites", "Cada semana, lunes y miércoles", "1 de junio de 2026", "Huella"],
  };
  for (const locale of ["en", "de", "es"] as const) {
    const { plain } = await pdfFor(a, spaceId, { locale });
    const written = Object.values(words).flatMap((one: Words) => [one.behaviour, one.why, one.then]);
    const expected = [
      ...said[locale],
      ...written,
      "Łódź, Čapek, Ελένη, Умань, Nguyễn",
      "A walk by the river",
      "Ada",
      "Ben",
    ];
    for (const text of expected) expect(plain).toContain(withoutSpace(String(text)));
    const paper = await papers.paper({ asking: await askingOf(a), locale }, spaceId, {});
    for (const { entries } of paper?.parts ?? [])
      for (const { fingerprint } of entries) expect(plain).toContain(withoutSpace(fingerprint ?? "none"));
    expect(plain).toContain(withoutSpace(paper?.fingerprintOfAll ?? "none"));
  }
});

test("words with markup stay words; a word longer than a line stays on the paper; what cannot be set is said", async () => {
  const couple = await openCouple(server);
  const what = "<b>bold</b> & <script>alert(1)</script> \\u0041 %s {name}";
  await agree(couple, "commitment", { ...PROMISE, what, sign: "w".repeat(300) });
  const whole = await pdfFor(couple.a, couple.spaceId);
  expect(whole.plain).toContain(withoutSpace(what));
  expect(whole.plain.match(/w/g)?.length).toBeGreaterThanOrEqual(300);
  expect(whole.text).not.toContain("¤");
  await agree(couple, "commitment", { ...PROMISE, what: "We dance 💃🏽 日本\n\n\twith e\u0301lan" });
  const { text, plain } = await pdfFor(couple.a, couple.spaceId);
  expect(plain).toContain("Wedance¤¤¤withélan");
  expect(text).toContain("¤ stands for a sign that this file cannot show.");
});

test("sixty agreements stand on as many pages as they need, each once, under the day and the number of the page", async () => {
  const couple = await openCouple(server);
  const names = Array.from({ length: 60 }, () => canary());
  for (const [index, name] of names.entries()) {
    if (index % 2 === 0) await agree(couple, "boundary", { ...BOUNDARY, behaviour: name });
    else await agree(couple, "commitment", { ...PROMISE, what: name });
  }
  const { text, pages } = await pdfFor(couple.b, couple.spaceId);
  expect(pages).toBeGreaterThan(8);
  for (const name of names) expect(text.split(name)).toHaveLength(2);
  for (let page = 1; page <= pages; page += 1) expect(text).toContain(`${page} / ${pages}`);
});

/** All that stands on paper; the PDF has the same. */
async function standing(keeper: Keeper, spaceId: string, wish: PaperWish = {}): Promise<string> {
  return JSON.stringify(await papers.paper({ asking: await askingOf(keeper), locale: "en" }, spaceId, wish));
}

test("both get the same: names and no “you”, and the same fingerprints", async () => {
  const couple = await openCouple(server);
  await agree(couple, "boundary", BOUNDARY);
  await agree(couple, "commitment", PROMISE);
  const [ofA, ofB] = [await standing(couple.a, couple.spaceId), await standing(couple.b, couple.spaceId)];
  expect(ofB).toBe(ofA);
  expect(ofA).toContain("It is Ada’s.");
  expect(ofA).toMatch(/Offered by Ada on .*, accepted by Ben on /);
});

test("one agreement alone has all its wordings; what has ended stands on paper only where that is asked for", async () => {
  const couple = await openCouple(server);
  const { a, b, spaceId } = couple;
  const [first, second, other] = [canary(), canary(), canary()];
  const id = await agree(couple, "commitment", { ...PROMISE, what: first });
  await agree(couple, "commitment", { ...PROMISE, what: other });
  const changed = { ...PROMISE, what: second };
  const proposed = await b.keep({
    kind: "propose",
    agreement: id,
    version: 1,
    change: "change",
    words: changed,
  });
  await a.keep({ kind: "accept", answers: "seq" in proposed ? proposed.seq : 0 });

  const { text } = await pdfFor(a, spaceId, { only: id });
  for (const one of [second, first, "Earlier wordings", "Wording 2."]) expect(text).toContain(one);
  expect(text).not.toContain(other);
  const all = await standing(a, spaceId);
  for (const one of [second, other]) expect(all).toContain(one);
  expect(all).not.toContain(first);

  await b.keep({ kind: "end", agreement: id });
  expect(await standing(a, spaceId)).not.toContain(second);
  const withEnded = await standing(a, spaceId, { withEnded: true });
  for (const one of [second, other, "No longer in force", "Ended by Ben"]) expect(withEnded).toContain(one);
});

test("a paper has nothing of what somebody wrote that is no agreement: what waits, what was crossed, letters", async () => {
  const couple = await openCouple(server);
  const { a, b, spaceId } = couple;
  const id = await agree(couple, "boundary", BOUNDARY);
  const [offer, declined, crossing, letter, line] = [canary(), canary(), canary(), canary(), canary()];
  const waits = await b.keep({ kind: "offer", sort: "commitment", words: { ...PROMISE, what: offer } });
  const no = await b.keep({ kind: "offer", sort: "commitment", words: { ...PROMISE, what: declined } });
  const made = [
    waits,
    await a.keep({ kind: "decline", answers: "seq" in no ? no.seq : 0 }),
    await b.keep({
      kind: "crossed",
      agreement: id,
      version: 1,
      words: { happened: crossing, next: crossing },
    }),
    await b.keep({ kind: "letter", words: { text: letter } }),
    await b.keep({ kind: "appreciate", words: { text: line } }),
  ];
  for (const one of made) expect(one).toHaveProperty("seq"); // none was refused: they are all there
  const { text, bytes } = await pdfFor(a, spaceId);
  const onPaper = [text, Buffer.from(bytes).toString("latin1")];
  for (const wish of [{}, { withEnded: true }, { only: id }])
    for (const keeper of [a, b]) onPaper.push(await standing(keeper, spaceId, wish));
  for (const word of [offer, declined, crossing, letter, line])
    expect(onPaper.join("\n")).not.toContain(word);
  expect(onPaper.join("\n")).toContain(String(BOUNDARY.behaviour));
  expect(server.log.join("\n")).not.toContain(String(BOUNDARY.behaviour));
});

test("whoever is not one of the two gets what somebody with an unknown address gets", async () => {
  const couple = await openCouple(server);
  const other = await openCouple(server);
  const id = await agree(couple, "boundary", BOUNDARY);
  const theirs = await agree(other, "boundary", BOUNDARY);
  const [stranger, member] = [await server.requester(other.a.guest), await server.requester(couple.a.guest)];
  for (const spaceId of [couple.spaceId, crypto.randomUUID(), "nothing"])
    for (const requester of [stranger, await server.requester()])
      expect(await papers.fileFor(requester, spaceId, {})).toEqual(NOT_FOUND);
  for (const only of [theirs, crypto.randomUUID(), ""])
    expect(await papers.fileFor(member, couple.spaceId, { only })).toEqual(NOT_FOUND);
  const reader = { asking: await askingOf(other.a), locale: "en" } as const;
  expect(await papers.paper(reader, couple.spaceId, { only: id })).toBeNull();
  expect(await papers.prove(reader, couple.spaceId, "")).toBeNull();
});

test("a fingerprint from paper leads back to its agreement, for either, and to nothing in another space", async () => {
  const couple = await openCouple(server);
  const { a, b, spaceId } = couple;
  const id = await agree(couple, "boundary", BOUNDARY);
  const paper = await papers.paper({ asking: await askingOf(a), locale: "en" }, spaceId, {});
  const print = paper?.parts[0]?.entries[0]?.fingerprint ?? "";
  const prove = async (keeper: Keeper, typed: string, where = spaceId) =>
    papers.prove({ asking: await askingOf(keeper), locale: "en" }, where, typed);
  const agreed = { kind: "agreement", agreedOn: "March 1, 2026" };
  for (const keeper of [a, b]) {
    expect(await prove(keeper, print)).toMatchObject({ ...agreed, heldUntil: null });
    expect(await prove(keeper, print.replaceAll(" ", "").toUpperCase())).toMatchObject(agreed);
    expect(await prove(keeper, paper?.fingerprintOfAll ?? "")).toMatchObject({
      kind: "register",
      spans: [{ from: "March 1, 2026", until: null }],
    });
    expect(await prove(keeper, inFours("0".repeat(64)))).toEqual({ kind: "none" });
    expect(await prove(keeper, "a fingerprint")).toEqual({ kind: "unreadable" });
  }
  const other = await openCouple(server);
  expect(await prove(other.a, print, other.spaceId)).toEqual({ kind: "none" });

  server.clock.forward(86_400_000);
  await b.keep({ kind: "end", agreement: id });
  expect(await prove(a, print)).toMatchObject({ ...agreed, heldUntil: "March 2, 2026" });
  expect(await prove(a, paper?.fingerprintOfAll ?? "")).toMatchObject({
    spans: [{ until: "March 2, 2026" }],
  });
});

test("while a long one is set everything else goes on, and there are only so many in an hour", async () => {
  const limited = await startTestServer({ limits: { papersPerPerson: makeLimit(1, 3_600) } });
  const couple = await openCouple(limited);
  await agree(couple, "boundary", { ...BOUNDARY, why: "word ".repeat(1_400) });
  const requester = await limited.requester(couple.a.guest);
  let turns = 0;
  const counting = setInterval(() => {
    turns += 1;
  }, 1);
  const file = await limited.ground.papers.fileFor(requester, couple.spaceId, {});
  clearInterval(counting);
  expect(file.ok).toBe(true);
  expect(turns).toBeGreaterThan(20); // set by the thread that serves, it would be a handful
  const refused = await limited.ground.papers.fileFor(requester, couple.spaceId, {});
  expect(refused).toMatchObject({ ok: false, refusal: { kind: "slow-down" } });
  await limited.stop();
});

async function askingOf({ guest }: Keeper) {
  const { asking } = await server.requester(guest);
  if (!asking) throw new Error("They are signed in.");
  return asking;
}
