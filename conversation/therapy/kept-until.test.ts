import { expect, test } from "vitest";
import { isKept } from "./kept-until";

test("[Y11] notes are there while the work goes on, and after it until their day has come", () => {
  expect(isKept({ endedAt: null, keptUntil: null }, 5)).toBe(true);
  expect(isKept({ endedAt: 10, keptUntil: 20 }, 19)).toBe(true);
  expect(isKept({ endedAt: 10, keptUntil: 20 }, 20)).toBe(false);
});

test("[Y11] where nothing is kept they are gone with the work", () => {
  expect(isKept({ endedAt: 10, keptUntil: 10 }, 10)).toBe(false);
  expect(isKept({ endedAt: 10, keptUntil: null }, 10)).toBe(false);
});
