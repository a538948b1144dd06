import { begin, evolve } from "../evolve";
import type { Guide } from "../guide";
import type { Recorded } from "../moves";
import type { Partner, Roster } from "../seats";
import { floorOf } from "../state";

/**
 * How long each has had the floor so far, in milliseconds, for the therapist’s eyes alone (Y10). Breaks, holds and stops
 * are nobody’s time.
 * @param now milliseconds since 1970
 */
export function floorTimes(
  guide: Guide,
  roster: Roster,
  moves: readonly Recorded[],
  now: number,
): Readonly<Record<Partner, number>> {
  const times = { a: 0, b: 0 };
  let state = begin(guide, roster);
  let since = moves[0] ? Date.parse(moves[0].at) : now;
  const add = (until: number) => {
    const floor = floorOf(state);
    if (floor) times[floor] += Math.max(0, until - since);
    since = until;
  };
  for (const move of moves) {
    add(Date.parse(move.at));
    state = evolve(guide, state, move);
  }
  add(now);
  return times;
}
