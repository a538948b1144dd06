import type { ProposalSort } from "./agreements";

/** One of the two people the conversation is for. `a` opened it, `b` is the other. */
export type Partner = "a" | "b";

/** A place in a conversation: the two partners and, where both invited one, a therapist. */
export type Seat = Partner | "t";

export const PARTNERS: readonly Partner[] = ["a", "b"];

/** The one whom `seat` is talking with. */
export function otherPartner(seat: Partner): Partner {
  return seat === "a" ? "b" : "a";
}

/** An agreement of the couple that is due for review; fixed when the conversation starts. */
export interface DueAgreement {
  readonly id: string;
  readonly sort: ProposalSort;
  /** In whose words it speaks: whoever first offered it, whoever changed it since (S2). */
  readonly of: Partner;
}

/**
 * Who is there, what the guide calls them, and what they bring along. It changes only when somebody leaves for good.
 * `partners` has one name in a solo conversation and two in a joint one.
 */
export interface Roster {
  readonly partners: readonly Partner[];
  readonly therapist: boolean;
  readonly roles: Readonly<Record<string, Partner>>;
  /** The agreements that a review looks at (E1). None where a guide has no review. */
  readonly due?: readonly DueAgreement[];
  /** Who has left the space for good. Nothing more happens in what was for two (G11). */
  readonly left?: readonly Partner[];
  /** Whose words are gone: they took them back, or erased everything of theirs (V8). */
  readonly withdrawn?: readonly Partner[];
}

/** Whether what was for two cannot go on, because one of the two has left for good (G11). */
export function hasBeenLeft({ partners, left = [] }: Roster): boolean {
  return partners.length > 1 && left.length > 0;
}
