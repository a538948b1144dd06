import { expect, test } from "vitest";
import type { Move } from "#conversation/moves";
import type { Entry } from "#conversation/seat-view";
import type { Partner } from "#conversation/seats";
import { timeGone } from "./time-gone";

const AT = "2027-01-08T20:05:00.000Z";
const SUGGESTED: Move = { kind: "suggest-time", meetAt: AT };
const YES: Move = { kind: "answer-time", answers: 1, accepted: true };
const NO: Move = { kind: "answer-time", answers: 1, accepted: false };
const WITHDRAWN: Move = { kind: "withdraw-time", answers: 1 };
const SAID: Move = { kind: "pass-floor" };

const entries = (...made: readonly (readonly [Partner, Move])[]): readonly Entry[] =>
  made.map(
    ([seat, move], index) => ({ ...move, seat, seq: index + 1, moveId: `move-${index}`, at: AT }) as Entry,
  );

test("[P4] a no is told to both", () => {
  const log = entries(["a", SUGGESTED], ["b", NO]);
  for (const reader of ["a", "b"] as const)
    expect(timeGone(log, reader)).toEqual({ by: "b", how: "declined" });
});

test("[P5] what was taken back was no more than suggested; what was called off had been agreed on", () => {
  expect(timeGone(entries(["a", SUGGESTED], ["a", WITHDRAWN]), "b")).toEqual({ by: "a", how: "taken-back" });
  expect(timeGone(entries(["a", SUGGESTED], ["b", YES], ["b", WITHDRAWN]), "a")).toEqual({
    by: "b",
    how: "called-off",
  });
});

test("there is nothing to tell of while a time waits or is agreed on, nor where there never was one", () => {
  for (const log of [
    entries(["b", SAID]),
    entries(["a", SUGGESTED]),
    entries(["a", SUGGESTED], ["b", YES]),
    entries(["a", SUGGESTED], ["b", NO], ["b", SUGGESTED]),
  ])
    expect(timeGone(log, "a")).toBeNull();
});

test("it is told until whoever reads has gone on, and no longer", () => {
  const log = entries(["a", SUGGESTED], ["b", NO], ["b", SAID], ["a", SAID]);
  expect(timeGone(log.slice(0, -1), "a")).toEqual({ by: "b", how: "declined" });
  expect(timeGone(log, "a")).toBeNull();
});
