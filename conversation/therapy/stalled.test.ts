import { expect, test } from "vitest";
import { pairGuide, talking } from "../testing/guides";
import { EVENING, HOUR, playWithTherapist } from "../testing/play";
import { hasStalled, STALLED_AFTER } from "./stalled";

test("[Y9] a week without a move, and not a moment less", () => {
  const { state } = playWithTherapist(pairGuide(talking()));
  expect(hasStalled(state, EVENING, EVENING + STALLED_AFTER - 1)).toBe(false);
  expect(hasStalled(state, EVENING, EVENING + STALLED_AFTER)).toBe(true);
});

test("[Y9] what rests because somebody said so does not stand still", () => {
  const later = EVENING + 2 * STALLED_AFTER;
  const held = playWithTherapist(pairGuide(talking()));
  held.t({ kind: "hold" });
  const stopped = playWithTherapist(pairGuide(talking()));
  stopped.a({ kind: "stop" });
  const resting = playWithTherapist(pairGuide(talking()));
  resting.a({ kind: "time-out", returnAt: resting.in(HOUR) });
  for (const { state } of [held, stopped, resting]) expect(hasStalled(state, EVENING, later)).toBe(false);
});
