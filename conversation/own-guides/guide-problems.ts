import type { GuideProblem } from "../check-guide";

/** What keeps something from being read as a guide at all. */
export type UnreadableWhy =
  | "markup"
  | "too-long"
  | "too-many"
  | "unknown-name"
  | "bad-name"
  | "wrong-shape"
  | "not-json";

/** A place in what somebody brought along, and what is the matter there. */
export interface UnreadableProblem {
  readonly at: string;
  readonly why: UnreadableWhy;
}

/** What a guide is refused for: it cannot be read (I1 to I3), or it would not work (K1 to K6). */
export type OwnGuideProblem = UnreadableProblem | Pick<GuideProblem, "at" | "why">;
