import type { Outcome, ProposalSort } from "./agreements";
import type { MoveKind, Pace, Structure } from "./moves";
import type { Partner } from "./seats";

/**
 * A move that a seat may make now. What it names has to be named exactly so; what is not here at all (words, verdict,
 * family, a time) is the seat's own choice.
 */
export interface OpenMove {
  readonly kind: MoveKind;
  /** The number of the move that has to be answered. */
  readonly answers?: number;
  /** The number of the proposal that this one takes the place of. */
  readonly amends?: number;
  readonly sort?: ProposalSort;
  readonly reviews?: string;
  readonly outcome?: Outcome;
  readonly part?: string;
  readonly pace?: Pace;
  readonly to?: Partner;
  readonly with?: Partner;
}

type Detail = Exclude<keyof OpenMove, "kind">;
const DETAILS: readonly Detail[] = [
  "answers",
  "amends",
  "sort",
  "reviews",
  "outcome",
  "part",
  "pace",
  "to",
  "with",
];

/** The number of the move that this one is about: what it answers, or the proposal it amends. */
export function answered(move: Structure | OpenMove): number | undefined {
  return detailOf(move, "answers") ?? detailOf(move, "amends");
}

/** Whether `move` is the one that `open` offers. */
export function offers(open: OpenMove, move: Structure): boolean {
  return open.kind === move.kind && DETAILS.every((detail) => open[detail] === detailOf(move, detail));
}

function detailOf<D extends Detail>(move: Structure | OpenMove, detail: D): OpenMove[D] {
  return (move as OpenMove)[detail];
}
