import fc from "fast-check";
import { afterEach, beforeEach, expect, test } from "vitest";
import { fromLocalMinutes, toLocalMinutes } from "./local-minutes";

const usual = process.env.TZ;
beforeEach(() => {
  process.env.TZ = "Europe/Berlin";
});
afterEach(() => {
  if (usual === undefined) delete process.env.TZ;
  else process.env.TZ = usual;
});

test("a field’s time is by the clock on the wall, in winter and in summer", () => {
  expect(fromLocalMinutes("2027-01-08T21:05")?.toISOString()).toBe("2027-01-08T20:05:00.000Z");
  expect(fromLocalMinutes("2027-07-08T21:05")?.toISOString()).toBe("2027-07-08T19:05:00.000Z");
  expect(toLocalMinutes(new Date("2027-07-08T19:05:59Z"))).toBe("2027-07-08T21:05");
});

test("what a field shows is the moment it means, to the minute", () => {
  const moments = fc.date({ min: new Date("2026-01-01"), max: new Date("2029-01-01"), noInvalidDate: true });
  fc.assert(
    fc.property(moments, (at) => {
      const shown = toLocalMinutes(at);
      const meant = fromLocalMinutes(shown);
      expect(meant && toLocalMinutes(meant)).toBe(shown);
    }),
  );
});

test("no time is no time, and neither is one that the clock skips", () => {
  for (const text of ["", "soon", "2027-02-30T12:00", "2027-03-28T02:30"])
    expect(fromLocalMinutes(text)).toBeNull();
});
