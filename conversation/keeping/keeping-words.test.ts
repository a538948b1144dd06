import { describe, expect, test } from "vitest";
import type { ProposalSort } from "../agreements";
import type { Words } from "../moves";
import { AGREEMENT_WORDS, KeepingPlay, TODAY } from "../testing/keeping-play";
import { dayAfter, SKIPPED, SKIPPING } from "../testing/utc-calendar";
import type { Keeping } from "./keepings";

const SORTS = ["boundary", "commitment", "milestone", "plan"] as const;
const issues = (...list: readonly string[]) => ({ kind: "bad-request", issues: list });
const badDate = (field: string, why: string) => ({ kind: "bad-date", field, why });
const badRepeat = (why: string) => ({ kind: "bad-repeat", why });

function offering(sort: ProposalSort, words?: Words) {
  return new KeepingPlay().refusalOfWords({ kind: "offer", sort, ...(words && { words }) });
}
const changed = (sort: ProposalSort, words: Words) => offering(sort, { ...AGREEMENT_WORDS[sort], ...words });
const repeating = (repeat: string) => changed("commitment", { repeat });

describe("an offer, and a change", () => {
  test.each(SORTS)("[B10] of a %s answers the questions of its sort", (sort) => {
    expect(offering(sort, AGREEMENT_WORDS[sort])).toBeNull();
    expect(offering(sort)).toMatchObject({ kind: "bad-request" });
    expect(changed(sort, { aside: "x" })).toEqual(issues("words: a field nobody asked for"));
  });

  test("[B10] a change answers those of its agreement; keeping, ending and pausing carry nothing", () => {
    const play = new KeepingPlay();
    const agreement = play.holds("plan");
    const one = { kind: "propose", agreement, version: 1 } as const;
    expect(play.refusalOfWords({ ...one, change: "change", words: AGREEMENT_WORDS.plan })).toBeNull();
    expect(play.refusalOfWords({ ...one, change: "change", words: AGREEMENT_WORDS.milestone })).toMatchObject(
      {
        kind: "bad-request",
      },
    );
    for (const change of ["keep", "end", "pause"] as const) {
      expect(play.refusalOfWords({ ...one, change })).toBeNull();
      expect(play.refusalOfWords({ ...one, change, words: { text: "Because." } })).toEqual(
        issues("words: a field nobody asked for"),
      );
    }
  });

  test("[B10] 8,000 characters at most, all together", () => {
    expect(changed("boundary", { why: "x".repeat(8_000) })).toEqual({ kind: "too-long", limit: 8_000 });
  });
});

describe("the words of the other kinds", () => {
  const NEEDED = {
    crossed: ["happened", "next"],
    "make-good": ["happened", "now"],
    "how-was-it": ["text"],
    appreciate: ["text"],
    letter: ["text"],
  } as const;
  const about = { agreement: "one", version: 1, answers: 1 };
  const refusal = (kind: string, words?: Words) =>
    new KeepingPlay().refusalOfWords({ ...about, kind, ...(words && { words }) } as unknown as Keeping);

  test.each(Object.entries(NEEDED))("[B10] %s needs %o, not blank, and nothing else", (kind, names) => {
    const all = Object.fromEntries(names.map((name) => [name, "What it was."]));
    expect(refusal(kind, all)).toBeNull();
    expect(refusal(kind)).toEqual(issues(...names.map((name) => `words.${name}: needed`)));
    for (const name of names) {
      expect(refusal(kind, { ...all, [name]: "  " })).toEqual(issues(`words.${name}: needed`));
      expect(refusal(kind, { ...all, [name]: 3 })).toEqual(issues(`words.${name}: does not fit`));
    }
    expect(refusal(kind, { ...all, aside: "x" })).toEqual(issues("words: a field nobody asked for"));
  });

  test("[B10, O4] an answer to what was told may have a text, and a letter a title", () => {
    expect(refusal("see")).toBeNull();
    expect(refusal("see", { text: "I was there." })).toBeNull();
    expect(refusal("letter", { text: "Dear …", title: "For spring" })).toBeNull();
  });

  test.each(["how-was-it", "appreciate"])("[B10, O2, O3] %s is one line", (kind) => {
    expect(refusal(kind, { text: "x".repeat(300) })).toBeNull();
    expect(refusal(kind, { text: "x".repeat(301) })).toEqual({ kind: "too-long", limit: 300 });
    expect(refusal(kind, { text: "One.\nTwo." })).toEqual(issues("words.text: does not fit"));
  });

  test.each(["accept", "decline", "withdraw", "end", "report", "reached"])(
    "[B10] %s carries nothing",
    (kind) => {
      expect(refusal(kind)).toBeNull();
      expect(refusal(kind, { text: "x" })).toEqual(issues("words: a field nobody asked for"));
    },
  );
});

describe("days that somebody chooses", () => {
  const TOMORROW = dayAfter(TODAY, 1);
  const YESTERDAY = dayAfter(TODAY, -1);

  test("[B11] a review lies ahead", () => {
    expect(changed("boundary", { review: TOMORROW })).toBeNull();
    expect(changed("boundary", { review: TODAY })).toEqual(badDate("review", "past"));
    expect(changed("boundary", { review: YESTERDAY })).toEqual(badDate("review", "past"));
    expect(changed("boundary", { review: "2037-03-02" })).toEqual(badDate("review", "too-far"));
  });

  test("[B11] a boundary may hold since a day that is over; none begins far ahead", () => {
    expect(changed("boundary", { from: YESTERDAY })).toBeNull();
    expect(changed("boundary", { from: "2037-03-02" })).toEqual(badDate("from", "too-far"));
  });

  test("[B11] a plan is today or later, a milestone in this month or later", () => {
    expect(changed("plan", { on: TODAY })).toBeNull();
    expect(changed("plan", { on: YESTERDAY })).toEqual(badDate("on", "past"));
    expect(changed("plan", { on: "2037-03-02" })).toEqual(badDate("on", "too-far"));
    expect(changed("milestone", { month: "2027-03" })).toBeNull();
    expect(changed("milestone", { month: "2027-02" })).toEqual(badDate("month", "past"));
    expect(changed("milestone", { month: "2037-04" })).toEqual(badDate("month", "too-far"));
  });

  test("[B11] on a day and at a time that its zone has", () => {
    const plan = (on: string, time: string) => changed("plan", { on, time });
    expect(plan("2027-04-02", `19:30 ${SKIPPING}`)).toBeNull();
    expect(plan("2027-04-02", `02:30 ${SKIPPING}`)).toEqual(badDate("time", "no-such-time"));
    expect(plan(SKIPPED, `19:30 ${SKIPPING}`)).toEqual(badDate("on", "no-such-day"));
    expect(plan("2027-04-02", "19:30 Atlantis/Sunk")).toEqual(badDate("time", "no-such-zone"));
  });

  test("[B11] a promise’s days are not over, in a zone that there is", () => {
    expect(repeating("once 2027-03-01 UTC")).toBeNull();
    expect(repeating("once 2027-02-28 UTC")).toEqual(badDate("repeat", "past"));
    expect(repeating("daily 2026-01-01/2027-02-28 UTC")).toEqual(badDate("repeat", "past"));
    expect(repeating("daily 2027-03-01/2027-06-01 Atlantis/Sunk")).toEqual(badDate("repeat", "no-such-zone"));
    expect(repeating(`once ${SKIPPED} ${SKIPPING}`)).toEqual(badDate("repeat", "no-such-day"));
    expect(repeating("daily 2027-02-30/2027-06-01 UTC")).toEqual(badDate("repeat", "no-such-day"));
    expect(repeating("once 2037-03-02 UTC")).toEqual(badDate("repeat", "too-far"));
  });

  test("[B11] what was in time when it was offered is agreed to later too", () => {
    const play = new KeepingPlay();
    const answers = play.take("a", {
      kind: "offer",
      sort: "boundary",
      words: { ...AGREEMENT_WORDS.boundary, review: TOMORROW },
    });
    play.today = dayAfter(TODAY, 30);
    expect(play.refusal("b", { kind: "accept", answers })).toBeNull();
    expect(play.refusalOfWords({ kind: "accept", answers })).toBeNull();
  });
});

describe("how often", () => {
  test.each([
    "once 2027-03-09 UTC",
    "daily 2027-03-01/2027-03-01 UTC",
    "daily 2027-03-01/2032-03-01 UTC",
    "weekly mo,th 2027-03-01/2027-06-01 UTC",
    "monthly 2027-03-31/2027-06-01 UTC",
  ])("[B12] %s", (repeat) => {
    expect(repeating(repeat)).toBeNull();
  });

  test.each([
    ["daily 2027-03-01 UTC", "no-end"],
    ["weekly mo 2027-03-01 UTC", "no-end"],
    ["daily 2027-03-01/2032-03-02 UTC", "too-long"],
    ["daily 2027-03-02/2027-03-01 UTC", "backwards"],
    ["weekly mo 2027-03-02/2027-03-07 UTC", "never"],
    ["weekly 2027-03-01/2027-06-01 UTC", "unreadable"],
    ["once 2027-03-01/2027-06-01 UTC", "unreadable"],
    ["Each evening.", "unreadable"],
  ])("[B12] not %s: %s", (repeat, why) => {
    expect(repeating(repeat)).toEqual(badRepeat(why));
  });
});
