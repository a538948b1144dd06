/** The month of the clock on the wall, "2027-03". */
export function monthOf(now: Date): string {
  return asMonth(now.getFullYear(), now.getMonth());
}

/** `count` months in a row, beginning with `first` ("2027-03"). */
export function monthsFrom(first: string, count: number): readonly string[] {
  const start = new Date(first);
  return Array.from({ length: count }, (_, ahead) => {
    const month = new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + ahead));
    return asMonth(month.getUTCFullYear(), month.getUTCMonth());
  });
}

function asMonth(year: number, index: number): string {
  return `${year}-${String(index + 1).padStart(2, "0")}`;
}
