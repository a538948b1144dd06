import fc from "fast-check";
import type { Play } from "./play";
import { type Attempt, anyPlan, playOut } from "./random-play";

/** How many random plays each property is tried on. */
export const PLAYS = 400;

/** Time for a property; most need a few seconds. */
export const LONG = { timeout: 120_000 };

/** Asserts something of random plays, each with a number of its own choice. On failure fast-check prints the seed. */
export function always(holds: (talk: Play, attempts: readonly Attempt[], chance: number) => void): void {
  const property = fc.property(anyPlan, fc.nat(1_000), (plan, chance) => {
    const { talk, attempts } = playOut(plan);
    holds(talk, attempts, chance);
  });
  fc.assert(property, { numRuns: PLAYS });
}
