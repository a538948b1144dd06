import type { Structure } from "#conversation/moves";

/**
 * Where what is being written for a move is kept until it is sent: the step, the kind of move, and of proposals what
 * they are about, since several may be in the making.
 */
export function draftSlot(stepId: string, move: Structure): string {
  const about = move.kind === "propose" ? (move.reviews ?? move.amends) : undefined;
  return `${about === undefined ? stepId : `${stepId}-${about}`}:${move.kind}`;
}
