/**
 * A day or a month in front of a line: “Sat 28”, “Sat Dec 5”, “Dec”; no more of it than it takes, seen from `today`. A
 * date on the calendar is the same everywhere: it is read and shown in UTC, so that no zone moves it by a day.
 */
export function dayMark(date: string, today: string, locale: string): string {
  const isDay = date.length > "2027-03".length;
  const isOfThis = (period: string) => date.slice(0, period.length) === today.slice(0, period.length);
  const say = (parts: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { timeZone: "UTC", ...parts }).format(new Date(date));
  const rest = say({
    ...(isDay && { day: "numeric" }),
    ...((!isDay || !isOfThis("2027-03")) && { month: "short" }),
    ...(!isOfThis("2027") && { year: "numeric" }),
  });
  // Apart from the rest: together with a day alone, English puts it last. A line ends after it, or not at all.
  return isDay ? `${say({ weekday: "short" })} ${rest.replaceAll(" ", "\u00a0")}` : rest;
}
