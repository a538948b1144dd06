import { decide } from "./decide";
import { begin, evolve } from "./evolve";
import type { Guide } from "./guide";
import type { MoveKind, Structure } from "./moves";
import type { OpenMove } from "./open-move";
import { openInCurrentStep } from "./open-moves";
import type { Partner, Roster } from "./seats";

/** What a pair that wants to come to the end does next, most wanted first. */
const TOWARDS_THE_END: readonly MoveKind[] = [
  "acknowledge",
  "write",
  "heard",
  "pass-floor",
  "check",
  "reflect",
  "validate",
  "empathise",
  "say",
  "mark",
  "enough",
];

/** More moves than a willing pair needs for any one step. */
const MOVES_PER_STEP = 24;

/** The id of the step in which a willing pair gets stuck, or null if they reach the end. */
export function stuckIn(guide: Guide, roster: Roster): string | null {
  let state = begin(guide, roster);
  let partners = roster.partners;
  for (let seq = 1; !state.complete && seq <= guide.steps.length * MOVES_PER_STEP; seq += 1) {
    const next = nextMove(partners, (seat) => openInCurrentStep(state, seat));
    if (!next || !decide(guide, state, next.seat, next.move, 0).ok) break;
    state = evolve(guide, state, { ...next.move, seq, seat: next.seat, at: "1970-01-01T00:00:00.000Z" });
    // They take turns: one alone may write again and again (W1), and the step would never end.
    partners = [...partners.filter((seat) => seat !== next.seat), next.seat];
  }
  return state.complete ? null : (guide.steps[state.steps.length - 1]?.id ?? "");
}

function nextMove(partners: readonly Partner[], openTo: (seat: Partner) => readonly OpenMove[]) {
  const offered = partners
    .flatMap((seat) => openTo(seat).map((open) => ({ seat, open })))
    .filter(({ open }) => TOWARDS_THE_END.includes(open.kind));
  const best = offered.sort(
    (x, y) => TOWARDS_THE_END.indexOf(x.open.kind) - TOWARDS_THE_END.indexOf(y.open.kind),
  )[0];
  const move = best && asMove(best.open);
  return move && { seat: best.seat, move };
}

function asMove({ kind, answers = 0, part = "" }: OpenMove): Structure | null {
  switch (kind) {
    case "acknowledge":
    case "say":
    case "pass-floor":
    case "heard":
    case "enough":
      return { kind };
    case "write":
      return { kind, ready: true };
    case "reflect":
    case "validate":
    case "empathise":
      return { kind, answers };
    case "check":
      return { kind, answers, verdict: "yes" };
    case "mark":
      return { kind, answers, part, verdict: "deferred" };
    default:
      return null;
  }
}
