import { expect, test } from "vitest";
import { speakAndReflect } from "#conversation/guides/speak-and-reflect";
import { bothAcknowledge, play, sayReflectCheck } from "#conversation/testing/play";
import { knowNothing, learn } from "./known-conversation";

function talkInTheMiddle() {
  const talk = play(speakAndReflect);
  bothAcknowledge(talk);
  sayReflectCheck(talk, "a");
  return { talk, entries: talk.view("b").entries, nothing: knowNothing(talk.guide, talk.roster) };
}

test("entries in order make the state that the rules make of them", () => {
  const { talk, entries, nothing } = talkInTheMiddle();
  const known = learn(nothing, { entries });
  expect(known?.state).toEqual(talk.state);
  expect(known?.entries).toEqual(entries);
});

test("what is known already is passed over, and in pieces it is the same as at once", () => {
  const { entries, nothing } = talkInTheMiddle();
  const first = learn(nothing, { entries: entries.slice(0, 3) });
  expect(first && learn(first, { entries })).toEqual(learn(nothing, { entries }));
});

test("a gap is told, and nothing is taken", () => {
  const { entries, nothing } = talkInTheMiddle();
  expect(learn(nothing, { entries: entries.slice(1) })).toBeNull();
});

test("words that were revealed are put where they belong", () => {
  const { entries, nothing } = talkInTheMiddle();
  const silent = entries.map(({ words: _words, ...entry }) => entry);
  const known = learn(nothing, { entries: silent, revealed: [{ seq: 3, words: { text: "At last." } }] });
  expect(known?.entries.filter(({ words }) => words)).toMatchObject([
    { seq: 3, words: { text: "At last." } },
  ]);
});
