import { describe, expect, test } from "vitest";
import { GUIDES } from "../guides/catalogue";
import { isBegunTogether, isFor, mayBeAskedOf, mayBeDueOn } from "./assignments";

describe("what is asked between two meetings", () => {
  test("[X2] is for one, or for both, and for nobody else", () => {
    expect(isFor("both", "a") && isFor("both", "b")).toBe(true);
    expect(isFor("a", "a")).toBe(true);
    expect(isFor("a", "b")).toBe(false);
    expect(isFor("b", "a")).toBe(false);
  });

  test("[X3] a guide that takes two is asked of both", () => {
    const forOne = GUIDES.filter((guide) => mayBeAskedOf(guide, "a")).map(({ id }) => id);
    expect(forOne).toContain("letting-go");
    expect(forOne).not.toContain("owning-it");
    expect(GUIDES.every((guide) => mayBeAskedOf(guide, "both"))).toBe(true);
  });

  test("[X3] of both, a guide for one is gone through by each alone", () => {
    const together = GUIDES.filter((guide) => isBegunTogether(guide, "both")).map(({ id }) => id);
    expect(together).toContain("owning-it");
    expect(together).not.toContain("letting-go");
    expect(GUIDES.some((guide) => isBegunTogether(guide, "b"))).toBe(false);
  });

  test("[X5] may have a day from today on, at most a year ahead", () => {
    const may = (day: string) => mayBeDueOn(day, "2028-02-29");
    expect(["2028-02-29", "2028-03-01", "2029-02-28"].every(may)).toBe(true);
    expect(["2028-02-28", "2029-03-01", "2031-01-01"].some(may)).toBe(false);
  });
});
