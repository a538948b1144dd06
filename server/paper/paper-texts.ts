import { agreementFieldsIn } from "#conversation/guides/in-language";
import { parseRepeat, type Repeat, WEEKDAYS } from "#conversation/keeping/repeat";
import type { ReadingLocale } from "../locale-of";
import { textsIn, writtenLocale } from "../texts";

/** What a paper is written with: its sentences, the questions of agreements, and how it says days and repeats. */
export type PaperTexts = Awaited<ReturnType<typeof paperTexts>>;

/** @param zone in which a moment has its day */
export async function paperTexts(reading: ReadingLocale, zone: string) {
  const language = writtenLocale(reading);
  const t = await textsIn(reading, "paper");
  const long = { year: "numeric", month: "long", day: "numeric" } as const;
  const dayOfMoment = new Intl.DateTimeFormat(language, { ...long, timeZone: zone });
  // A day of the calendar is the same everywhere: read and said in UTC, no zone moves it.
  const calendarDay = new Intl.DateTimeFormat(language, { ...long, timeZone: "UTC" });
  const month = new Intl.DateTimeFormat(language, { year: "numeric", month: "long", timeZone: "UTC" });
  const date = (text: string) => {
    const at = new Date(text);
    if (Number.isNaN(at.getTime())) return text;
    return (text.length === "2027-03".length ? month : calendarDay).format(at);
  };
  return {
    language,
    zone,
    t,
    fields: agreementFieldsIn(language),
    dayOf: (at: Date) => dayOfMoment.format(at),
    /** `2027-03-01` or `2027-03`; anything else as it stands. */
    date,
    /** What stands in a field of kind `repeat`; anything else as it stands. */
    repeat(text: string) {
      const repeat = parseRepeat(text);
      if (typeof repeat === "string") return text;
      const until = "until" in repeat ? date(repeat.until) : "";
      const days = repeat.every === "week" ? weekdays(repeat, language) : "";
      return t("repeat", { every: repeat.every, from: date(repeat.from), until, days });
    },
  };
}

function weekdays({ on }: Extract<Repeat, { every: "week" }>, language: string): string {
  const name = new Intl.DateTimeFormat(language, { weekday: "long", timeZone: "UTC" });
  const MONDAY = Date.UTC(2027, 2, 1);
  const names = on.map((day) => name.format(new Date(MONDAY + WEEKDAYS.indexOf(day) * 86_400_000)));
  return new Intl.ListFormat(language).format(names);
}
