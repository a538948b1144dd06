import type { MoveKind, Structure } from "./moves";

/**
 * A move that a seat may make now. Where it answers another, it says which number must be named.
 * What it leaves out (words, verdict, family, return time) is the seat's own choice.
 */
export interface OpenMove {
  readonly kind: MoveKind;
  readonly answers?: number;
}

/** The number a move says it answers, if its kind answers anything. */
export function answered(move: Structure): number | undefined {
  return "answers" in move ? move.answers : undefined;
}

/** Whether `move` is the one that `open` offers. */
export function offers(open: OpenMove, move: Structure): boolean {
  return open.kind === move.kind && open.answers === answered(move);
}
