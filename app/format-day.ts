/** “3 November”; the year too where it is not this one. */
export function formatDay(at: Date, locale: string, now = new Date(), timeZone?: string): string {
  const yearOf = (date: Date) =>
    date.toLocaleDateString("en", { year: "numeric", ...(timeZone && { timeZone }) });
  return new Intl.DateTimeFormat(locale, {
    day: "numeric",
    month: "long",
    ...(yearOf(at) !== yearOf(now) && { year: "numeric" }),
    ...(timeZone && { timeZone }),
  }).format(at);
}
