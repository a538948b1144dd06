import { expect, test } from "vitest";
import { EMPTY_REGISTER } from "#conversation/keeping/register";
import type { LastingAgreement } from "#server/space-overview";
import { whatIsDue } from "./what-is-due.server";

const MADE = new Date("2026-03-01T19:00:00.000Z");
const one = (changes: Partial<LastingAgreement>): LastingAgreement => ({
  id: "one",
  sort: "commitment",
  of: "a",
  version: 1,
  createdAt: MADE,
  reviewedAt: null,
  words: { what: "A walk", behaviour: "Shouting", review: "2026-05-04", month: "2026-06", on: "2026-04-11" },
  ...changes,
});
const TOLD = { seat: "a", register: EMPTY_REGISTER, timeZone: "Europe/Berlin" } as const;
const kindAt = (at: string, changes: Partial<LastingAgreement>) =>
  whatIsDue([one(changes)], TOLD, new Date(at))[0]?.kind ?? null;

test.each([
  ["commitment", "2026-03-08T07:59:59.000Z", null],
  ["commitment", "2026-03-08T08:00:00.000Z", "commitment"],
  ["commitment", "2026-03-14T20:00:00.000Z", "commitment"], // also when the next week is near
  ["boundary", "2026-05-04T06:59:59.000Z", null],
  ["boundary", "2026-05-04T07:00:00.000Z", "review"],
  ["milestone", "2026-05-31T23:00:00.000Z", null],
  ["milestone", "2026-06-01T07:00:00.000Z", "review"],
  ["plan", "2026-04-09T21:59:59.000Z", null],
  ["plan", "2026-04-09T22:00:00.000Z", "planNear"], // the day before begins
  ["plan", "2026-04-11T21:59:59.000Z", "planNear"],
  ["plan", "2026-04-11T22:00:00.000Z", "planPast"],
] as const)("a %s at %s", (sort, at, kind) => {
  expect(kindAt(at, { sort })).toBe(kind);
});

test("what both have looked at since, and what cannot be opened or has no day, is not there", () => {
  const at = "2026-05-10T12:00:00.000Z";
  expect(kindAt(at, { sort: "boundary", reviewedAt: new Date("2026-05-05T12:00:00.000Z") })).toBeNull();
  expect(kindAt(at, { sort: "commitment", reviewedAt: new Date("2026-05-05T12:00:00.000Z") })).toBeNull();
  expect(kindAt(at, { sort: "boundary", words: null })).toBeNull();
  expect(kindAt(at, { sort: "boundary", words: { behaviour: "Shouting" } })).toBeNull();
});

test("what has waited longest comes first", () => {
  const lasting = [one({ id: "later", sort: "boundary" }), one({ id: "sooner", sort: "plan" })];
  const due = whatIsDue(lasting, { ...TOLD, timeZone: null }, new Date("2026-07-01T12:00:00.000Z"));
  expect(due.map(({ id, what }) => [id, what])).toEqual([
    ["sooner", "A walk"],
    ["later", "A walk"],
  ]);
});

test("a promise with days of its own is there from the morning after the first that nothing was told of", () => {
  const words = { what: "I call.", repeat: "weekly mo,fr 2026-01-01/2026-12-31 Europe/Berlin" };
  expect(kindAt("2026-03-03T07:59:59.000Z", { words })).toBeNull();
  expect(kindAt("2026-03-03T08:00:00.000Z", { words })).toBe("untold");
  expect(kindAt("2026-03-12T08:00:00.000Z", { words, of: "b" })).toBeNull();
});
