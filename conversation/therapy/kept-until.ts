/** How long a therapist's own copy of the work is there. Instants are milliseconds since 1970. */
export interface Keeping {
  /** Null while the work goes on. */
  readonly endedAt: number | null;
  /** Null where nothing was to be kept. */
  readonly keptUntil: number | null;
}

/**
 * Whether notes, and the therapist's own view of what they shared, are still there at `now` (Y11). Consents change nothing
 * about it: it is what the therapist wrote.
 */
export function isKept({ endedAt, keptUntil }: Keeping, now: number): boolean {
  return endedAt === null || (keptUntil !== null && now < keptUntil);
}
