import { expect, test } from "vitest";
import { lastingSort, offeredSort } from "./sorts";

test("an address asks for a sort by its name, and for a boundary where it names none", () => {
  expect(offeredSort("plan")).toBe("plan");
  expect(offeredSort(undefined)).toBe("boundary");
  expect(offeredSort("repair-offer")).toBe("boundary");
  expect(offeredSort(["plan", "milestone"])).toBe("boundary");
});

test("what was offered as a repair lasts as a commitment", () => {
  expect(lastingSort("repair-offer")).toBe("commitment");
  expect(lastingSort("milestone")).toBe("milestone");
});
