import fc from "fast-check";
import { expect, test } from "vitest";
import { currentStep, type State, statusOf } from "../state";
import { anyPlan, playOut } from "./random-play";

// What random plays never come to, no property would show. This fails when they have become too tame.
const EVERYWHERE = ["repair", "answer-repair", "time-out", "return", "stop", "reopen"];
const IN_STEP = {
  acknowledge: ["acknowledge"],
  write: ["write"],
  dialogue: ["say", "say anew", "reflect", "check", "pass-floor", "heard"],
};

test("[G1, G6, G8] random plays come to every status, every refusal and every move in every kind of step", () => {
  const statuses = new Set<string>();
  const refusals = new Set<string>();
  const accepted = new Set<string>();
  for (const plan of fc.sample(anyPlan, 1_500)) {
    const { talk, attempts } = playOut(plan);
    statuses.add(talk.status);
    for (const { before, move, refusal } of attempts) {
      statuses.add(statusOf(before));
      if (refusal) refusals.add(refusal.kind);
      else accepted.add(`${stepKind(before)}: ${saysAnew(before, move.kind) ? "say anew" : move.kind}`);
    }
  }
  expect([...statuses].sort()).toEqual(["complete", "running", "stopped", "timed-out"]);
  expect([...refusals].sort()).toEqual([
    "bad-return-time",
    "complete",
    "not-a-member",
    "not-open",
    "not-your-turn",
    "stale",
    "stopped",
    "timed-out",
    "too-soon",
  ]);
  expect([...accepted].sort()).toEqual(
    Object.entries(IN_STEP)
      .flatMap(([step, kinds]) => [...kinds, ...EVERYWHERE].map((kind) => `${step}: ${kind}`))
      .sort(),
  );
});

const stepKind = (state: State) => currentStep(state)?.progress.kind;

function saysAnew(state: State, kind: string): boolean {
  const progress = currentStep(state)?.progress;
  return kind === "say" && progress?.kind === "dialogue" && progress.waiting.for === "reflection";
}
