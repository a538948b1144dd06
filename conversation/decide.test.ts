import { afterEach, describe, expect, test, vi } from "vitest";
import { decide } from "./decide";
import { evolve } from "./evolve";
import type { MoveKind } from "./moves";
import { EVERY_KIND, structureOf } from "./testing/any-move";
import { pairGuide, reading, soloGuide, talking, writing } from "./testing/guides";
import {
  bothAcknowledge,
  EVENING,
  MINUTE,
  play,
  playWithTherapist,
  sayAndReflect,
  sayReflectCheck,
} from "./testing/play";

const OF_THERAPIST: readonly MoveKind[] = ["hold", "resume", "prompt", "hand-floor", "skip-step", "caucus"];
const WRITE = { kind: "write", ready: true } as const;
const guide = pairGuide(reading(), talking(), writing());

describe("steps and their order", () => {
  test("[G1] steps run in the order of the guide, one at a time", () => {
    const talk = play(pairGuide(writing({ id: "one" }), reading({ id: "two" }), writing({ id: "three" })));
    expect(talk.step).toBe("one");
    talk.a(WRITE);
    talk.b(WRITE);
    expect(talk.step).toBe("two");
    bothAcknowledge(talk);
    expect(talk.step).toBe("three");
  });

  test("[G1] a move of an earlier or a later step is not open", () => {
    const talk = play(guide);
    expect(talk.refusal("a", { kind: "say" })).toEqual({ kind: "not-open" });
    bothAcknowledge(talk);
    expect(talk.refusal("a", { kind: "acknowledge" })).toEqual({ kind: "not-open" });
    expect(talk.refusal("a", WRITE)).toEqual({ kind: "not-open" });
  });

  test("[G7] the conversation is complete when its last step ends", () => {
    const talk = play(pairGuide(reading()));
    talk.a({ kind: "acknowledge" });
    expect(talk.status).toBe("running");
    talk.b({ kind: "acknowledge" });
    expect(talk.status).toBe("complete");
  });

  test.each(EVERY_KIND)("[G7] nothing is open after the end: %s is refused as complete", (kind) => {
    const talk = play(pairGuide(reading()));
    bothAcknowledge(talk);
    expect(talk.open("a")).toEqual([]);
    expect(talk.refusal("a", structureOf(kind, { answers: 1 }))).toEqual({ kind: "complete" });
    expect(talk.refusal("b", structureOf(kind, { answers: 2 }))).toEqual({ kind: "complete" });
  });
});

describe("a move that answers another", () => {
  test("[G4] a second tab that checks once more learns that there is nothing to check", () => {
    const talk = play(pairGuide(talking()));
    const check = { kind: "check", answers: sayAndReflect(talk, "a"), verdict: "yes" } as const;
    talk.a(check);
    expect(talk.refusal("a", check)).toEqual({ kind: "stale", current: null });
  });

  test("[G4] a second tab that checks an old reflection learns the number of the new one", () => {
    const talk = play(pairGuide(talking()));
    const old = sayAndReflect(talk, "a");
    talk.a({ kind: "check", answers: old, verdict: "partly" });
    const fresh = talk.b({ kind: "reflect", answers: 1 });
    expect(talk.refusal("a", { kind: "check", answers: old, verdict: "yes" })).toEqual({
      kind: "stale",
      current: fresh,
    });
  });

  test("[G4] a second tab that reflects once more learns that nothing waits to be reflected", () => {
    const talk = play(pairGuide(talking()));
    sayAndReflect(talk, "a");
    expect(talk.refusal("b", { kind: "reflect", answers: 1 })).toEqual({ kind: "stale", current: null });
  });

  test("[G4] what is current is what this seat could answer: not something of its own", () => {
    const talk = play(pairGuide(talking()));
    sayReflectCheck(talk, "a");
    talk.a({ kind: "pass-floor" });
    talk.b({ kind: "say" });
    expect(talk.refusal("b", { kind: "reflect", answers: 1 })).toEqual({ kind: "stale", current: null });
  });

  test("[G4] a number that never was, and one that means something else, are stale", () => {
    const talk = play(pairGuide(talking()));
    const said = talk.a({ kind: "say" });
    for (const answers of [0, -1, 99, 1.5, Number.NaN])
      expect(talk.refusal("b", { kind: "reflect", answers })).toEqual({ kind: "stale", current: said });
  });
});

describe("who may act", () => {
  test("[G6] a seat that is not there is not a member", () => {
    expect(play(soloGuide(reading())).refusal("b", { kind: "acknowledge" })).toEqual({
      kind: "not-a-member",
    });
    expect(play(guide).refusal("t", { kind: "prompt" })).toEqual({ kind: "not-a-member" });
  });

  test("[G6] a seat that is not there learns nothing else, even when all is over", () => {
    const alone = play(soloGuide(reading()));
    alone.a({ kind: "stop" });
    expect(alone.refusal("b", { kind: "reopen" })).toEqual({ kind: "not-a-member" });
    alone.a({ kind: "reopen" });
    alone.a({ kind: "acknowledge" });
    expect(alone.status).toBe("complete");
    expect(alone.refusal("b", { kind: "acknowledge" })).toEqual({ kind: "not-a-member" });
  });

  test("[G6] a partner's moves are not open to the therapist", () => {
    const talk = playWithTherapist(guide);
    for (const state of ["reading", "talking", "writing"]) {
      expect(talk.step).toBe(state);
      const kinds = talk.open("t").map(({ kind }) => kind);
      expect(kinds.filter((kind) => !OF_THERAPIST.includes(kind))).toEqual([]);
      talk.t({ kind: "skip-step" });
    }
  });

  test("[G6] a partner's moves are refused to the therapist as not theirs", () => {
    const talk = playWithTherapist(guide);
    expect(talk.refusal("t", { kind: "acknowledge" })).toEqual({ kind: "not-your-turn" });
    expect(talk.refusal("t", { kind: "stop" })).toEqual({ kind: "not-your-turn" });
    expect(talk.refusal("t", { kind: "say" })).toEqual({ kind: "not-open" });
  });

  test("[G6] a partner has none of the therapist's moves", () => {
    const talk = playWithTherapist(guide);
    for (const kind of OF_THERAPIST)
      expect(talk.refusal("a", structureOf(kind))).toEqual({ kind: "not-open" });
  });
});

describe("what a decision looks at", () => {
  afterEach(() => void vi.restoreAllMocks());

  test("[G5] decide never opens the words", () => {
    const talk = play(pairGuide(talking()));
    const sealed = {
      kind: "say" as const,
      get words(): never {
        throw new Error("somebody looked");
      },
    };
    expect(decide(talk.guide, talk.state, "a", sealed, EVENING)).toEqual({ ok: true });
    expect(decide(talk.guide, talk.state, "b", sealed, EVENING)).toMatchObject({ ok: false });
  });

  test("[G5] decide and evolve ask neither a clock nor chance", () => {
    const forbidden = () => {
      throw new Error("the rules asked for something they were not given");
    };
    const talk = play(pairGuide(talking()));
    const breakUntil = { kind: "time-out", returnAt: talk.in(20 * MINUTE) } as const;
    vi.spyOn(Date, "now").mockImplementation(forbidden);
    vi.spyOn(Math, "random").mockImplementation(forbidden);
    expect(decide(talk.guide, talk.state, "a", breakUntil, EVENING)).toEqual({ ok: true });
    evolve(talk.guide, talk.state, { ...breakUntil, seq: 1, seat: "a", at: "2026-03-01T19:00:00.000Z" });
  });

  test("[G5] the same question has another answer at another time, and only then", () => {
    const talk = play(pairGuide(talking()));
    talk.a({ kind: "time-out", returnAt: talk.in(20 * MINUTE) });
    const back = { kind: "return" } as const;
    expect(decide(talk.guide, talk.state, "b", back, EVENING)).toMatchObject({ ok: false });
    expect(decide(talk.guide, talk.state, "b", back, EVENING + 20 * MINUTE)).toEqual({ ok: true });
    expect(decide(talk.guide, talk.state, "b", back, EVENING)).toMatchObject({ ok: false });
  });
});

test("[G8] a refused move leaves everything open that was open", () => {
  const talk = play(pairGuide(talking()));
  talk.a({ kind: "say" });
  const before = [talk.state, talk.open("a"), talk.open("b")];
  for (const kind of EVERY_KIND) talk.refusal("a", structureOf(kind, { answers: 99 }));
  expect([talk.state, talk.open("a"), talk.open("b")]).toEqual(before);
});
