import { expect, test } from "vitest";
import { monthOf, monthsFrom } from "./months";

test("the month is that of the person's own clock, on its first and last day", () => {
  expect(monthOf(new Date(2027, 2, 1, 0, 0))).toBe("2027-03");
  expect(monthOf(new Date(2027, 11, 31, 23, 59))).toBe("2027-12");
});

test("months follow one another over the end of a year", () => {
  expect(monthsFrom("2026-11", 4)).toEqual(["2026-11", "2026-12", "2027-01", "2027-02"]);
});

test("two years of months are all different and in order", () => {
  const months = monthsFrom("2027-01", 24);
  expect(months.at(-1)).toBe("2028-12");
  expect([...new Set(months)].sort()).toEqual(months);
});
