import type { Guide, Step } from "#conversation/guide";
import { rosterFor } from "#conversation/roster-for";
import { beginStep, stepHasEnded } from "#conversation/steps/rules-of";

/** The steps in which there is something to do for one person alone: the rules leave out the others (G9). */
export function stepsAlone(guide: Guide): readonly Step[] {
  const roster = rosterFor(guide, undefined, { alone: true });
  return guide.steps.filter((step) => !stepHasEnded(beginStep(step, { roster, head: 0, steps: [] }), roster));
}
