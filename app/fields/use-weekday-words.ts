import { useFormatter } from "next-intl";

/** Says a day with its weekday, "Monday 1 March": read and shown in UTC, so that no zone moves it. */
export function useWeekdayWords(): (day: string) => string {
  const format = useFormatter();
  return (day) =>
    format.dateTime(new Date(day), { timeZone: "UTC", weekday: "long", day: "numeric", month: "long" });
}
