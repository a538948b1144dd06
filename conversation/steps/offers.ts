import type { MoveKind } from "../moves";
import type { OpenMove } from "../open-move";
import type { DueAgreement, Partner, Roster } from "../seats";
import type { Offers, Proposal } from "../state";
import type { PartnerMove } from "./step-rules";

/** The kinds of move by which two people come to an agreement. */
export const OFFER_KINDS: readonly MoveKind[] = ["propose", "accept", "decline", "withdraw", "enough"];

export const NO_OFFERS: Offers = { current: [], settled: [], amended: {}, enough: [] };

/** What `seat` may answer to what is on the table (S2, S3), and whether they may say "that is all for now" (S5, S6). */
export function answersOpen({ current, enough }: Offers, seat: Partner): readonly OpenMove[] {
  const answers = current.flatMap(({ seq, by }): OpenMove[] =>
    by === seat
      ? [{ kind: "withdraw", answers: seq }]
      : [
          { kind: "accept", answers: seq },
          { kind: "decline", answers: seq },
        ],
  );
  const mayEnd = current.length === 0 && !enough.includes(seat);
  return mayEnd ? [...answers, { kind: "enough" }] : answers;
}

/**
 * What is on the table after one more move. Total: an answer to nothing changes nothing.
 * @param due in a review, the agreements it looks at
 */
export function afterOffer(offers: Offers, move: PartnerMove, due: readonly DueAgreement[] = []): Offers {
  switch (move.kind) {
    case "propose":
      return afterProposal(offers, move, due);
    case "accept": {
      const proposal = offers.current.find(({ seq }) => seq === move.answers);
      if (!proposal) return offers;
      const settled = [...offers.settled, { ...proposal, accepted: move.seq }];
      return { ...offers, current: without(offers.current, move.answers), settled };
    }
    case "decline":
    case "withdraw":
      return { ...offers, current: without(offers.current, move.answers) };
    case "enough":
      return offers.enough.includes(move.seat)
        ? offers
        : { ...offers, enough: [...offers.enough, move.seat] };
    default:
      return offers;
  }
}

/** S5 and S6: both have said "that is all for now", and nothing waits for an answer. */
export function bothHaveEnough({ current, enough }: Offers, { partners }: Roster): boolean {
  return current.length === 0 && partners.every((partner) => enough.includes(partner));
}

/** What stands in the place of a proposal that was amended, however often; null where nothing does any more. */
export function inPlaceOf({ current, amended }: Offers, seq: number): number | null {
  const next = amended[seq];
  if (next === undefined || next <= seq) return null; // what takes a place always comes later
  return current.some((proposal) => proposal.seq === next)
    ? next
    : inPlaceOf({ ...NO_OFFERS, current, amended }, next);
}

type Proposing = Extract<PartnerMove, { kind: "propose" }>;

function afterProposal(offers: Offers, move: Proposing, due: readonly DueAgreement[]): Offers {
  const { seq, seat: by, sort, amends, reviews, outcome } = move;
  const proposal: Proposal = {
    seq,
    by,
    of: speaksFor(offers, move, due),
    sort,
    ...(reviews !== undefined && { reviews }),
    ...(outcome !== undefined && { outcome }),
  };
  return {
    ...offers,
    current: [...without(offers.current, amends), proposal],
    amended: amends === undefined ? offers.amended : { ...offers.amended, [amends]: seq },
    enough: [], // S5: a new proposal takes back what both have said
  };
}

/** S2 and E2: an amendment speaks for whoever made the first offer, and in a review for whose agreement it is. */
function speaksFor({ current }: Offers, { seat, amends, reviews }: Proposing, due: readonly DueAgreement[]) {
  const before = due.find(({ id }) => id === reviews) ?? current.find(({ seq }) => seq === amends);
  return before?.of ?? seat;
}

function without(proposals: readonly Proposal[], seq: number | undefined): readonly Proposal[] {
  return proposals.filter((proposal) => proposal.seq !== seq);
}
