import fc from "fast-check";
import { DateTime } from "luxon";
import { describe, expect, test } from "vitest";
import { nextQuiet, quietUntil } from "./quiet-hours";

const HOUR = 3_600_000;
const NIGHT = { quietFrom: "21:00", quietTo: "08:00" };

function end(at: string, timeZone: string | null, hours = NIGHT): string | null {
  return quietUntil(new Date(at), { ...hours, timeZone })?.toISOString() ?? null;
}

describe("quiet hours are by the clock where the person is", () => {
  test("over midnight, up to but without their end", () => {
    expect(end("2026-06-10T18:59:59.999Z", "Europe/Berlin")).toBeNull();
    expect(end("2026-06-10T19:00:00.000Z", "Europe/Berlin")).toBe("2026-06-11T06:00:00.000Z");
    expect(end("2026-06-11T05:59:59.999Z", "Europe/Berlin")).toBe("2026-06-11T06:00:00.000Z");
    expect(end("2026-06-11T06:00:00.000Z", "Europe/Berlin")).toBeNull();
  });

  test("in the middle of the day", () => {
    const hours = { quietFrom: "09:00", quietTo: "17:30" };
    expect(end("2026-06-10T08:59:00.000Z", "UTC", hours)).toBeNull();
    expect(end("2026-06-10T12:00:00.000Z", "UTC", hours)).toBe("2026-06-10T17:30:00.000Z");
  });

  test("where nobody knows where they are, or the place has no such name, it is UTC", () => {
    for (const timeZone of [null, "Nowhere/At_All"])
      expect(end("2026-06-10T22:00:00.000Z", timeZone)).toBe("2026-06-11T08:00:00.000Z");
  });

  test("they begin at the next such time, now if it is in them, and never where there are none", () => {
    const begin = (at: string, hours = NIGHT) =>
      nextQuiet(new Date(at), { ...hours, timeZone: "Europe/Berlin" })?.toISOString() ?? null;
    expect(begin("2026-06-10T18:50:00.000Z")).toBe("2026-06-10T19:00:00.000Z");
    expect(begin("2026-06-10T19:30:00.000Z")).toBe("2026-06-10T19:30:00.000Z");
    const early = { quietFrom: "01:00", quietTo: "06:00" };
    expect(begin("2026-06-10T18:50:00.000Z", early)).toBe("2026-06-10T23:00:00.000Z");
    expect(begin("2026-06-10T18:50:00.000Z", { quietFrom: "08:00", quietTo: "08:00" })).toBeNull();
  });

  test("from and to the same: there are none", () => {
    expect(end("2026-06-10T22:00:00.000Z", "UTC", { quietFrom: "08:00", quietTo: "08:00" })).toBeNull();
  });

  test("the night in which the clocks go forward is an hour shorter, back an hour longer", () => {
    expect(end("2026-03-28T20:00:00.000Z", "Europe/Berlin")).toBe("2026-03-29T06:00:00.000Z");
    expect(end("2026-10-24T19:00:00.000Z", "Europe/Berlin")).toBe("2026-10-25T07:00:00.000Z");
  });

  test("a time that is left out when the clocks go forward is over when they have", () => {
    const hours = { quietFrom: "21:00", quietTo: "02:30" };
    expect(end("2026-03-29T00:30:00.000Z", "Europe/Berlin", hours)).toBe("2026-03-29T01:30:00.000Z");
  });

  test("a time that comes twice when the clocks go back: each pass has its own end", () => {
    const hours = { quietFrom: "21:00", quietTo: "02:30" };
    expect(end("2026-10-25T00:10:00.000Z", "Europe/Berlin", hours)).toBe("2026-10-25T00:30:00.000Z");
    expect(end("2026-10-25T01:10:00.000Z", "Europe/Berlin", hours)).toBe("2026-10-25T01:30:00.000Z");
  });
});

const ZONES = [
  "Europe/Berlin",
  "America/New_York",
  "America/St_Johns",
  "Australia/Lord_Howe",
  "Asia/Kathmandu",
  "Pacific/Chatham",
  "Africa/Casablanca",
  "Pacific/Kiritimati",
  "UTC",
] as const;
const minute = fc.integer({ min: 0, max: 24 * 60 - 1 });
const time = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;

/** The first days of every clock change there is in these zones lie in these years. */
const moment = fc
  .date({ min: new Date("2026-01-01T00:00:00Z"), max: new Date("2029-12-31T00:00:00Z"), noInvalidDate: true })
  .chain((day) => fc.integer({ min: 0, max: 86_399_999 }).map((more) => new Date(day.getTime() + more)));

test("what is put off is never put into quiet hours, never earlier, and by a day at most", () => {
  fc.assert(
    fc.property(moment, minute, minute, fc.constantFrom(...ZONES), (now, from, to, timeZone) => {
      const hours = { quietFrom: time(from), quietTo: time(to), timeZone };
      const until = quietUntil(now, hours);
      if (!until) return;
      expect(until.getTime()).toBeGreaterThan(now.getTime());
      expect(quietUntil(until, hours)).toBeNull();
      // Where less of a day is open than the clocks may leave out, it may be the next.
      const open = (from - to + 24 * 60) % (24 * 60);
      expect(until.getTime() - now.getTime()).toBeLessThanOrEqual((open > 60 ? 25 : 50) * HOUR);
    }),
    { numRuns: 5_000 },
  );
});

test("what is not put off is outside them by the clock on the wall", () => {
  fc.assert(
    fc.property(moment, minute, minute, fc.constantFrom(...ZONES), (now, from, to, timeZone) => {
      if (quietUntil(now, { quietFrom: time(from), quietTo: time(to), timeZone })) return;
      const wall = DateTime.fromJSDate(now, { zone: timeZone }).toFormat("HH:mm");
      const [start, stop] = [time(from), time(to)];
      const isInside = start <= stop ? start <= wall && wall < stop : start <= wall || wall < stop;
      expect(isInside).toBe(false);
    }),
    { numRuns: 2_000 },
  );
});
