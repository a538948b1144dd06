import fc from "fast-check";
import { expect, test } from "vitest";
import type { Guide } from "../guide";
import { DUE } from "../testing/guides";
import { HOUR, type Play } from "../testing/play";
import { anyPlan, type Plan, playOut } from "../testing/random-play";
import { oneMoveOn } from "../testing/willing-pair";
import { GUIDES } from "./catalogue";

/** How many random plays each guide is tried on, in each way it can be held. */
const PLAYS = 40;

/** More moves than any guide takes, wherever a random play has left it. */
const MOST_MOVES = 200;

const forTwo = GUIDES.filter(({ solo }) => !solo);
const forOne = GUIDES.filter(({ solo, alone }) => solo || alone);
const withReview = forTwo.filter(({ steps }) => steps.some(({ kind }) => kind === "review"));

/** Plays a guide at random, and then willingly to the end. Whoever opens it takes any of its roles. */
function toTheEnd(guide: Guide, way: Partial<Plan>, holds: (talk: Play) => void): void {
  const anyRole = fc.constantFrom(undefined, ...guide.roles.map(({ id }) => id));
  const property = fc.property(anyPlan, anyRole, (plan, role) => {
    const { talk } = playOut({ ...plan, guide, role, alone: false, leaving: null, ...way });
    talk.later(24 * HOUR);
    for (let moves = 0; !talk.state.complete && moves < MOST_MOVES; moves += 1) oneMoveOn(talk);
    holds(talk);
  });
  fc.assert(property, { numRuns: PLAYS });
}

/** Every step was taken, in order; and nothing is left to do but to change a mark (M4). */
function expectTheEnd(talk: Play): void {
  expect(talk.status).toBe("complete");
  expect(talk.state.steps.map(({ progress }) => progress.step.id)).toEqual(
    talk.guide.steps.map(({ id }) => id),
  );
  const open = talk.roster.partners.flatMap((partner) => talk.open(partner));
  expect(open.filter(({ kind }) => kind !== "mark")).toEqual([]);
}

test.each(forTwo)("[G1, G7, K2] $id comes to the end for two, whoever opens it", (guide) => {
  toTheEnd(guide, {}, (talk) => {
    expect(talk.roster.partners).toEqual(["a", "b"]);
    expectTheEnd(talk);
  });
});

test.each(forOne)("[G1, G7, G9, K2] $id comes to the end for one alone", (guide) => {
  toTheEnd(guide, { alone: true }, (talk) => {
    expect(talk.roster.partners).toEqual(["a"]);
    expectTheEnd(talk);
  });
});

test.each(withReview)("[G1, G7, K2, E1] $id comes to the end with agreements that are due", (guide) => {
  toTheEnd(guide, { due: DUE.length }, expectTheEnd);
});
