import { lastsAs, type ProposalSort } from "./agreements";
import type { Partner } from "./seats";
import { currentStep, type Proposal, type State } from "./state";

/** What an accepted proposal comes to. `proposal` is the number of the move whose words both have agreed to. */
export type AgreementMade =
  | {
      readonly kind: "new";
      readonly sort: ProposalSort;
      readonly proposal: number;
      readonly proposedBy: Partner;
      /** In whose words it speaks, whoever proposed the last of them. */
      readonly of: Partner;
    }
  | {
      readonly kind: "change";
      readonly agreement: string;
      readonly proposal: number;
      readonly proposedBy: Partner;
    }
  | { readonly kind: "keep" | "end"; readonly agreement: string };

/**
 * What comes of accepting the proposal numbered `answers`: a new agreement (S4), or what a review has come to for an
 * old one (E3). Null where no such proposal waits.
 * @param state the conversation before the acceptance
 */
export function agreementMade(state: State, answers: number): AgreementMade | null {
  const progress = currentStep(state)?.progress;
  if (progress?.kind !== "settle" && progress?.kind !== "review") return null;
  const proposal = progress.offers.current.find(({ seq }) => seq === answers);
  return proposal ? madeOf(proposal) : null;
}

function madeOf({ seq, by, of, sort, reviews, outcome }: Proposal): AgreementMade {
  if (reviews === undefined || outcome === undefined)
    return { kind: "new", sort: lastsAs(sort), proposal: seq, proposedBy: by, of };
  return outcome === "change"
    ? { kind: "change", agreement: reviews, proposal: seq, proposedBy: by }
    : { kind: outcome, agreement: reviews };
}
