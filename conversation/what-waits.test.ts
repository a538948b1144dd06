import { describe, expect, test } from "vitest";
import { speakAndReflect } from "./guides/speak-and-reflect";
import { takingStock } from "./guides/taking-stock";
import { pairGuide, settling } from "./testing/guides";
import { bothAcknowledge, HOUR, type Play, play } from "./testing/play";
import { whatWaits } from "./what-waits";

/** What waits for a, and what waits for b. */
const forEach = ({ state, now }: Play) => [whatWaits(state, "a", now), whatWaits(state, "b", now)];

function inDialogue(): Play {
  const talk = play(speakAndReflect);
  bothAcknowledge(talk);
  return talk;
}

describe("what waits", () => {
  test("[Q3] a time that was suggested waits for the other where nothing else does", () => {
    const talk = inDialogue();
    const at = talk.a({ kind: "suggest-time", meetAt: talk.in(HOUR) });
    expect(forEach(talk)).toEqual(["say", "answer-time"]);
    talk.b({ kind: "answer-time", answers: at, accepted: false });
    talk.b({ kind: "suggest-time", meetAt: talk.in(HOUR) });
    expect(forEach(talk)).toEqual(["say", null]);
    talk.a({ kind: "say", aloud: true });
    expect(forEach(talk)).toEqual(["answer-time", "reflect"]);
    talk.later(HOUR);
    expect(forEach(talk)).toEqual([null, "reflect"]);
  });

  test("[Q3] waits for one of them, and for the other it is not there", () => {
    const talk = inDialogue();
    expect(forEach(talk)).toEqual(["say", null]);
    talk.a({ kind: "say", aloud: true });
    expect(forEach(talk)).toEqual([null, "reflect"]);
    const reflection = talk.b({ kind: "reflect", answers: 3, aloud: true });
    expect(forEach(talk)).toEqual(["check", null]);
    talk.a({ kind: "check", answers: reflection, verdict: "yes" });
    expect(forEach(talk)).toEqual(["choose", null]);
    talk.a({ kind: "pass-floor" });
    expect(forEach(talk)).toEqual([null, "say"]);
  });

  test("[Q3] waits for both where both are asked, until each has done their part", () => {
    const reading = play(speakAndReflect);
    expect(forEach(reading)).toEqual(["acknowledge", "acknowledge"]);
    reading.a({ kind: "acknowledge" });
    expect(forEach(reading)).toEqual([null, "acknowledge"]);
    const writing = play(takingStock);
    expect(forEach(writing)).toEqual(["write", "write"]);
  });

  test("[Q3] is nothing in a break, until its time has come", () => {
    const talk = inDialogue();
    talk.b({ kind: "time-out", returnAt: new Date(talk.now + HOUR).toISOString() });
    expect(forEach(talk)).toEqual([null, null]);
    talk.now += HOUR;
    expect(forEach(talk)).toEqual(["return", "return"]);
  });

  test("[Q3] is nothing where somebody stopped, and nothing where somebody has left", () => {
    const stopped = inDialogue();
    stopped.a({ kind: "stop" });
    expect(forEach(stopped)).toEqual([null, null]);
    const { state, now } = inDialogue();
    const left = { ...state, roster: { ...state.roster, left: ["b" as const] } };
    expect(whatWaits(left, "a", now)).toBeNull();
  });

  test("[Q3] of what is offered, is what the other offered; what one offered oneself waits for nobody here", () => {
    const talk = play(pairGuide(settling()));
    expect(forEach(talk)).toEqual(["offer", "offer"]);
    talk.a({
      kind: "propose",
      sort: "commitment",
      words: { what: "I call", when: "Late", sign: "It rings" },
    });
    expect(forEach(talk)).toEqual([null, "answer"]);
    talk.b({ kind: "decline", answers: 1 });
    talk.b({ kind: "enough" });
    expect(forEach(talk)).toEqual(["offer", null]);
  });

  test("[Q3, S1] is not an offer of whoever is not asked for one", () => {
    const talk = play(pairGuide(settling({ offeredBy: "second" })));
    expect(forEach(talk)).toEqual([null, "offer"]);
  });
});
