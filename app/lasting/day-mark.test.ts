import { expect, test } from "vitest";
import { dayMark } from "./day-mark";

test.each([
  ["2026-11-28", "en", "Sat 28"],
  ["2026-12-05", "en", "Sat Dec 5"],
  ["2027-11-28", "en", "Sun Nov 28, 2027"],
  ["2026-12", "en", "Dec"],
  ["2026-11", "en", "Nov"],
  ["2027-03", "en", "Mar 2027"],
  ["2026-11-28", "de", "Sa 28"],
  ["2026-12-05", "de", "Sa 5. Dez."],
  ["2026-12", "de", "Dez"],
  ["2026-11-28", "es", "sáb 28"],
  ["2026-12-05", "es", "sáb 5 dic"],
])("%s in %s, seen from 23 November 2026", (date, locale, mark) => {
  expect(dayMark(date, "2026-11-23", locale).replaceAll("\u00a0", " ")).toBe(mark);
});

test("a line ends after the day of the week, or not at all", () => {
  expect(dayMark("2026-12-05", "2026-11-23", "en")).toBe("Sat Dec\u00a05");
});
