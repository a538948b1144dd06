import fc from "fast-check";
import { DateTime, IANAZone } from "luxon";
import { describe, expect, test } from "vitest";
import type { Day } from "#conversation/keeping/keepings";
import { parseRepeat, type Repeat, WEEKDAYS } from "#conversation/keeping/repeat";
import { calendarAt } from "./calendar";

// The days of what is promised again and again, and of what a zone has: against a reckoning of its own, by luxon alone.

const calendar = calendarAt(new Date("2026-11-23T12:00:00Z"));
const ZONES = Intl.supportedValuesOf("timeZone");

const plusDays = (day: Day, days: number): Day =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, day.length);
const zone = fc.constantFrom(...ZONES);
const day = fc.integer({ min: 0, max: 40_000 }).map((days) => plusDays("1995-01-01", days));
const length = fc.integer({ min: 0, max: 800 });
const repeat: fc.Arbitrary<Repeat> = fc
  .record({
    every: fc.constantFrom("once" as const, "day" as const, "week" as const, "month" as const),
    on: fc.subarray([...WEEKDAYS], { minLength: 1 }),
    from: day,
    length,
    zone,
  })
  .map(({ every, on, from, length: days, zone: where }) => {
    const bounds = { from, until: plusDays(from, days), zone: where };
    if (every === "once") return { every, from, zone: where };
    return every === "week" ? { every, on, ...bounds } : { every, ...bounds };
  });
/** A stretch of days that begins before the repeat, in it or after it. */
const asked = fc.tuple(repeat, fc.integer({ min: -400, max: 900 }), fc.integer({ min: 0, max: 900 }));

const endOf = (one: Repeat): Day => (one.every === "once" ? one.from : one.until);

/** Day after day, each asked by itself. */
function reckoned(one: Repeat, from: Day, until: Day): Day[] {
  const days: Day[] = [];
  for (let at = from; at <= until; at = plusDays(at, 1))
    if (at >= one.from && at <= endOf(one) && isOne(one, at) && calendar.has(one.zone, at)) days.push(at);
  return days;
}

function isOne(one: Repeat, at: Day): boolean {
  const date = DateTime.fromISO(at, { zone: "UTC" });
  switch (one.every) {
    case "once":
      return at === one.from;
    case "day":
      return true;
    case "week":
      return one.on.some((weekday) => WEEKDAYS.indexOf(weekday) === date.weekday - 1);
    case "month":
      return date.day === Math.min(Number(one.from.slice(-2)), date.daysInMonth ?? 0);
  }
}

describe("the days of a repeat", () => {
  test("are those that a reckoning day by day comes to: in order, each once, and none outside", () => {
    fc.assert(
      fc.property(asked, ([one, offset, days]) => {
        const from = plusDays(one.from, offset);
        const until = plusDays(from, days);
        const found = calendar.daysOf(one, from, until);
        expect(found).toEqual(reckoned(one, from, until));
        expect(found).toEqual([...new Set(found)].sort());
        for (const at of found)
          expect(at >= from && at <= until && at >= one.from && at <= endOf(one)).toBe(true);
      }),
      { numRuns: 100 },
    );
  });

  test("are the same however the stretch is cut in two", () => {
    fc.assert(
      fc.property(asked, fc.integer({ min: 0, max: 900 }), ([one, offset, days], cut) => {
        const from = plusDays(one.from, offset);
        const until = plusDays(from, days);
        const middle = plusDays(from, Math.min(cut, days));
        const halves = [
          ...calendar.daysOf(one, from, middle),
          ...calendar.daysOf(one, plusDays(middle, 1), until),
        ];
        expect(halves).toEqual(calendar.daysOf(one, from, until));
      }),
      { numRuns: 100 },
    );
  });

  test("of a month are its own day, or the last day of one that is shorter", () => {
    const monthly = parseRepeat("monthly 2027-01-31/2028-05-31 Europe/Berlin");
    if (typeof monthly === "string") throw new Error(monthly);
    expect(calendar.daysOf(monthly, "2027-01-01", "2028-12-31")).toEqual([
      "2027-01-31",
      "2027-02-28",
      "2027-03-31",
      "2027-04-30",
      "2027-05-31",
      "2027-06-30",
      "2027-07-31",
      "2027-08-31",
      "2027-09-30",
      "2027-10-31",
      "2027-11-30",
      "2027-12-31",
      "2028-01-31",
      "2028-02-29",
      "2028-03-31",
      "2028-04-30",
      "2028-05-31",
    ]);
  });

  test("go past changes of the clock without losing or doubling one", () => {
    const daily = { every: "day", from: "2027-01-01", until: "2027-12-31", zone: "Europe/Berlin" } as const;
    expect(calendar.daysOf(daily, "2027-01-01", "2027-12-31")).toHaveLength(365);
    const weekly = { ...daily, every: "week", on: ["su"] } as const;
    const around = calendar.daysOf(weekly, "2027-03-22", "2027-04-04");
    expect(around).toEqual(["2027-03-28", "2027-04-04"]);
  });

  test("leave out a day that the zone left out", () => {
    const daily = { every: "day", from: "2011-12-28", until: "2012-01-02", zone: "Pacific/Apia" } as const;
    expect(calendar.daysOf(daily, "2011-12-28", "2012-01-02")).toEqual([
      "2011-12-28",
      "2011-12-29",
      "2011-12-31",
      "2012-01-01",
      "2012-01-02",
    ]);
  });

  test("of what begins or ends on no day, or backwards, are none", () => {
    const daily = { every: "day", from: "2027-02-30", until: "2027-03-30", zone: "UTC" } as const;
    expect(calendar.daysOf(daily, "2027-01-01", "2027-12-31")).toEqual([]);
    expect(calendar.daysOf({ ...daily, from: "2027-03-01" }, "2027-03-10", "2027-03-09")).toEqual([]);
  });

  test("of five years, every day, are found at once; of one day of them, too", () => {
    const daily = {
      every: "day",
      from: "2026-11-23",
      until: "2031-11-23",
      zone: "America/New_York",
    } as const;
    const began = performance.now();
    expect(calendar.daysOf(daily, daily.from, daily.until)).toHaveLength(1_827);
    for (let at = 0; at < 100; at += 1)
      expect(calendar.daysOf(daily, "2030-06-01", "2030-06-01")).toEqual(["2030-06-01"]);
    expect(performance.now() - began).toBeLessThan(2_000);
  });
});

describe("what a zone has", () => {
  test("is no 30 December 2011 on Samoa, and no half past two on a night when clocks are put on", () => {
    expect(calendar.has("Pacific/Apia", "2011-12-30")).toBe(false);
    expect(calendar.has("Pacific/Apia", "2011-12-29")).toBe(true);
    expect(calendar.has("Pacific/Apia", "2011-12-31")).toBe(true);
    expect(calendar.has("Europe/Berlin", "2027-03-28", "02:30")).toBe(false);
    expect(calendar.has("Europe/Berlin", "2027-03-28", "03:00")).toBe(true);
    expect(calendar.has("Europe/Berlin", "2027-03-28", "01:59")).toBe(true);
    expect(calendar.has("Europe/Berlin", "2027-03-27", "02:30")).toBe(true);
    // Twice: it is there all the same.
    expect(calendar.has("Europe/Berlin", "2027-10-31", "02:30")).toBe(true);
  });

  test("is neither what is no day or no time, nor anything where there is no such zone", () => {
    for (const none of ["2027-02-29", "2027-13-01", "2027-00-10", "tomorrow", "", "2027-W10-1"])
      expect(calendar.has("Europe/Berlin", none)).toBe(false);
    for (const none of ["24:00", "7:30", "19:60", "noon", ""])
      expect(calendar.has("Europe/Berlin", "2027-03-01", none)).toBe(false);
    expect(calendar.has("Europe/Bielefeld", "2027-03-01")).toBe(false);
  });

  test("is every day around each change of its clocks, in every zone there is", () => {
    for (const where of ZONES)
      for (const change of changesOf(where))
        for (const offset of [-1, 0, 1]) {
          const at = plusDays(change, offset);
          expect(calendar.has(where, at), `${where} ${at}`).toBe(true);
        }
  });

  test("is a time just when a clock there shows it once at least", () => {
    fc.assert(
      fc.property(
        zone,
        fc.integer({ min: 0, max: 365 }),
        fc.integer({ min: 0, max: 1_439 }),
        (where, days, minutes) => {
          const at = plusDays("2027-01-01", days);
          const time = DateTime.fromISO(at, { zone: "UTC" }).plus({ minutes }).toFormat("HH:mm");
          expect(calendar.has(where, at, time)).toBe(shows(where, at, time));
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe("today", () => {
  test("is the day of the zone, and of UTC where there is no such zone", () => {
    const late = calendarAt(new Date("2026-11-23T23:30:00Z"));
    expect(late.today("Europe/Berlin")).toBe("2026-11-24");
    expect(late.today("America/New_York")).toBe("2026-11-23");
    expect(late.today("Pacific/Kiritimati")).toBe("2026-11-24");
    expect(late.today("Europe/Bielefeld")).toBe("2026-11-23");
  });
});

/** The days of 2027 on which a zone's clocks are changed. */
function changesOf(where: string): Day[] {
  const clock = IANAZone.create(where);
  const days = Array.from({ length: 366 }, (_, at) => plusDays("2026-12-31", at));
  const offsets = days.map((day) => clock.offset(Date.parse(`${day}T12:00:00Z`)));
  return days.filter((_, at) => at > 0 && offsets[at] !== offsets[at - 1]);
}

/** Whether one of the offsets that a zone has around that day leads to an instant at which its clocks show this. */
function shows(where: string, at: Day, time: string): boolean {
  const start = Date.parse(`${plusDays(at, -1)}T00:00:00Z`);
  const offsets = new Set<number>();
  for (let hours = 0; hours <= 72; hours += 1)
    offsets.add(DateTime.fromMillis(start + hours * 3_600_000, { zone: where }).offset);
  return [...offsets].some((offset) => {
    const instant = Date.parse(`${at}T${time}:00Z`) - offset * 60_000;
    return DateTime.fromMillis(instant, { zone: where }).toFormat("yyyy-MM-dd HH:mm") === `${at} ${time}`;
  });
}
