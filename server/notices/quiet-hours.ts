import { DateTime } from "luxon";

/** When somebody does not want to be told of anything: `21:00` to `08:00` by the clock where they are. */
export interface QuietHours {
  readonly quietFrom: string;
  readonly quietTo: string;
  /** An IANA name; null, and a name that is not known here, is UTC. */
  readonly timeZone: string | null;
}

/** A day that the clocks change on may have no such time, or none but quiet ones. */
const MOST_DAYS = 3;

/**
 * The end of the quiet hours that `now` is in; null where it is in none. From and to the same means there are none.
 * Only the clock on the wall counts: a night in which the clocks change is an hour longer or shorter.
 */
export function quietUntil(now: Date, { quietFrom, quietTo, timeZone }: QuietHours): Date | null {
  const [from, to] = [minutesOf(quietFrom), minutesOf(quietTo)];
  const isQuiet = (at: DateTime) => isBetween(at.hour * 60 + at.minute, from, to);
  const here = inZone(now, timeZone);
  if (!isQuiet(here)) return null;
  for (let days = 0; days <= MOST_DAYS; days += 1) {
    const end = here
      .plus({ days })
      .set({ hour: Math.floor(to / 60), minute: to % 60, second: 0, millisecond: 0 });
    if (end > here && !isQuiet(end)) return end.toJSDate();
  }
  throw new Error("There are quiet hours that never end.");
}

/** When the next quiet hours begin: `now` where it is in some, null where there are none. */
export function nextQuiet(now: Date, { quietFrom, quietTo, timeZone }: QuietHours): Date | null {
  const [from, to] = [minutesOf(quietFrom), minutesOf(quietTo)];
  if (from === to) return null;
  const here = inZone(now, timeZone);
  if (isBetween(here.hour * 60 + here.minute, from, to)) return now;
  const begin = { hour: Math.floor(from / 60), minute: from % 60, second: 0, millisecond: 0 };
  const today = here.set(begin);
  return (today > here ? today : here.plus({ days: 1 }).set(begin)).toJSDate();
}

function inZone(at: Date, timeZone: string | null): DateTime {
  const there = DateTime.fromJSDate(at, { zone: timeZone ?? "utc" });
  return there.isValid ? there : DateTime.fromJSDate(at, { zone: "utc" });
}

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  return hours * 60 + minutes;
}

/** Whether a minute of the day is in a span that may go over midnight. */
function isBetween(minute: number, from: number, to: number): boolean {
  if (from <= to) return from <= minute && minute < to;
  return from <= minute || minute < to;
}
