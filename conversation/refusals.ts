/** Why the rules said no. A closed union: each kind has its words in messages/, or the build fails. */
export type Refusal =
  | { readonly kind: "not-your-turn" }
  /** That move is not open in this step. */
  | { readonly kind: "not-open" }
  /** It answers something that is no longer current; `current` is what stands in its place, if anything does. */
  | { readonly kind: "stale"; readonly current: number | null }
  /** More than `limit` characters. */
  | { readonly kind: "too-long"; readonly limit: number }
  /** `until` and every other instant here is ISO 8601. */
  | { readonly kind: "too-soon"; readonly until: string }
  | { readonly kind: "bad-return-time" }
  /** A time to talk has to be 5 minutes to 90 days ahead, and still ahead when it is said yes to. */
  | { readonly kind: "bad-meeting-time" }
  | { readonly kind: "held" }
  | { readonly kind: "timed-out"; readonly until: string }
  | { readonly kind: "stopped" }
  | { readonly kind: "complete" }
  | { readonly kind: "not-a-member" }
  /** The other has left the space for good: what was for two does not go on (G11). */
  | { readonly kind: "left" }
  | { readonly kind: "slow-down"; readonly retryAfterMs: number }
  /** `issues` name what was wrong, never what was written. */
  | { readonly kind: "bad-request"; readonly issues: readonly string[] };

export type Decision = { readonly ok: true } | { readonly ok: false; readonly refusal: Refusal };

export const ACCEPTED: Decision = { ok: true };

export function refused(refusal: Refusal): Decision {
  return { ok: false, refusal };
}
