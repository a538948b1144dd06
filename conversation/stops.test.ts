import { describe, expect, test } from "vitest";
import { EVERY_KIND, structureOf } from "./testing/any-move";
import { pairGuide, reading, soloGuide, talking } from "./testing/guides";
import { bothAcknowledge, HOUR, play, playWithTherapist, sayAndReflect } from "./testing/play";

const STOP = { kind: "stop" } as const;
const REOPEN = { kind: "reopen" } as const;
const dialogue = () => play(pairGuide(talking()));

describe("stopping", () => {
  test.each(["a", "b"] as const)("[F1] %s may stop at any time, whoever has the floor", (seat) => {
    const talk = dialogue();
    expect(talk.refusal(seat, STOP)).toBeNull();
    talk.a({ kind: "say" });
    expect(talk.refusal(seat, STOP)).toBeNull();
    talk.b({ kind: "reflect", answers: 1 });
    talk.take(seat, STOP);
    expect(talk.status).toBe("stopped");
    expect(talk.state.stoppedBy).toBe(seat);
  });

  test.each(["a", "b"] as const)("[F1] %s may stop in a time-out, before its end and after", (seat) => {
    const talk = dialogue();
    talk.a({ kind: "time-out", returnAt: talk.in(HOUR) });
    expect(talk.refusal(seat, STOP)).toBeNull();
    talk.later(HOUR);
    talk.take(seat, STOP);
    expect(talk.status).toBe("stopped");
  });

  test("[F1] alone too, and the therapist does not stop it for them", () => {
    expect(play(soloGuide(reading())).refusal("a", STOP)).toBeNull();
    expect(playWithTherapist(pairGuide(talking())).refusal("t", STOP)).toEqual({ kind: "not-your-turn" });
  });
});

describe("while it is stopped", () => {
  test("[F2] nothing is open but to reopen, to either", () => {
    const talk = dialogue();
    talk.a(STOP);
    expect(talk.open("a")).toEqual([REOPEN]);
    expect(talk.open("b")).toEqual([REOPEN]);
  });

  test.each(EVERY_KIND.filter((kind) => kind !== "reopen"))("[F2] %s is refused as stopped", (kind) => {
    const talk = dialogue();
    talk.a(STOP);
    expect(talk.refusal("a", structureOf(kind))).toEqual({ kind: "stopped" });
    expect(talk.refusal("b", structureOf(kind))).toEqual({ kind: "stopped" });
  });

  test("[F2] the therapist does not reopen it", () => {
    const talk = playWithTherapist(pairGuide(talking()));
    talk.a(STOP);
    expect(talk.refusal("t", REOPEN)).toEqual({ kind: "stopped" });
  });
});

describe("reopening", () => {
  test.each(["a", "b"] as const)("[F2] %s may, whoever stopped, and it stands where it stood", (seat) => {
    const talk = dialogue();
    sayAndReflect(talk, "a");
    const before = { a: talk.open("a"), b: talk.open("b"), steps: talk.state.steps };
    talk.a(STOP);
    talk.later(30 * 24 * HOUR);
    talk.take(seat, REOPEN);
    expect({ a: talk.open("a"), b: talk.open("b"), steps: talk.state.steps }).toEqual(before);
  });

  test("[F2] nobody has to act after it", () => {
    const talk = play(pairGuide(reading(), talking()));
    bothAcknowledge(talk);
    talk.b(STOP);
    talk.b(REOPEN);
    expect(talk.refusal("b", STOP)).toBeNull();
    expect(talk.state.stoppedBy).toBeNull();
  });

  test("[F2] it leads back into the time-out in which it was stopped, with the same return time", () => {
    const talk = dialogue();
    const until = talk.in(HOUR);
    talk.a({ kind: "time-out", returnAt: until });
    talk.b(STOP);
    expect(talk.refusal("a", { kind: "return" })).toEqual({ kind: "stopped" });
    talk.a(REOPEN);
    expect(talk.status).toBe("timed-out");
    expect(talk.refusal("b", { kind: "return" })).toEqual({ kind: "too-soon", until });
    talk.later(HOUR);
    expect(talk.refusal("b", { kind: "return" })).toBeNull();
  });

  test("[F2] there is nothing to reopen while it runs", () => {
    expect(dialogue().refusal("a", REOPEN)).toEqual({ kind: "not-open" });
  });

  test("[F2] it may be stopped and reopened again and again", () => {
    const talk = dialogue();
    for (const seat of ["a", "b", "a"] as const) {
      talk.take(seat, STOP);
      talk.take(seat, REOPEN);
    }
    expect(talk.status).toBe("running");
  });
});
