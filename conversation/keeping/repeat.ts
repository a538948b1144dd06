import type { BadRepeat } from "../refusals";
import type { Day } from "./keepings";
import { yearsAfter } from "./years-after";

export const WEEKDAYS = ["mo", "tu", "we", "th", "fr", "sa", "su"] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/**
 * How often something is promised, by the calendar of one time zone (an IANA name). `from` is its first day and `until`
 * its last, both of them in it; on which days between them it falls is said by the calendar (calendar.ts).
 */
export type Repeat =
  /** By that day, once. */
  | { readonly every: "once"; readonly from: Day; readonly zone: string }
  | { readonly every: "day"; readonly from: Day; readonly until: Day; readonly zone: string }
  | {
      readonly every: "week";
      readonly on: readonly Weekday[];
      readonly from: Day;
      readonly until: Day;
      readonly zone: string;
    }
  /** On the same day of the month as `from`; on the last day of a month that does not have it. */
  | { readonly every: "month"; readonly from: Day; readonly until: Day; readonly zone: string };

/** A promise that runs longer than this is not looked at any more (years). */
const LONGEST_REPEAT = 5;

const TEXT =
  /^(once|daily|weekly|monthly)(?: ((?:mo|tu|we|th|fr|sa|su)(?:,(?:mo|tu|we|th|fr|sa|su))*))? (\d{4}-\d{2}-\d{2})(?:\/(\d{4}-\d{2}-\d{2}))? ([A-Za-z][A-Za-z0-9_+/-]{0,63})$/;

/**
 * Reads what stands in a field of kind `repeat`: `once 2027-03-01 Europe/Berlin`, `daily 2026-11-23/2027-06-01 …`,
 * `weekly mo,we 2026-11-23/2027-06-01 …`, `monthly …`. Whether its days and its zone exist the calendar says.
 */
export function parseRepeat(text: string): Repeat | BadRepeat {
  const [, how, weekdays, from, until, zone] = TEXT.exec(text) ?? [];
  if (!how || !from || !zone || (how === "weekly") !== (weekdays !== undefined)) return "unreadable";
  if (how === "once") return until === undefined ? { every: "once", from, zone } : "unreadable";
  if (until === undefined) return "no-end";
  if (until < from) return "backwards";
  if (until > yearsAfter(from, LONGEST_REPEAT)) return "too-long";
  if (how === "daily") return { every: "day", from, until, zone };
  if (how === "monthly") return { every: "month", from, until, zone };
  const named = new Set(weekdays?.split(","));
  return { every: "week", on: WEEKDAYS.filter((day) => named.has(day)), from, until, zone };
}
