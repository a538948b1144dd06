import type { ReadingLocale } from "../locale-of";
import { textsIn } from "../texts";

/** What a readable record is written with: its sentences, and how it says when something was. */
export interface RecordTexts {
  readonly locale: ReadingLocale;
  readonly t: Awaited<ReturnType<typeof textsIn<"record">>>;
  readonly repair: Awaited<ReturnType<typeof textsIn<"conversation">>>;
  /** An ISO 8601 instant in the person's own zone; in UTC, and saying so, where they never chose one. */
  when(instant: string): string;
  /** A day of the calendar, which has neither a time nor a zone. */
  day(day: string): string;
}

export async function recordTexts(locale: ReadingLocale, timeZone: string | null): Promise<RecordTexts> {
  const [t, repair] = [await textsIn(locale, "record"), await textsIn(locale, "conversation")];
  const zone = timeZone ? { timeZone } : { timeZone: "UTC", timeZoneName: "short" as const };
  const format = new Intl.DateTimeFormat(locale, {
    year: "numeric",
    month: "long",
    day: "numeric",
    hour: "numeric",
    minute: "2-digit",
    ...zone,
  });
  const days = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" });
  return {
    locale,
    t,
    repair,
    when: (instant) => format.format(new Date(instant)),
    day: (day) => (day === "" ? "" : days.format(new Date(day))),
  };
}
