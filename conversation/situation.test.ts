import { describe, expect, test } from "vitest";
import { speakAndReflect } from "./guides/speak-and-reflect";
import { isInFirstStep, situationOf } from "./situation";
import {
  account,
  marking,
  pairGuide,
  reading,
  reviewing,
  settling,
  talking,
  writing,
} from "./testing/guides";
import {
  bothAcknowledge,
  MINUTE,
  type Play,
  play,
  playWithDue,
  playWithTherapist,
  sayAndReflect,
  sayReflectCheck,
} from "./testing/play";

const kinds = (talk: Play) => [situationOf(talk.state, "a").kind, situationOf(talk.state, "b").kind];

function inDialogue(): Play {
  const talk = play(speakAndReflect);
  bothAcknowledge(talk);
  return talk;
}

describe("each is asked for one thing at a time", () => {
  test("[Q1] ground rules, until both have said yes", () => {
    const talk = play(speakAndReflect);
    expect(situationOf(talk.state, "a")).toMatchObject({ kind: "acknowledge", isDone: false });
    talk.a({ kind: "acknowledge" });
    expect(situationOf(talk.state, "a")).toMatchObject({ kind: "acknowledge", isDone: true });
    expect(situationOf(talk.state, "b")).toMatchObject({ kind: "acknowledge", isDone: false });
  });

  test("[Q1] say, reflect, check, choose, and the other way round", () => {
    const talk = inDialogue();
    expect(kinds(talk)).toEqual(["say", "listen"]);
    talk.a({ kind: "say", words: { text: "One thing." } });
    expect(kinds(talk)).toEqual(["await-reflection", "reflect"]);
    const reflection = talk.b({ kind: "reflect", answers: 3, words: { text: "Back." } });
    expect(kinds(talk)).toEqual(["check", "await-check"]);
    talk.a({ kind: "check", answers: reflection, verdict: "yes" });
    expect(kinds(talk)).toEqual(["choose", "await-choice"]);
    talk.a({ kind: "pass-floor" });
    expect(kinds(talk)).toEqual(["listen", "say"]);
  });

  test("[Q1, D4] after “partly” the reflection is asked for again, with what was missing", () => {
    const talk = inDialogue();
    sayReflectCheck(talk, "a", "partly");
    expect(situationOf(talk.state, "b")).toMatchObject({ kind: "reflect", isAgain: true, answers: 3 });
    expect(situationOf(talk.state, "a")).toMatchObject({ kind: "await-reflection", maySayAnew: false });
  });

  test("[Q1, D5] after three tries the speaker may say it another way", () => {
    const talk = inDialogue();
    const said = sayAndReflect(talk, "a");
    talk.a({ kind: "check", answers: said, verdict: "no" });
    for (let tries = 0; tries < 2; tries += 1) {
      const again = talk.b({ kind: "reflect", answers: 3, words: { text: "Again." } });
      talk.a({ kind: "check", answers: again, verdict: "partly" });
    }
    expect(situationOf(talk.state, "a")).toMatchObject({ kind: "await-reflection", maySayAnew: true });
  });

  test("[Q1, D10] whoever said “I was heard” may give the floor back at once", () => {
    const talk = inDialogue();
    sayReflectCheck(talk, "a");
    talk.a({ kind: "heard" });
    sayReflectCheck(talk, "b");
    talk.b({ kind: "pass-floor" });
    expect(situationOf(talk.state, "a")).toMatchObject({ kind: "say", mayPass: true });
  });
});

test("[Q1] a break, a stop and the end are the same for both", () => {
  const talk = inDialogue();
  const returnAt = talk.in(30 * MINUTE);
  talk.b({ kind: "time-out", returnAt });
  for (const seat of ["a", "b"] as const)
    expect(situationOf(talk.state, seat)).toEqual({ kind: "time-out", until: returnAt });
  talk.a({ kind: "stop" });
  expect(kinds(talk)).toEqual(["stopped", "stopped"]);
});

test("[Q1, D7, D8] on the way out of a turn: the whole of it, what sense it makes, how it feels, and only then the floor", () => {
  const talk = play(pairGuide(talking({ once: true, summary: true, validate: true, empathise: true })));
  sayReflectCheck(talk, "a");
  talk.a({ kind: "pass-floor" });
  expect(situationOf(talk.state, "b")).toMatchObject({ kind: "reflect", of: "turn", answers: 1 });
  expect(situationOf(talk.state, "a")).toMatchObject({ kind: "await-reflection", of: "turn" });
  const summary = talk.b({ kind: "reflect", answers: 1 });
  expect(situationOf(talk.state, "a")).toMatchObject({ kind: "check", of: "turn", answers: summary });
  talk.a({ kind: "check", answers: summary, verdict: "yes" });
  expect(kinds(talk)).toEqual(["await-validation", "validate"]);
  talk.b({ kind: "validate", answers: 1 });
  expect(kinds(talk)).toEqual(["await-empathy", "empathise"]);
  const guess = talk.b({ kind: "empathise", answers: 1 });
  expect(kinds(talk)).toEqual(["correct", "await-correction"]);
  talk.a({ kind: "check", answers: guess, verdict: "partly" });
  expect(kinds(talk)).toEqual(["listen", "say"]);
});

test("[Q1, W1] a writing asks those it names, and tells the other that somebody writes", () => {
  const talk = play(pairGuide(account(), marking(), reading()));
  expect(situationOf(talk.state, "a")).toMatchObject({ kind: "write", part: "other" });
  expect(situationOf(talk.state, "b")).toMatchObject({ kind: "write", part: "asked" });
  talk.b({ kind: "write", ready: true });
  expect(situationOf(talk.state, "a")).toMatchObject({ kind: "mark", isMine: true });
  expect(situationOf(talk.state, "b")).toMatchObject({ kind: "mark", isMine: false });
});

test("[Q1, W1] whoever has answered waits for the other, and may change the answer", () => {
  const talk = play(pairGuide(writing(), reading()));
  talk.a({ kind: "write", ready: true });
  expect(situationOf(talk.state, "a")).toMatchObject({ kind: "write", part: "answered" });
  expect(situationOf(talk.state, "b")).toMatchObject({ kind: "write", part: "asked" });
});

test("[Q1, S5] in settling and in a review each is told whether they have said that this is all", () => {
  const settled = play(pairGuide(settling()));
  settled.a({ kind: "enough" });
  expect(situationOf(settled.state, "a")).toMatchObject({ kind: "settle", hasEnough: true });
  expect(situationOf(settled.state, "b")).toMatchObject({ kind: "settle", hasEnough: false });
  const reviewed = playWithDue(pairGuide(reviewing()));
  expect(situationOf(reviewed.state, "a")).toMatchObject({ kind: "review", hasEnough: false });
});

test("[Q2] before anything, each alone is asked whether this is a good moment", () => {
  const talk = play(speakAndReflect);
  expect(situationOf(talk.state, "a", false)).toEqual({ kind: "ready" });
  expect(situationOf(talk.state, "b", true)).toMatchObject({ kind: "acknowledge" });
  talk.b({ kind: "stop" });
  expect(situationOf(talk.state, "a", false)).toEqual({ kind: "stopped" });
  expect(isInFirstStep(talk.state, talk.state.head)).toBe(true);
});

test("[Q1] to stop once the first step has ended is no longer to leave it for another time", () => {
  const talk = inDialogue();
  const stop = talk.b({ kind: "stop" });
  expect(isInFirstStep(talk.state, stop)).toBe(false);
  expect(isInFirstStep(talk.state, 2)).toBe(true);
});

test("[Q1, H1] while the therapist holds the conversation nothing is asked of anybody", () => {
  const talk = playWithTherapist(pairGuide(talking()));
  talk.t({ kind: "hold" });
  expect(kinds(talk)).toEqual(["held", "held"]);
});

test("[Q1, G11] once the other has left there is nothing to do, wherever it was", () => {
  const wherever: readonly ((talk: Play) => void)[] = [
    () => {},
    (talk) => talk.a({ kind: "stop" }),
    (talk) => talk.a({ kind: "time-out", returnAt: talk.in(30 * MINUTE) }),
  ];
  for (const before of wherever) {
    const talk = inDialogue();
    before(talk);
    talk.leave(["b"], false);
    expect(situationOf(talk.state, "a")).toEqual({ kind: "left" });
    expect(situationOf(talk.state, "a", false)).toEqual({ kind: "left" });
  }
});
