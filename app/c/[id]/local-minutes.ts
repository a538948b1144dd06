const MINUTE = 60_000;

/** A moment as a `datetime-local` field has it ("2027-03-01T19:30"): by the clock on the wall in this browser's zone. */
export function toLocalMinutes(at: Date): string {
  return new Date(at.getTime() - at.getTimezoneOffset() * MINUTE)
    .toISOString()
    .slice(0, "2027-03-01T19:30".length);
}

/** The moment that a `datetime-local` field means; null for none, and for one that the clock skips in spring. */
export function fromLocalMinutes(text: string): Date | null {
  const at = new Date(text);
  if (Number.isNaN(at.getTime())) return null;
  return toLocalMinutes(at) === text ? at : null;
}
