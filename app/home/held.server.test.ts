import { expect, test } from "vitest";
import { plan, seenBy } from "../lasting/testing/seen";
import { heldIn } from "./held.server";

// Seen on 23 November 2026.

const boundary = (id: string, review: string) =>
  ({ id, sort: "boundary", words: { behaviour: id, review } }) as const;
const promise = (id: string) => ({ id, sort: "commitment", words: { what: id } }) as const;

test("what holds is counted by its sort; what has ended is not", () => {
  const held = heldIn(
    seenBy([
      promise("call"),
      promise("write"),
      { ...promise("over"), hasEnded: true },
      boundary("phones", "2027-06-01"),
      plan("sea", "2026-12-24"),
      plan("walk", "2026-11-28"),
      plan("was", "2026-11-20"),
    ]),
  );
  expect(held).toEqual({ commitment: 2, boundary: 1, milestone: 0, review: null, nextPlan: "2026-11-28" });
});

test.each([
  ["2026-11-29", { count: 1, day: "2026-11-29", isDue: false }],
  ["2026-11-30", null], // a Monday, like today: its name would say the wrong one
  ["2026-11-23", { count: 1, day: "2026-11-23", isDue: true }],
  ["2026-11-01", { count: 1, day: "2026-11-01", isDue: true }],
])("a boundary to look at again on %s", (review, expected) => {
  expect(heldIn(seenBy([boundary("phones", review)])).review).toEqual(expected);
});

test("of several boundaries the first day is named", () => {
  const held = heldIn(seenBy([boundary("late", "2026-11-28"), boundary("phones", "2026-11-27")]));
  expect(held.review).toEqual({ count: 2, day: "2026-11-27", isDue: false });
});

test("a small step that both have reached is behind", () => {
  const step = { id: "sea", sort: "milestone", words: { what: "The sea", month: "2026-12" } } as const;
  const said = (seat: "a" | "b") => ({ kind: "reached", agreement: "sea", version: 1, seat }) as const;
  expect(heldIn(seenBy([step], [said("a")])).milestone).toBe(1);
  expect(heldIn(seenBy([step], [said("a"), said("b")])).milestone).toBe(0);
});
