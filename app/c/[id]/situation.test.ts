import { describe, expect, test } from "vitest";
import { speakAndReflect } from "#conversation/guides/speak-and-reflect";
import {
  bothAcknowledge,
  MINUTE,
  type Play,
  play,
  sayAndReflect,
  sayReflectCheck,
} from "#conversation/testing/play";
import { situationOf } from "./situation";

const kinds = (talk: Play) => [situationOf(talk.state, "a").kind, situationOf(talk.state, "b").kind];

function inDialogue(): Play {
  const talk = play(speakAndReflect);
  bothAcknowledge(talk);
  return talk;
}

describe("each is asked for one thing at a time", () => {
  test("ground rules, until both have said yes", () => {
    const talk = play(speakAndReflect);
    expect(situationOf(talk.state, "a")).toMatchObject({ kind: "acknowledge", isDone: false });
    talk.a({ kind: "acknowledge" });
    expect(situationOf(talk.state, "a")).toMatchObject({ kind: "acknowledge", isDone: true });
    expect(situationOf(talk.state, "b")).toMatchObject({ kind: "acknowledge", isDone: false });
  });

  test("say, reflect, check, choose, and the other way round", () => {
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

  test("after “partly” the reflection is asked for again, with what was missing", () => {
    const talk = inDialogue();
    sayReflectCheck(talk, "a", "partly");
    expect(situationOf(talk.state, "b")).toMatchObject({ kind: "reflect", isAgain: true, answers: 3 });
    expect(situationOf(talk.state, "a")).toMatchObject({ kind: "await-reflection", maySayAnew: false });
  });

  test("after three tries the speaker may say it another way", () => {
    const talk = inDialogue();
    const said = sayAndReflect(talk, "a");
    talk.a({ kind: "check", answers: said, verdict: "no" });
    for (let tries = 0; tries < 2; tries += 1) {
      const again = talk.b({ kind: "reflect", answers: 3, words: { text: "Again." } });
      talk.a({ kind: "check", answers: again, verdict: "partly" });
    }
    expect(situationOf(talk.state, "a")).toMatchObject({ kind: "await-reflection", maySayAnew: true });
  });

  test("whoever said “I was heard” may give the floor back at once", () => {
    const talk = inDialogue();
    sayReflectCheck(talk, "a");
    talk.a({ kind: "heard" });
    sayReflectCheck(talk, "b");
    talk.b({ kind: "pass-floor" });
    expect(situationOf(talk.state, "a")).toMatchObject({ kind: "say", mayPass: true });
  });
});

test("a break, a stop and the end are the same for both", () => {
  const talk = inDialogue();
  const returnAt = talk.in(30 * MINUTE);
  talk.b({ kind: "time-out", returnAt });
  for (const seat of ["a", "b"] as const)
    expect(situationOf(talk.state, seat)).toEqual({ kind: "time-out", until: returnAt });
  talk.a({ kind: "stop" });
  expect(kinds(talk)).toEqual(["stopped", "stopped"]);
});
