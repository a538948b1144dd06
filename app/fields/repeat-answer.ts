import type { Day } from "#conversation/keeping/keepings";
import { WEEKDAYS, type Weekday } from "#conversation/keeping/repeat";

export const HOW_OFTEN = ["once", "daily", "weekly", "monthly"] as const;
export type HowOften = (typeof HOW_OFTEN)[number];

/** An answer to "how often?" while somebody is still giving it: what is not said yet is empty. */
export interface RepeatAnswer {
  readonly how: HowOften;
  readonly on: readonly Weekday[];
  readonly from: Day;
  /** Empty for `once`. */
  readonly until: Day;
}

const TEXT = /^(once|daily|weekly|monthly) ?([a-z,]*) ?(\d{4}-\d{2}-\d{2})?(?:\/(\d{4}-\d{2}-\d{2})?)? /;

/** What has been said so far; null where nothing has. */
export function repeatAnswer(text: string): RepeatAnswer | null {
  const [, how, weekdays = "", from = "", until = ""] = TEXT.exec(text) ?? [];
  const known = HOW_OFTEN.find((one) => one === how);
  if (!known) return null;
  const named = weekdays.split(",");
  return { how: known, on: WEEKDAYS.filter((day) => named.includes(day)), from, until };
}

/** The answer as it stands in the words: `parseRepeat` reads it once nothing is missing. */
export function repeatAnswerText({ how, on, from, until }: RepeatAnswer, zone: string): string {
  const weekdays = how === "weekly" && on.length > 0 ? ` ${on.join(",")}` : "";
  return `${how}${weekdays} ${from}${how === "once" ? "" : `/${until}`} ${zone}`;
}

/** What it begins with once it is chosen how often: from today on, for a quarter of a year. */
export function begunWith(how: HowOften, today: Day, before: RepeatAnswer | null): RepeatAnswer {
  const from = before?.from || today;
  return {
    how,
    on: before?.on ?? [],
    from,
    until: how === "once" ? "" : before?.until || aQuarterAfter(from),
  };
}

function aQuarterAfter(day: Day): Day {
  const date = new Date(day);
  date.setUTCMonth(date.getUTCMonth() + 3);
  return date.toISOString().slice(0, "2027-03-01".length);
}
