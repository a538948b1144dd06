import { expect, test } from "vitest";
import { formatDay } from "./format-day";

const NOW = new Date("2027-03-10T12:00:00.000Z");

test("a day of this year has no year, another has", () => {
  expect(formatDay(new Date("2027-01-05T12:00:00.000Z"), "en", NOW, "UTC")).toBe("January 5");
  expect(formatDay(new Date("2026-11-03T12:00:00.000Z"), "en", NOW, "UTC")).toBe("November 3, 2026");
});

test("it is the day in the reader’s zone and language", () => {
  const late = new Date("2027-03-01T23:30:00.000Z");
  expect(formatDay(late, "de", NOW, "Europe/Berlin")).toBe("2. März");
  expect(formatDay(late, "es", NOW, "America/Mexico_City")).toBe("1 de marzo");
});
