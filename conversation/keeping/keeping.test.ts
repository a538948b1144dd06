import { describe, expect, test } from "vitest";
import { AGREEMENT_WORDS, KeepingPlay, TODAY } from "../testing/keeping-play";
import { dayAfter } from "../testing/utc-calendar";

const NOT_OPEN = { kind: "not-open" };
const NOT_YOURS = { kind: "not-your-turn" };
const GONE = { kind: "stale", current: null };
const badDay = (why: string) => ({ kind: "bad-date", field: "day", why });

/** A promise of `a`: every Monday and Thursday of 2027. */
function promised(more: object = {}) {
  const play = new KeepingPlay();
  const repeat = "weekly mo,th 2027-01-04/2027-12-30 UTC";
  const agreement = play.holds("commitment", { words: { ...AGREEMENT_WORDS.commitment, repeat, ...more } });
  const report = (day: string, kept = true) =>
    ({ kind: "report", agreement, version: 1, day, kept }) as const;
  return { play, agreement, report };
}

describe("telling how it went", () => {
  test("[C1] whoever promised it, of one of its days that has come", () => {
    const { play, report } = promised();
    expect(play.refusal("a", report(TODAY))).toBeNull();
    expect(play.refusal("a", report("2027-01-04"))).toBeNull();
    expect(play.refusal("b", report(TODAY))).toEqual(NOT_YOURS);
  });

  test("[C1] not of a day to come, of none of its days, of none at all", () => {
    const { play, report } = promised();
    expect(play.refusal("a", report("2027-03-04"))).toEqual(badDay("not-yet"));
    expect(play.refusal("a", report("2027-02-28"))).toEqual(badDay("not-one-of-its"));
    expect(play.refusal("a", report("2026-12-31"))).toEqual(badDay("not-one-of-its"));
    expect(play.refusal("a", report("2027-02-30"))).toEqual(badDay("no-such-day"));
  });

  test("[C1] both, where both promised", () => {
    const { play, report } = promised({ whose: "both" });
    play.take("a", report(TODAY));
    play.take("b", report(TODAY, false));
    expect(play.register.reports.map(({ by, kept }) => [by, kept])).toEqual([
      ["a", true],
      ["b", false],
    ]);
  });

  test("[C1] not of a day that both have agreed to leave out", () => {
    const { play, agreement, report } = promised();
    const pause = { change: "pause", from: "2027-02-20", until: TODAY } as const;
    const answers = play.take("a", { kind: "propose", agreement, version: 1, ...pause });
    play.take("b", { kind: "accept", answers });
    expect(play.refusal("a", report("2027-02-22"))).toEqual(badDay("resting"));
    expect(play.refusal("a", report(TODAY))).toEqual(badDay("resting"));
    expect(play.refusal("a", report("2027-02-18"))).toBeNull();
  });

  test("[C1] on any day that has come, where how often was said in free words", () => {
    const { play, report } = promised({ repeat: "", when: "Each evening." });
    expect(play.refusal("a", report("2027-02-28"))).toBeNull();
    expect(play.refusal("a", report(dayAfter(TODAY, 1)))).toEqual(badDay("not-yet"));
  });

  test("[C1] before its day, where it is promised once", () => {
    const { play, report } = promised({ repeat: "once 2027-05-01 UTC" });
    expect(play.refusal("a", report("2027-05-01"))).toBeNull();
    expect(play.refusal("a", report("2027-05-02"))).toEqual(badDay("not-one-of-its"));
  });

  test("[C1] of nothing but a commitment", () => {
    const play = new KeepingPlay();
    const agreement = play.holds("plan");
    expect(play.refusal("a", { kind: "report", agreement, version: 1, day: TODAY, kept: true })).toEqual(
      NOT_OPEN,
    );
  });

  test("[C2] told again it takes the place of the earlier one, with what was answered to it", () => {
    const { play, report } = promised();
    const first = play.take("a", report(TODAY));
    play.take("b", { kind: "see", answers: first, sight: "differently" });
    const second = play.take("a", report(TODAY, false));
    expect(play.register.reports).toMatchObject([{ seq: second, kept: false, sight: null, good: null }]);
    expect(play.refusal("b", { kind: "see", answers: first, sight: "seen" })).toEqual(GONE);
  });

  test("[C2] the same again is not open: what the other answered stays", () => {
    const { play, report } = promised();
    const answers = play.take("a", report(TODAY));
    play.take("b", { kind: "see", answers, sight: "differently" });
    expect(play.refusal("a", report(TODAY))).toEqual(NOT_OPEN);
    expect(play.register.reports[0]?.sight?.sight).toBe("differently");
  });

  test("[C3] the other saw it, or saw it differently", () => {
    const { play, report } = promised();
    const answers = play.take("a", report(TODAY));
    expect(play.refusal("a", { kind: "see", answers, sight: "seen" })).toEqual(NOT_YOURS);
    play.take("b", { kind: "see", answers, sight: "differently" });
    play.take("b", { kind: "see", answers, sight: "seen" });
    expect(play.register.reports[0]?.sight?.sight).toBe("seen");
  });
});

describe("making good", () => {
  test("[C4] a miss, by whoever told of it", () => {
    const { play, report } = promised();
    const answers = play.take("a", report(TODAY, false));
    expect(play.refusal("b", { kind: "make-good", answers })).toEqual(NOT_YOURS);
    const good = play.take("a", { kind: "make-good", answers });
    expect(play.register.reports).toMatchObject([{ kept: false, good }]);
  });

  test("[C4] nothing that was kept, and nothing that is not there", () => {
    const { play, report } = promised();
    const answers = play.take("a", report(TODAY));
    expect(play.refusal("a", { kind: "make-good", answers })).toEqual(NOT_OPEN);
    expect(play.refusal("a", { kind: "make-good", answers: 9 })).toEqual(GONE);
  });
});

describe("milestones and plans", () => {
  test("[O1] a milestone is reached when both have said so, each once", () => {
    const play = new KeepingPlay();
    const agreement = play.holds("milestone");
    const reached = { kind: "reached", agreement, version: 1 } as const;
    play.take("a", reached);
    expect(play.refusal("a", reached)).toEqual(NOT_OPEN);
    play.take("b", reached);
    expect(play.register.reached[agreement]).toEqual({ a: 1, b: 2 });
  });

  test("[O2] how a plan was is written from its day on, and anew until both have", () => {
    const play = new KeepingPlay();
    const agreement = play.holds("plan");
    const outlook = { kind: "how-was-it", agreement, version: 1 } as const;
    expect(play.refusal("a", outlook)).toEqual(badDay("not-yet"));
    play.today = "2027-03-20";
    play.take("a", outlook);
    play.take("a", outlook);
    expect(play.register.outlooks[agreement]).toEqual({ a: 2 });
    play.take("b", outlook);
    expect(play.refusal("a", outlook)).toEqual(NOT_OPEN);
  });

  test("[O1, O2] of nothing else", () => {
    const play = new KeepingPlay();
    const agreement = play.holds("boundary");
    expect(play.refusal("a", { kind: "reached", agreement, version: 1 })).toEqual(NOT_OPEN);
    expect(play.refusal("a", { kind: "how-was-it", agreement, version: 1 })).toEqual(NOT_OPEN);
  });
});

test("[O3, O4] an appreciation and a letter, at any time, by either", () => {
  const play = new KeepingPlay();
  play.take("a", { kind: "appreciate" });
  play.take("b", { kind: "appreciate" });
  play.take("b", { kind: "letter" });
  expect(play.register.appreciations).toEqual([
    { seq: 1, by: "a" },
    { seq: 2, by: "b" },
  ]);
  expect(play.register.letters).toEqual([{ seq: 3, by: "b" }]);
});
