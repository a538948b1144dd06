/** What is wrong with a day. `resting` is one that both have agreed to leave out. */
export const BAD_DATES = [
  "no-such-day",
  "no-such-time",
  "no-such-zone",
  "past",
  "not-yet",
  "too-far",
  "before-start",
  "not-one-of-its",
  "resting",
] as const;
export type BadDate = (typeof BAD_DATES)[number];

/** What is wrong with how often something is promised: it has no end, too late a one, or no day at all. */
export const BAD_REPEATS = ["unreadable", "no-end", "backwards", "too-long", "never"] as const;
export type BadRepeat = (typeof BAD_REPEATS)[number];

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
  /** `field` is the name of the question or of the part that holds the day. */
  | { readonly kind: "bad-date"; readonly field: string; readonly why: BadDate }
  | { readonly kind: "bad-repeat"; readonly why: BadRepeat }
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
