import { type State, statusOf } from "../state";

/** After so long without a move a step is called stalled, in milliseconds. */
export const STALLED_AFTER = 7 * 24 * 60 * 60_000;

/**
 * Y9: whether a conversation that runs has stood still for a week. A break, a hold, and what was stopped or has come to
 * its end are no standing still: somebody has said so. `lastAt` is the time of the last move, or of the beginning where
 * there is none; both in milliseconds since 1970.
 */
export function hasStalled(state: State, lastAt: number, now: number): boolean {
  return statusOf(state) === "running" && now - lastAt >= STALLED_AFTER;
}
