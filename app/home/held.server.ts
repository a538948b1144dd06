import type { Day } from "#conversation/keeping/keepings";
import type { LastingView } from "#server/lasting/lasting-view";
import { lastingSort } from "../agreements/sorts";
import { milestonesIn, plansInTime } from "../plans/in-time.server";
import type { Held } from "./where-we-stand";

/** So long before its day a boundary is one to look at again (days): then its day of the week says which day it is. */
const NEAR = 6;

/** What holds now, as whoever reads counts days. Small steps that are reached do not count: they are behind. */
export function heldIn(view: LastingView): Held {
  const today = view.calendar.today(view.zone);
  const holding = view.agreements.filter(({ endedAt }) => endedAt === null);
  const boundaries = holding.filter(({ sort }) => lastingSort(sort) === "boundary");
  const reviews = boundaries
    .map(({ wordings }) => wordings.at(-1)?.words?.review)
    .filter((day): day is Day => typeof day === "string" && day !== "" && day <= daysAfter(today, NEAR))
    .sort();
  const [first] = reviews;
  const { coming } = plansInTime(view);
  return {
    commitment: holding.filter(({ sort }) => lastingSort(sort) === "commitment").length,
    boundary: boundaries.length,
    milestone: milestonesIn(view).ahead.length,
    review: first === undefined ? null : { count: reviews.length, day: first, isDue: first <= today },
    nextPlan: coming.find(({ on }) => on !== null)?.on ?? null,
  };
}

function daysAfter(day: Day, days: number): Day {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, day.length);
}
