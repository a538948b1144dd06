import fc from "fast-check";
import { expect, test } from "vitest";
import { currentStep, type State, statusOf } from "../state";
import { LONG } from "./always";
import { anyPlan, type Plan, playOut } from "./random-play";

const EVERYWHERE = ["repair", "answer-repair", "time-out", "return", "stop", "reopen"];
const IN_STEP = {
  acknowledge: ["acknowledge"],
  write: ["write"],
  dialogue: ["say", "say anew", "reflect", "check", "pass-floor", "heard"],
};

/** All that random plays must come to: what they never come to, no property would show. */
const ALL = [
  ...["running", "timed-out", "stopped", "complete"],
  ...["complete", "stopped", "timed-out", "not-open", "not-your-turn", "stale", "not-a-member"].map(
    refusedAs,
  ),
  ...["bad-return-time", "too-soon"].map(refusedAs),
  ...Object.entries(IN_STEP).flatMap(([step, kinds]) =>
    [...kinds, ...EVERYWHERE].map((kind) => `${step}: ${kind}`),
  ),
];

test(
  "[G1, G6, G8] random plays come to every status, every refusal and every move in every kind of step",
  LONG,
  () => {
    const missing = new Set(ALL);
    // Most are there after a thousand plays. When twenty thousand do not do, the plays have become too tame.
    for (let plays = 0; missing.size > 0 && plays < 20_000; plays += 500)
      for (const plan of fc.sample(anyPlan, 500)) for (const seen of seenIn(plan)) missing.delete(seen);
    expect([...missing]).toEqual([]);
  },
);

function* seenIn(plan: Plan) {
  for (const { before, move, refusal } of playOut(plan).attempts) {
    yield statusOf(before);
    if (refusal) yield refusedAs(refusal.kind);
    else
      yield `${currentStep(before)?.progress.kind}: ${saysAnew(before, move.kind) ? "say anew" : move.kind}`;
  }
}

function refusedAs(kind: string): string {
  return `refused as ${kind}`;
}

function saysAnew(state: State, kind: string): boolean {
  const progress = currentStep(state)?.progress;
  return kind === "say" && progress?.kind === "dialogue" && progress.waiting.for === "reflection";
}
