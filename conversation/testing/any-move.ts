import type { Outcome, ProposalSort } from "../agreements";
import type { MoveKind, Pace, PartVerdict, RepairFamily, Structure, Verdict } from "../moves";
import type { OpenMove } from "../open-move";
import type { Partner } from "../seats";

/** What a seat chooses for itself in a move. */
export interface Choices {
  readonly answers: number;
  readonly aloud: boolean;
  readonly verdict: Verdict;
  readonly partVerdict: PartVerdict;
  readonly family: RepairFamily;
  readonly taken: boolean;
  readonly returnAt: string;
  readonly pace: Pace;
  readonly meetAt: string;
  readonly accepted: boolean;
  readonly part: string;
  readonly sort: ProposalSort;
  readonly amends: number | null;
  /** In a review: which agreement, and what should become of it. */
  readonly reviews: string | null;
  readonly outcome: Outcome;
  readonly partner: Partner;
  readonly minutes: number;
}

const USUAL: Choices = {
  answers: 1,
  aloud: false,
  verdict: "yes",
  partVerdict: "landed",
  family: "calm-down",
  taken: true,
  returnAt: "2026-03-01T20:00:00.000Z",
  pace: "today",
  meetAt: "2026-03-02T19:00:00.000Z",
  accepted: true,
  part: "story",
  sort: "boundary",
  amends: null,
  reviews: null,
  outcome: "keep",
  partner: "a",
  minutes: 2,
};

const KINDS = [
  "acknowledge",
  "write",
  "say",
  "reflect",
  "check",
  "validate",
  "empathise",
  "pass-floor",
  "heard",
  "mark",
  "propose",
  "accept",
  "decline",
  "withdraw",
  "enough",
  "repair",
  "answer-repair",
  "time-out",
  "return",
  "pace",
  "suggest-time",
  "answer-time",
  "withdraw-time",
  "stop",
  "reopen",
  "hold",
  "resume",
  "prompt",
  "hand-floor",
  "skip-step",
  "extend-turn",
  "caucus",
] as const satisfies readonly MoveKind[];

/** Every kind of move there is, those no step offers yet included. Does not compile when one is missing. */
export const EVERY_KIND: Exclude<MoveKind, (typeof KINDS)[number]> extends never
  ? readonly MoveKind[]
  : never = KINDS;

/** A well-formed move of a kind, with these choices and otherwise the usual ones. */
export function structureOf(kind: MoveKind, choices: Partial<Choices> = {}): Structure {
  const chosen = { ...USUAL, ...choices };
  const { answers, partner, returnAt, sort, taken } = chosen;
  const aloud = chosen.aloud ? { aloud: true as const } : {};
  switch (kind) {
    case "write":
      return { kind, ready: true };
    case "say":
      return { kind, ...aloud };
    case "reflect":
    case "validate":
    case "empathise":
      return { kind, answers, ...aloud };
    case "check":
      return { kind, answers, verdict: chosen.verdict };
    case "mark":
      return { kind, answers, part: chosen.part, verdict: chosen.partVerdict };
    case "propose":
      return {
        kind,
        sort,
        ...(chosen.amends !== null && { amends: chosen.amends }),
        ...(chosen.reviews !== null && { reviews: chosen.reviews, outcome: chosen.outcome }),
      };
    case "accept":
    case "decline":
    case "withdraw":
    case "withdraw-time":
      return { kind, answers };
    case "pace":
      return { kind, pace: chosen.pace };
    case "suggest-time":
      return { kind, meetAt: chosen.meetAt };
    case "answer-time":
      return { kind, answers, accepted: chosen.accepted };
    case "repair":
      return { kind, family: chosen.family };
    case "answer-repair":
      return { kind, answers, taken };
    case "time-out":
      return { kind, returnAt };
    case "hand-floor":
      return { kind, to: partner };
    case "caucus":
      return { kind, with: partner };
    case "extend-turn":
      return { kind, minutes: chosen.minutes };
    default:
      return { kind };
  }
}

/** The move that is offered, with what it leaves open chosen. */
export function structureOfOpen(open: OpenMove, choices: Partial<Choices> = {}): Structure {
  const { kind, answers, amends, sort, reviews, outcome, part, pace, to } = open;
  return structureOf(kind, {
    ...choices,
    ...(answers !== undefined && { answers }),
    ...(sort !== undefined && { sort }),
    ...(kind === "propose" && { amends: amends ?? null, reviews: reviews ?? null }),
    ...(outcome !== undefined && { outcome }),
    ...(part !== undefined && { part }),
    ...(pace !== undefined && { pace }),
    ...(to !== undefined && { partner: to }),
    ...(open.with !== undefined && { partner: open.with }),
  });
}
