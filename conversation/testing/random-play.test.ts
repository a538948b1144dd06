import fc from "fast-check";
import { expect, test } from "vitest";
import type { Structure } from "../moves";
import { currentStep, type State, statusOf } from "../state";
import { LONG } from "./always";
import { anyPlan, type Plan, playOut } from "./random-play";

const EVERYWHERE = [
  ...["repair", "answer-repair", "time-out", "return", "stop", "reopen"],
  ...["pace", "suggest-time", "answer-time", "withdraw-time"],
  ...["hold", "resume", "prompt", "caucus", "skip-step"],
];
const OFFERS = ["propose", "amend", "accept", "decline", "withdraw", "enough"];
const IN_STEP = {
  acknowledge: ["acknowledge", "mark"],
  write: ["write", "mark"],
  dialogue: [
    ...["say", "say anew", "reflect", "check", "pass-floor", "heard", "hand-floor", "mark"],
    ...["reflect the turn", "say the turn anew", "validate", "empathise", "check the guess"],
  ],
  mark: ["mark"],
  settle: [...OFFERS, "mark"],
  review: [...OFFERS, "mark"],
};

/** All that random plays must come to: what they never come to, no property would show. */
const ALL = [
  ...["running", "held", "timed-out", "stopped", "complete", "left"],
  ...[
    "complete",
    "held",
    "left",
    "stopped",
    "timed-out",
    "not-open",
    "not-your-turn",
    "stale",
    "not-a-member",
  ].map(refusedAs),
  "complete: mark",
  ...["bad-return-time", "bad-meeting-time", "too-soon"].map(refusedAs),
  ...Object.entries(IN_STEP).flatMap(([step, kinds]) =>
    [...kinds, ...EVERYWHERE].map((kind) => `${step}: ${kind}`),
  ),
];

test(
  "[G1, G6, G8, G11, M4] random plays come to every status, every refusal and every move in every kind of step",
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
    else yield `${currentStep(before)?.progress.kind ?? "complete"}: ${nameOf(before, move)}`;
  }
}

function refusedAs(kind: string): string {
  return `refused as ${kind}`;
}

/** The kind of a move, and where one kind is several things, which. */
function nameOf(state: State, move: Structure): string {
  if (move.kind === "propose") return move.amends === undefined ? "propose" : "amend";
  const progress = currentStep(state)?.progress;
  if (progress?.kind !== "dialogue") return move.kind;
  const { waiting } = progress;
  if (waiting.for === "reflection" && waiting.of === "turn" && move.kind === "reflect")
    return "reflect the turn";
  if (waiting.for === "reflection" && move.kind === "say")
    return waiting.of === "turn" ? "say the turn anew" : "say anew";
  if (waiting.for === "correction" && move.kind === "check") return "check the guess";
  return move.kind;
}
