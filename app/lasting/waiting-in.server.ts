import { isStillMeant } from "#conversation/keeping/decide-keeping";
import type { Register } from "#conversation/keeping/register";
import type { Words } from "#conversation/moves";
import type { LastingView } from "#server/lasting/lasting-view";
import type { Waiting, WaitingAbout } from "./waiting";

/** All that waits between two people, the oldest first. */
export function waitingIn({
  place,
  agreements,
  keepings,
}: Pick<LastingView, "place" | "agreements" | "keepings">): Waiting[] {
  return place.register.open.flatMap((open): Waiting[] => {
    const { seq, by, of } = open;
    const made = keepings.get(seq);
    const shared = { seq, by, of, at: made?.at.toISOString() ?? "", words: made?.words ?? null };
    if (open.kind === "offer")
      return [
        { ...shared, thread: `offer-${firstOf(seq, place.register.amended)}`, sort: open.sort, about: null },
      ];
    const one = agreements.find(({ id }) => id === open.agreement);
    if (!one) return [];
    const { agreement, version, change, from, until } = open;
    const holds = one.wordings.at(-1)?.words ?? null;
    const about: WaitingAbout = {
      agreement,
      version,
      change,
      ...(from !== undefined && { from }),
      ...(until !== undefined && { until }),
      isMeant: isStillMeant(place, open),
      isKept: change === "change" && changesOnlyReview(holds, shared.words),
      words: holds,
    };
    return [{ ...shared, thread: `agreement-${agreement}`, sort: one.sort, about }];
  });
}

function changesOnlyReview(before: Words | null, after: Words | null): boolean {
  if (!before || !after || before.review === after.review) return false;
  const names = Object.keys({ ...before, ...after });
  return names.every((name) => name === "review" || before[name] === after[name]);
}

/** The wording that holds of each agreement: what a proposal about it has to name. */
export function wordingsThatHold({ place }: Pick<LastingView, "place">): Readonly<Record<string, number>> {
  const holding = [...place.agreements.values()].filter(({ hasEnded }) => !hasEnded);
  return Object.fromEntries(holding.map(({ id, version }) => [id, version]));
}

/** The first of a row of offers that took the place of one another. */
function firstOf(seq: number, amended: Register["amended"]): number {
  const before = Object.entries(amended).find(([, next]) => next === seq)?.[0];
  return before === undefined ? seq : firstOf(Number(before), amended);
}
