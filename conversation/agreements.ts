/** The kinds of agreement that can be offered, each with fields of its own (agreement-fields.ts). */
export const PROPOSAL_SORTS = ["boundary", "commitment", "repair-offer", "milestone", "plan"] as const;
export type ProposalSort = (typeof PROPOSAL_SORTS)[number];

/** What a review can come to for one agreement. */
export const OUTCOMES = ["keep", "change", "end"] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** What an accepted proposal lasts as: a repair offer that was accepted is a commitment from then on. */
export function lastsAs(sort: ProposalSort): ProposalSort {
  return sort === "repair-offer" ? "commitment" : sort;
}
