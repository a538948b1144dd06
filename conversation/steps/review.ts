import { OUTCOMES } from "../agreements";
import type { OpenMove } from "../open-move";
import type { ReviewProgress } from "../state";
import { afterOffer, answersOpen, bothHaveEnough, NO_OFFERS, OFFER_KINDS } from "./offers";
import type { StepRules } from "./step-rules";

/** E1 to E4: each agreement that is due is kept, changed or ended, by both; or left for another time. */
export const reviewRules: StepRules<"review"> = {
  kinds: OFFER_KINDS,
  begin: (step, { roster }) => ({ kind: "review", step, due: roster.due ?? [], offers: NO_OFFERS }),
  open: (progress, seat) => [...proposalsOpen(progress), ...answersOpen(progress.offers, seat)],
  after: (progress, move) => ({ ...progress, offers: afterOffer(progress.offers, move, progress.due) }),

  hasEnded(progress, roster) {
    const isAllDone = progress.due.every(({ id }) => isReviewed(progress, id));
    return roster.partners.length < 2 || isAllDone || bothHaveEnough(progress.offers, roster);
  },
};

/** Whether both have said what becomes of this agreement. */
export function isReviewed({ offers }: ReviewProgress, id: string): boolean {
  return offers.settled.some(({ reviews }) => reviews === id);
}

/** E2: one proposal at a time for each agreement; another one takes its place. */
function proposalsOpen(progress: ReviewProgress): readonly OpenMove[] {
  const { due, offers } = progress;
  return due
    .filter(({ id }) => !isReviewed(progress, id))
    .flatMap(({ id, sort }) => {
      const current = offers.current.find(({ reviews }) => reviews === id);
      const amends = current ? { amends: current.seq } : {};
      return OUTCOMES.map(
        (outcome): OpenMove => ({ kind: "propose", sort, reviews: id, outcome, ...amends }),
      );
    });
}
