import type { Recorded } from "../moves";
import { PARTNERS, type Seat } from "../seats";
import { type Access, type BothSharing, bothShare } from "./sharing";

/** What goes into a record of the work (Y15). */
export interface RecordParts {
  /** Agreements, where both let the therapist read what lasts. */
  readonly agreements: boolean;
}

/** Y15: null where not both lists name a record. */
export function recordParts(both: BothSharing | null): RecordParts | null {
  if (!both || !bothShare(both, "record")) return null;
  return { agreements: bothShare(both, "lasting") };
}

/** One day of a conversation, and which seats moved in it. */
export interface Attended {
  /** As `dayOf` calls it. */
  readonly day: string;
  /** Always in the same order: a, b, t. */
  readonly seats: readonly Seat[];
}

/**
 * On which days which seats moved in a conversation that both share (Y15), the earliest first: not how often, how long, or
 * what. Of several therapists only the one whose record it is.
 * @param by the engagement whose record it is
 * @param dayOf the day of an instant (ISO 8601), `2027-03-01`
 */
export function attendanceIn(
  moves: readonly Recorded[],
  { access, by }: { readonly access: Access; readonly by: string },
  dayOf: (at: string) => string,
): readonly Attended[] {
  const byDay = new Map<string, Set<Seat>>();
  for (const move of moves) {
    if (move.seq < access.from || (move.seat === "t" && move.by !== by)) continue;
    const day = dayOf(move.at);
    const seats = byDay.get(day) ?? new Set();
    byDay.set(day, seats.add(move.seat));
  }
  return [...byDay]
    .map(([day, seats]) => ({ day, seats: SEATS.filter((seat) => seats.has(seat)) }))
    .sort((one, other) => (one.day < other.day ? -1 : 1));
}

const SEATS: readonly Seat[] = [...PARTNERS, "t"];
