import type { OpenMove } from "../open-move";
import { afterOffer, answersOpen, bothHaveEnough, NO_OFFERS, OFFER_KINDS } from "./offers";
import type { StepRules } from "./step-rules";

/** S1 to S6: either offers agreements of one sort; what the other accepts is settled. */
export const settleRules: StepRules<"settle"> = {
  kinds: OFFER_KINDS,
  begin: (step) => ({ kind: "settle", step, offers: NO_OFFERS }),

  open({ step: { sort }, offers }, seat) {
    const amendments = offers.current.map(({ seq }): OpenMove => ({ kind: "propose", sort, amends: seq }));
    return [{ kind: "propose", sort }, ...amendments, ...answersOpen(offers, seat)];
  },

  after: (progress, move) => ({ ...progress, offers: afterOffer(progress.offers, move) }),
  // G9: alone there is nobody to agree with.
  hasEnded: ({ offers }, roster) => roster.partners.length < 2 || bothHaveEnough(offers, roster),
};
