import { describe, expect, test } from "vitest";
import type { Guide } from "./guide";
import { EVERY_KIND, structureOf } from "./testing/any-move";
import { pairGuide, reading, soloGuide, talking, writing } from "./testing/guides";
import { HOUR, MINUTE, type Play, play, playWithTherapist, sayAndReflect } from "./testing/play";

const RETURN = { kind: "return" } as const;
const timeOut = (returnAt: string) => ({ kind: "time-out", returnAt }) as const;
const dialogue = () => play(pairGuide(talking()));

describe("calling a time-out", () => {
  test("[T1] either partner may, whoever has the floor", () => {
    const talk = dialogue();
    expect(talk.refusal("a", timeOut(talk.in(HOUR)))).toBeNull();
    expect(talk.refusal("b", timeOut(talk.in(HOUR)))).toBeNull();
    talk.b(timeOut(talk.in(HOUR)));
    expect(talk.status).toBe("timed-out");
  });

  test("[T1] alone too", () => {
    const alone = play(soloGuide(reading()));
    expect(alone.refusal("a", timeOut(alone.in(HOUR)))).toBeNull();
  });

  test.each([
    ["20 minutes exactly", 20 * MINUTE],
    ["24 hours exactly", 24 * HOUR],
  ])("[T1] %s ahead is a return time", (_, ahead) => {
    const talk = dialogue();
    expect(talk.refusal("a", timeOut(talk.in(ahead)))).toBeNull();
  });

  test.each([
    ["a millisecond less than 20 minutes", 20 * MINUTE - 1],
    ["a millisecond more than 24 hours", 24 * HOUR + 1],
    ["now", 0],
    ["an hour ago", -HOUR],
  ])("[T1] %s is a bad return time", (_, ahead) => {
    const talk = dialogue();
    expect(talk.refusal("a", timeOut(talk.in(ahead)))).toEqual({ kind: "bad-return-time" });
  });

  test.each(["", "soon", "2026-13-45T99:99:99Z", "NaN"])("[T1] %j is a bad return time", (returnAt) => {
    expect(dialogue().refusal("a", timeOut(returnAt))).toEqual({ kind: "bad-return-time" });
  });

  test("[T1] the return time is measured from now, not from the beginning", () => {
    const talk = dialogue();
    const returnAt = talk.in(HOUR);
    talk.later(40 * MINUTE);
    expect(talk.refusal("a", timeOut(returnAt))).toBeNull();
    talk.later(1);
    expect(talk.refusal("a", timeOut(returnAt))).toEqual({ kind: "bad-return-time" });
  });
});

describe("during a time-out", () => {
  test("[T2] nothing is open but stop", () => {
    const talk = dialogue();
    talk.a(timeOut(talk.in(HOUR)));
    expect(talk.open("a")).toEqual([{ kind: "stop" }]);
    expect(talk.open("b")).toEqual([{ kind: "stop" }]);
  });

  const CLOSED = EVERY_KIND.filter((kind) => kind !== "stop" && kind !== "return");
  test.each(CLOSED)("[T2] %s is refused, with the time it lasts until", (kind) => {
    const talk = dialogue();
    const until = talk.in(HOUR);
    talk.a(timeOut(until));
    expect(talk.refusal("a", structureOf(kind))).toEqual({ kind: "timed-out", until });
    talk.later(2 * HOUR);
    expect(talk.refusal("b", structureOf(kind))).toEqual({ kind: "timed-out", until });
  });

  test("[T3] a millisecond before the return time it is too soon, for both", () => {
    const talk = dialogue();
    const until = talk.in(20 * MINUTE);
    talk.a(timeOut(until));
    talk.later(20 * MINUTE - 1);
    expect(talk.refusal("a", RETURN)).toEqual({ kind: "too-soon", until });
    expect(talk.refusal("b", RETURN)).toEqual({ kind: "too-soon", until });
  });

  test.each(["a", "b"] as const)("[T3] from the return time on %s may return", (seat) => {
    const talk = dialogue();
    talk.a(timeOut(talk.in(20 * MINUTE)));
    talk.later(20 * MINUTE);
    expect(talk.open(seat)).toEqual([RETURN, { kind: "stop" }]);
    talk.take(seat, RETURN);
    expect(talk.status).toBe("running");
  });

  test("[T3] nobody has to return: days later it is still possible", () => {
    const talk = dialogue();
    talk.a(timeOut(talk.in(HOUR)));
    talk.later(30 * 24 * HOUR);
    expect(talk.status).toBe("timed-out");
    expect(talk.refusal("b", RETURN)).toBeNull();
  });

  test("[T3] there is nothing to return from while running", () => {
    expect(dialogue().refusal("a", RETURN)).toEqual({ kind: "not-open" });
  });

  test("[T2, T3] the therapist may return at any time, and do nothing else", () => {
    const talk = playWithTherapist(pairGuide(talking()));
    const until = talk.in(HOUR);
    talk.a(timeOut(until));
    expect(talk.open("t")).toEqual([RETURN]);
    for (const kind of EVERY_KIND.filter((kind) => kind !== "return"))
      expect(talk.refusal("t", structureOf(kind))).toEqual({ kind: "timed-out", until });
    talk.t(RETURN);
    expect(talk.status).toBe("running");
  });

  test("[T3] a therapist shortens it for both: what was too soon is over", () => {
    const talk = playWithTherapist(pairGuide(talking()));
    talk.a(timeOut(talk.in(HOUR)));
    talk.t(RETURN);
    expect(talk.refusal("b", RETURN)).toEqual({ kind: "not-open" });
    expect(talk.openInStep("a")).toEqual([{ kind: "say" }]);
  });

  test("[T3, H6] where there is no therapist nobody else returns for them", () => {
    const talk = dialogue();
    talk.a(timeOut(talk.in(HOUR)));
    talk.later(2 * HOUR);
    expect(talk.open("t")).toEqual([]);
    expect(talk.refusal("t", RETURN)).toEqual({ kind: "not-a-member" });
  });
});

describe("in the middle of anything", () => {
  const middles: readonly (readonly [string, Guide, (talk: Play) => unknown])[] = [
    ["acknowledging", pairGuide(reading()), (talk) => talk.a({ kind: "acknowledge" })],
    ["writing", pairGuide(writing()), (talk) => talk.b({ kind: "write", ready: true })],
    ["a reflection that is waited for", pairGuide(talking()), (talk) => talk.a({ kind: "say" })],
    ["a check that is waited for", pairGuide(talking()), (talk) => sayAndReflect(talk, "a")],
  ];

  test.each(middles)("[T4] after a time-out in %s everything stands as it stood", (_, guide, lead) => {
    const talk = play(guide);
    lead(talk);
    const before = { a: talk.open("a"), b: talk.open("b"), steps: talk.state.steps };
    talk.b(timeOut(talk.in(HOUR)));
    expect(talk.open("a")).not.toEqual(before.a);
    talk.later(HOUR);
    talk.a(RETURN);
    expect({ a: talk.open("a"), b: talk.open("b"), steps: talk.state.steps }).toEqual(before);
  });

  test("[T4] there may be another time-out after it", () => {
    const talk = dialogue();
    talk.a(timeOut(talk.in(HOUR)));
    talk.later(HOUR);
    talk.b(RETURN);
    talk.b(timeOut(talk.in(HOUR)));
    expect(talk.refusal("a", RETURN)).toEqual({ kind: "too-soon", until: talk.in(HOUR) });
  });
});
