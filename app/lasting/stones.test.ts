import { describe, expect, test } from "vitest";
import { termsOf } from "#conversation/keeping/agreed";
import type { Day } from "#conversation/keeping/keepings";
import { EMPTY_REGISTER, type Register, type Report } from "#conversation/keeping/register";
import { calendarAt } from "#server/calendar";
import { type Stone, stonesOf } from "./stones";

/** A Wednesday, in the evening in Berlin and on Thursday in Auckland. */
const NOW = new Date("2027-03-17T19:00:00Z");
const days = { calendar: calendarAt(NOW), zone: "Europe/Berlin" };

const promise = (repeat: string, more: object = {}) => ({
  id: "one",
  sort: "commitment" as const,
  of: "a" as const,
  version: 1,
  hasEnded: false,
  terms: termsOf({ what: "I call.", repeat, ...more }),
});

let seq = 0;
const told = (day: Day, kept: boolean, more: Partial<Report> = {}): Report => {
  seq += 1;
  return { seq, by: "a", agreement: "one", day, kept, sight: null, good: null, ...more };
};
const register = (reports: readonly Report[], more: Partial<Register> = {}): Register => ({
  ...EMPTY_REGISTER,
  reports,
  ...more,
});
const looks = (stones: readonly Stone[]) => stones.map(({ day, look }) => `${day.slice(5)} ${look}`);

describe("the stones of a promise", () => {
  test("are its days that have come: kept, missed, made good, and not told yet", () => {
    const all = [
      told("2027-03-01", true),
      told("2027-03-04", false),
      told("2027-03-08", false, { good: 9 }),
      told("2027-03-11", true, { agreement: "another" }),
    ];
    const stones = stonesOf(
      promise("weekly mo,th 2027-03-01/2027-06-01 Europe/Berlin"),
      register(all),
      days,
      10,
    );
    expect(looks(stones)).toEqual(["03-01 kept", "03-04 missed", "03-08 good", "03-11 open", "03-15 open"]);
  });

  test("the newest, where there are more than fit", () => {
    const stones = stonesOf(promise("daily 2022-03-18/2027-03-18 Europe/Berlin"), register([]), days, 3);
    expect(stones.map(({ day }) => day)).toEqual(["2027-03-15", "2027-03-16", "2027-03-17"]);
    const monthly = stonesOf(promise("monthly 2026-01-31/2027-12-31 Europe/Berlin"), register([]), days, 3);
    expect(monthly.map(({ day }) => day)).toEqual(["2026-12-31", "2027-01-31", "2027-02-28"]);
  });

  test("of one that has run out, its last ones", () => {
    const stones = stonesOf(promise("monthly 2025-01-10/2025-12-31 Europe/Berlin"), register([]), days, 2);
    expect(stones.map(({ day }) => day)).toEqual(["2025-11-10", "2025-12-10"]);
  });

  test("by the day it is where it was promised", () => {
    const last = (zone: string) =>
      stonesOf(promise(`daily 2027-03-01/2027-06-01 ${zone}`), register([]), days, 1)[0]?.day;
    expect(last("Europe/Berlin")).toBe("2027-03-17");
    expect(last("Pacific/Auckland")).toBe("2027-03-18");
  });

  test("say what both have left out", () => {
    const pauses = [{ seq: 1, agreement: "one", from: "2027-03-15", until: "2027-03-16" }];
    const stones = stonesOf(
      promise("daily 2027-03-14/2027-06-01 Europe/Berlin"),
      register([told("2027-03-15", false)], { pauses }),
      days,
      10,
    );
    expect(looks(stones)).toEqual(["03-14 open", "03-15 resting", "03-16 resting", "03-17 open"]);
  });

  test("of what both have promised: kept when both have said so", () => {
    const all = [
      told("2027-03-14", true),
      told("2027-03-14", true, { by: "b" }),
      told("2027-03-15", true),
      told("2027-03-16", true),
      told("2027-03-16", false, { by: "b" }),
      told("2027-03-17", true),
      told("2027-03-17", false, { by: "b", good: 7 }),
    ];
    const both = promise("daily 2027-03-14/2027-06-01 Europe/Berlin", { whose: "both" });
    expect(looks(stonesOf(both, register(all), days, 10))).toEqual([
      "03-14 kept",
      "03-15 open",
      "03-16 missed",
      "03-17 good",
    ]);
  });

  test("of what is promised once: its day, before it has come, too", () => {
    expect(looks(stonesOf(promise("once 2027-05-01 Europe/Berlin"), register([]), days, 10))).toEqual([
      "05-01 open",
    ]);
  });

  test("of what was promised in free words: what was told of, and today", () => {
    const all = [told("2027-03-09", true), told("2027-03-02", false)];
    expect(looks(stonesOf(promise("", { when: "Each evening." }), register(all), days, 10))).toEqual([
      "03-02 missed",
      "03-09 kept",
      "03-17 open",
    ]);
  });

  test("end with each week, where a week has several", () => {
    const ends = (repeat: string) =>
      stonesOf(promise(repeat), register([]), days, 10)
        .filter(({ endsWeek }) => endsWeek)
        .map(({ day }) => day);
    expect(ends("daily 2027-03-13/2027-06-01 Europe/Berlin")).toEqual(["2027-03-14", "2027-03-17"]);
    expect(ends("weekly su 2027-01-01/2027-06-01 Europe/Berlin")).toEqual([]);
  });
});
