import { useFormatter, useTranslations } from "next-intl";
import { type Repeat, WEEKDAYS, type Weekday } from "#conversation/keeping/repeat";
import { useDateWords } from "./use-date-words";

/** Says how often something is promised: "Every Monday and Wednesday, from 1 March to 1 June 2027". */
export function useRepeatWords(): (repeat: Repeat) => string {
  const t = useTranslations("fields.repeat.words");
  const format = useFormatter();
  const inWords = useDateWords();
  return (repeat) => {
    const from = inWords(repeat.from);
    if (repeat.every === "once") return t("once", { from });
    const until = inWords(repeat.until);
    if (repeat.every !== "week") return t(repeat.every, { from, until });
    const names = repeat.on.map((day) =>
      format.dateTime(weekdayDate(day), { timeZone: "UTC", weekday: "long" }),
    );
    return t("week", { days: format.list(names, { type: "conjunction" }), from, until });
  };
}

/** A date that falls on that weekday, in UTC: the first of January 2024 was a Monday. */
export function weekdayDate(day: Weekday): Date {
  return new Date(Date.UTC(2024, 0, 1 + WEEKDAYS.indexOf(day)));
}
