import { describe, expect, test } from "vitest";
import { sharedPace } from "./meetings";
import { PACES, type Structure } from "./moves";
import { pairGuide, reading, settling, soloGuide, talking, writing } from "./testing/guides";
import { bothAcknowledge, HOUR, MINUTE, type Play, play, playWithTherapist } from "./testing/play";

const dialogue = () => play(pairGuide(talking()));
const suggest = (meetAt: string): Structure => ({ kind: "suggest-time", meetAt });
const answer = (answers: number, accepted = true) => ({ kind: "answer-time", answers, accepted }) as const;
const withdraw = (answers: number) => ({ kind: "withdraw-time", answers }) as const;
/** Suggests a time an hour ahead. Gives its number. */
const suggestBy = (talk: Play, seat: "a" | "b") => talk.take(seat, suggest(talk.in(HOUR)));

describe("a pace", () => {
  test.each(PACES)("[P1] either partner may say %s, whoever has the floor", (pace) => {
    const talk = dialogue();
    talk.b({ kind: "pace", pace });
    expect(sharedPace(talk.state)).toBeNull();
    talk.a({ kind: "pace", pace });
    expect(talk.state.pace).toEqual({ a: pace, b: pace });
    expect(sharedPace(talk.state)).toBe(pace);
  });

  test("[P1] another takes its place, the same again is not open, and the other’s stays theirs", () => {
    const talk = dialogue();
    talk.a({ kind: "pace", pace: "now" });
    expect(talk.refusal("a", { kind: "pace", pace: "now" })).toEqual({ kind: "not-open" });
    talk.a({ kind: "pace", pace: "this-week" });
    expect(talk.refusal("b", { kind: "pace", pace: "this-week" })).toBeNull();
    expect(talk.state.pace).toEqual({ a: "this-week" });
  });

  test("[P1] in every kind of step, and nothing of the step changes", () => {
    const talk = play(pairGuide(reading(), writing(), settling()));
    const steps = [
      () => bothAcknowledge(talk),
      () => [talk.a({ kind: "write", ready: true }), talk.b({ kind: "write", ready: true })],
      () => [],
    ];
    for (const next of steps) {
      const before = talk.state.steps;
      for (const pace of PACES) talk.a({ kind: "pace", pace });
      talk.b(withdraw(talk.b(suggest(talk.in(HOUR)))));
      expect(talk.state.steps).toEqual(before);
      next();
    }
  });

  test.each<Structure>([
    { kind: "pace", pace: "now" },
    suggest("2026-03-02T19:00:00.000Z"),
    answer(1),
    withdraw(1),
  ])(
    "[P1, T2, F2, H6] $kind is open to nobody in a break, stopped, complete, held, alone or as a therapist",
    (move) => {
      const talk = dialogue();
      suggestBy(talk, "b");
      const until = talk.in(HOUR);
      talk.a({ kind: "time-out", returnAt: until });
      expect(talk.refusal("a", move)).toEqual({ kind: "timed-out", until });
      talk.a({ kind: "stop" });
      expect(talk.refusal("a", move)).toEqual({ kind: "stopped" });
      const held = playWithTherapist(pairGuide(reading()));
      expect(held.refusal("t", move)).not.toBeNull();
      held.t({ kind: "hold" });
      expect(held.refusal("a", move)).toEqual({ kind: "held" });
      const over = play(pairGuide(reading()));
      bothAcknowledge(over);
      expect(over.refusal("a", move)).toEqual({ kind: "complete" });
      expect(play(soloGuide(reading())).refusal("a", move)).not.toBeNull();
    },
  );
});

describe("a time to talk", () => {
  test.each([
    ["5 minutes exactly", 5 * MINUTE],
    ["90 days exactly", 90 * 24 * HOUR],
  ])("[P3] %s ahead may be suggested", (_, ahead) => {
    const talk = dialogue();
    expect(talk.refusal("a", suggest(talk.in(ahead)))).toBeNull();
  });

  test.each([
    ["a millisecond less than 5 minutes", 5 * MINUTE - 1],
    ["a millisecond more than 90 days", 90 * 24 * HOUR + 1],
    ["now", 0],
    ["yesterday", -24 * HOUR],
  ])("[P3] %s may not", (_, ahead) => {
    const talk = dialogue();
    expect(talk.refusal("a", suggest(talk.in(ahead)))).toEqual({ kind: "bad-meeting-time" });
  });

  test.each(["", "soon", "2026-13-45T99:99:99Z"])("[P3] %j is no time", (meetAt) => {
    expect(dialogue().refusal("a", suggest(meetAt))).toEqual({ kind: "bad-meeting-time" });
  });

  test("[P4] the other says yes, and it is set aside", () => {
    const talk = dialogue();
    const at = talk.in(HOUR);
    const seq = talk.a(suggest(at));
    expect(talk.refusal("a", answer(seq))).toEqual({ kind: "not-your-turn" });
    const accepted = talk.b(answer(seq));
    expect(talk.state).toMatchObject({ suggestion: null, meeting: { seq, accepted, at } });
    expect(talk.refusal("b", answer(seq))).toEqual({ kind: "stale", current: null });
  });

  test("[P4] the other says not then, and nothing else changes", () => {
    const talk = dialogue();
    const first = suggestBy(talk, "a");
    talk.b(answer(first));
    const { meeting } = talk.state;
    talk.a(answer(suggestBy(talk, "b"), false));
    expect(talk.state).toMatchObject({ suggestion: null, meeting });
  });

  test("[P2, G4] a newer suggestion takes the place of one that waits, of either", () => {
    const talk = dialogue();
    const first = suggestBy(talk, "a");
    const second = suggestBy(talk, "a");
    expect(talk.refusal("b", answer(first))).toEqual({ kind: "stale", current: second });
    const third = suggestBy(talk, "b");
    expect(talk.refusal("b", answer(second))).toEqual({ kind: "stale", current: null });
    expect(talk.refusal("a", answer(third))).toBeNull();
  });

  test("[P4] another time that both say yes to takes the place of the first", () => {
    const talk = dialogue();
    talk.b(answer(suggestBy(talk, "a")));
    const second = suggestBy(talk, "b");
    talk.a(answer(second));
    expect(talk.state.meeting?.seq).toBe(second);
  });

  test("[P5] the author takes it back while it waits; the other cannot", () => {
    const talk = dialogue();
    const seq = suggestBy(talk, "a");
    expect(talk.refusal("b", withdraw(seq))).toEqual({ kind: "not-your-turn" });
    talk.a(withdraw(seq));
    expect(talk.state.suggestion).toBeNull();
    expect(talk.refusal("b", answer(seq))).toEqual({ kind: "stale", current: null });
  });

  test.each(["a", "b"] as const)("[P5] %s calls off what both had set aside", (seat) => {
    const talk = dialogue();
    const seq = suggestBy(talk, "a");
    talk.b(answer(seq));
    talk.take(seat, withdraw(seq));
    expect(talk.state.meeting).toBeNull();
  });

  test("[P3, P6] once it has passed it is no longer said yes to, but still said no to; a meeting stays known", () => {
    const talk = dialogue();
    const first = suggestBy(talk, "a");
    talk.b(answer(first));
    const second = suggestBy(talk, "a");
    talk.later(HOUR);
    expect(talk.refusal("b", answer(second))).toEqual({ kind: "bad-meeting-time" });
    expect(talk.refusal("b", answer(second, false))).toBeNull();
    expect(talk.state.meeting?.seq).toBe(first);
  });
});
