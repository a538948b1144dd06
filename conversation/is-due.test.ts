import { describe, expect, test } from "vitest";
import type { ProposalSort } from "./agreements";
import { isDue } from "./is-due";
import type { Words } from "./moves";

const TODAY = "2026-03-15";

describe("which agreements a review looks at", () => {
  const cases: readonly (readonly [ProposalSort, Words, boolean])[] = [
    ["commitment", { what: "Call", when: "Fridays", sign: "A note" }, true],
    ["repair-offer", { what: "Call", when: "Fridays", sign: "A note" }, true],
    ["boundary", { review: "2026-03-14" }, true],
    ["boundary", { review: "2026-03-15" }, true],
    ["boundary", { review: "2026-03-16" }, false],
    ["boundary", { review: "2025-12-31" }, true],
    ["milestone", { month: "2026-02" }, true],
    ["milestone", { month: "2026-03" }, true],
    ["milestone", { month: "2026-04" }, false],
    ["milestone", { month: "2027-01" }, false],
    ["plan", { on: "2026-03-14" }, true],
    ["plan", { on: "2026-03-15" }, false],
    ["plan", { on: "2026-03-16" }, false],
  ];
  test.each(cases)("[E1] on 15 March 2026 a %s of %j: %s", (sort, words, due) => {
    expect(isDue(sort, words, TODAY)).toBe(due);
  });

  test.each(["boundary", "milestone", "plan"] as const)(
    "[E1] a %s whose date cannot be told is looked at",
    (sort) => {
      for (const words of [{}, { review: "", month: "", on: "" }, { review: 3, month: 3, on: 3 }])
        expect(isDue(sort, words, TODAY)).toBe(true);
    },
  );
});
