/** Z2: how long it stands where somebody is and whom to call, at most (milliseconds). */
export const WHEREABOUTS_KEPT = 12 * 3_600_000;

/** Where a partner is before a meeting apart, whom to call, and their word. */
export interface GivenWhereabouts {
  readonly where: string;
  readonly call: string;
  /** What they say when they need a hold. Empty: none. */
  readonly word: string;
  /** When they said it here last; null while they have not. */
  readonly askedAt: string | null;
}

/** Z3: the word that somebody may say: theirs, while there is a therapist to hear it. */
export function wordToSay(given: readonly Pick<GivenWhereabouts, "word">[]): string | null {
  return given.find(({ word }) => word !== "")?.word ?? null;
}

/** Z3: whether a therapist is asked for a hold that they have not given since. @param heldAt when they last held, ISO 8601 */
export function asksForHold({ askedAt }: Pick<GivenWhereabouts, "askedAt">, heldAt: string | null): boolean {
  return askedAt !== null && (heldAt === null || Date.parse(heldAt) < Date.parse(askedAt));
}
