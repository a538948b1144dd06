import { expect, test } from "vitest";
import { draftSlot } from "./draft-slot";

test("each thing that can be in the making has a place of its own", () => {
  const propose = { kind: "propose", sort: "commitment" } as const;
  const id = "0190b5a8-0000-7000-8000-000000000001";
  expect(draftSlot("talk", { kind: "say" })).toBe("talk:say");
  expect(draftSlot("agree", propose)).toBe("agree:propose");
  expect(draftSlot("agree", { ...propose, amends: 12 })).toBe("agree-12:propose");
  expect(draftSlot("review", { ...propose, reviews: id, outcome: "change", amends: 12 })).toBe(
    `review-${id}:propose`,
  );
});
