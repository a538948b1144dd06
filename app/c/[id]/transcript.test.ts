import { expect, test } from "vitest";
import { speakAndReflect } from "#conversation/guides/speak-and-reflect";
import type { Seat } from "#conversation/seats";
import { pairGuide, reading, writing } from "#conversation/testing/guides";
import { bothAcknowledge, type Play, play, sayReflectCheck } from "#conversation/testing/play";
import { transcript } from "./transcript";

const linesFor = (talk: Play, reader: Seat) =>
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
