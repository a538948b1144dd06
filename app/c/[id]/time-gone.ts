import type { Entry } from "#conversation/seat-view";
import type { Seat } from "#conversation/seats";

/** A time to talk that is none any more: said no to, taken back while it waited, or called off by one of the two. */
export interface TimeGone {
  readonly by: Seat;
  readonly how: "declined" | "taken-back" | "called-off";
}

/**
 * What became of a time last, where nothing else is left of it. Null once there is another, and once whoever reads has
 * gone on: it is told, and never held against anybody.
 */
export function timeGone(entries: readonly Entry[], reader: Seat): TimeGone | null {
  const last = entries.findLast(({ kind }) => ABOUT_TIMES.includes(kind));
  if (!last || entries.some(({ seat, seq }) => seat === reader && seq > last.seq)) return null;
  if (last.kind === "answer-time" && !last.accepted) return { by: last.seat, how: "declined" };
  if (last.kind !== "withdraw-time") return null;
  return { by: last.seat, how: wasAccepted(entries, last.answers) ? "called-off" : "taken-back" };
}

const ABOUT_TIMES: readonly Entry["kind"][] = ["suggest-time", "answer-time", "withdraw-time"];

function wasAccepted(entries: readonly Entry[], suggestion: number): boolean {
  return entries.some(
    (entry) => entry.kind === "answer-time" && entry.accepted && entry.answers === suggestion,
  );
}
