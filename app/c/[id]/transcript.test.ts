import { expect, test } from "vitest";
import { speakAndReflect } from "#conversation/guides/speak-and-reflect";
import type { Partner } from "#conversation/seats";
import {
  account,
  marking,
  pairGuide,
  reading,
  settling,
  talking,
  writing,
} from "#conversation/testing/guides";
import { bothAcknowledge, type Play, play, sayAndReflect, sayReflectCheck } from "#conversation/testing/play";
import { transcript } from "./transcript";

const linesFor = (talk: Play, reader: Partner) =>
  transcript(talk.state, talk.view(reader).entries, reader).flatMap(({ lines }) => lines);

test("a check stands with the reflection it answers, a repair with its reply", () => {
  const talk = play(speakAndReflect);
  bothAcknowledge(talk);
  sayReflectCheck(talk, "a", "partly");
  const repair = talk.b({ kind: "repair", family: "sorry" });
  talk.a({ kind: "answer-repair", answers: repair, taken: true });
  expect(linesFor(talk, "b")).toMatchObject([
    { kind: "said", said: { seat: "a" } },
    { kind: "reflection", reflection: { seat: "b" }, check: { verdict: "partly" } },
    { kind: "repair", repair: { family: "sorry" }, answer: { taken: true } },
  ]);
});

test("each part of the conversation is a chapter of its own", () => {
  const talk = play(speakAndReflect);
  bothAcknowledge(talk);
  for (const seat of ["a", "b"] as const) {
    sayReflectCheck(talk, seat);
    talk.take(seat, { kind: "heard" });
  }
  const chapters = transcript(talk.state, talk.view("a").entries, "a");
  expect(chapters.map(({ step, lines }) => [step.id, lines.length])).toEqual([
    ["ground-rules", 0],
    ["talk", 6],
    ["understood", 0],
  ]);
});

test("of writings only the latest of each is shown, and of another's only what may be read", () => {
  const talk = play(pairGuide(writing({ seen: "together" }), reading()));
  talk.a({ kind: "write", ready: true, words: { story: "First." } });
  talk.a({ kind: "write", ready: true, words: { story: "Second." } });
  expect(linesFor(talk, "a")).toMatchObject([{ written: { words: { story: "Second." } } }]);
  expect(linesFor(talk, "b")).toEqual([]);
  talk.b({ kind: "write", ready: true, words: { story: "Mine." } });
  expect(linesFor(talk, "b")).toMatchObject([
    { written: { words: { story: "Second." } }, readBy: "all" },
    { written: { words: { story: "Mine." } }, readBy: "all" },
  ]);
});

test("what one writes for oneself is marked so, and is on nobody else's page", () => {
  const talk = play(pairGuide(writing({ seen: "self" }), reading()));
  talk.a({ kind: "write", ready: true, words: { story: "Mine alone." } });
  talk.b({ kind: "write", ready: true, words: { story: "Theirs alone." } });
  expect(linesFor(talk, "a")).toMatchObject([
    { written: { words: { story: "Mine alone." } }, readBy: "self" },
  ]);
});

test("a reflection of the whole turn is told from one of the last thing said", () => {
  const talk = play(pairGuide(talking({ once: true, summary: true, empathise: true }), reading()));
  sayReflectCheck(talk, "a");
  talk.a({ kind: "pass-floor" });
  const summary = talk.b({ kind: "reflect", answers: 1 });
  talk.a({ kind: "check", answers: summary, verdict: "yes" });
  const guess = talk.b({ kind: "empathise", answers: 1 });
  talk.a({ kind: "check", answers: guess, verdict: "partly", words: { text: "Tired." } });
  sayAndReflect(talk, "b");
  const reflections = linesFor(talk, "a").filter((line) => line.kind === "reflection");
  expect(reflections).toMatchObject([
    { reflection: { kind: "reflect" }, isOfTurn: false },
    { reflection: { kind: "reflect" }, isOfTurn: true, check: { verdict: "yes" } },
    { reflection: { kind: "empathise" }, isOfTurn: false, check: { words: { text: "Tired." } } },
    { reflection: { kind: "reflect" }, isOfTurn: false, check: null },
  ]);
});

test("what was offered is here once something has become of it", () => {
  const talk = play(pairGuide(settling(), reading()));
  const propose = { kind: "propose", sort: "commitment" } as const;
  const first = talk.a({ ...propose, words: { what: "One." } });
  expect(linesFor(talk, "b")).toEqual([]);
  const better = talk.b({ ...propose, amends: first, words: { what: "Two." } });
  talk.a({ kind: "accept", answers: better });
  const refused = talk.a({ ...propose, words: { what: "Three." } });
  talk.b({ kind: "decline", answers: refused });
  const takenBack = talk.b({ ...propose, words: { what: "Four." } });
  talk.b({ kind: "withdraw", answers: takenBack });
  expect(linesFor(talk, "a")).toMatchObject([
    { kind: "proposal", proposal: { words: { what: "One." } }, outcome: "amended" },
    { kind: "proposal", proposal: { words: { what: "Two." } }, outcome: "settled" },
    { kind: "proposal", proposal: { words: { what: "Three." } }, outcome: "declined" },
    { kind: "proposal", proposal: { words: { what: "Four." } }, outcome: "withdrawn" },
  ]);
});

test("marks stand with what they are marks of, and change with it", () => {
  const talk = play(pairGuide(account(), marking(), reading()));
  const written = talk.b({ kind: "write", ready: true, words: { story: "It.", harm: "That." } });
  talk.a({ kind: "mark", answers: written, part: "story", verdict: "landed" });
  talk.a({ kind: "mark", answers: written, part: "harm", verdict: "deferred" });
  talk.a({ kind: "mark", answers: written, part: "harm", verdict: "landed" });
  expect(linesFor(talk, "b")).toMatchObject([{ marks: { story: "landed", harm: "landed" } }]);
});

test("what was taken back keeps its place, and an offer that nobody can answer any more has lapsed", () => {
  const talk = play(pairGuide(writing({ seen: "together" }), settling()));
  talk.a({ kind: "write", ready: true, words: { story: "Mine." } });
  talk.b({ kind: "write", ready: true, words: { story: "Theirs." } });
  talk.a({ kind: "propose", sort: "commitment", words: { what: "One." } });
  talk.leave(["a"], true);
  expect(linesFor(talk, "b")).toMatchObject([
    { kind: "written", written: { seat: "a", withdrawn: true } },
    { kind: "written", written: { words: { story: "Theirs." } } },
    { kind: "proposal", proposal: { withdrawn: true }, outcome: "lapsed" },
  ]);
});
