import { useFormatter } from "next-intl";

/**
 * Says a day ("2027-03-01") or a month ("2027-03") in the reader's own words.
 * A date on the calendar is the same everywhere: it is read and shown in UTC, so that no zone moves it by a day.
 */
export function useDateWords(): (date: string) => string {
  const format = useFormatter();
  return (date) =>
    format.dateTime(new Date(date), {
      timeZone: "UTC",
      year: "numeric",
      month: "long",
      ...(date.length > "2027-03".length && { day: "numeric" }),
    });
}
