import type { Calendar } from "../keeping/calendar";
import type { Day } from "../keeping/keepings";
import { type Repeat, WEEKDAYS } from "../keeping/repeat";

const A_DAY = 86_400_000;
const PLAIN = /^\d{4}-\d{2}-\d{2}$/;

/** A calendar of one zone, UTC, on one day. Two things of others are in it: `Skips/Day` leaves out a day, and two in the morning. */
export function utcCalendar(today: Day): Calendar {
  return {
    knows: (zone) => zone === "UTC" || zone === SKIPPING,
    today: () => today,
    has: (zone, day, time) => isDay(day) && !(zone === SKIPPING && (day === SKIPPED || time === "02:30")),
    daysOf: (repeat, from, until) => daysBetween(from, until).filter((day) => fallsOn(repeat, day)),
  };
}

/** A zone that leaves out a whole day, as an island did once, and an hour on every other. */
export const SKIPPING = "Skips/Day";
export const SKIPPED: Day = "2027-04-01";

export function dayAfter(day: Day, days: number): Day {
  return new Date(Date.parse(day) + days * A_DAY).toISOString().slice(0, "2027-03-01".length);
}

function isDay(day: Day): boolean {
  return PLAIN.test(day) && !Number.isNaN(Date.parse(day)) && dayAfter(day, 0) === day;
}

function daysBetween(from: Day, until: Day): readonly Day[] {
  const days: Day[] = [];
  for (let day = from; day <= until; day = dayAfter(day, 1)) days.push(day);
  return days;
}

function fallsOn(repeat: Repeat, day: Day): boolean {
  if (repeat.every === "once") return day === repeat.from;
  if (day < repeat.from || day > repeat.until) return false;
  if (repeat.every === "day") return true;
  if (repeat.every === "month") return day.slice(-2) === repeat.from.slice(-2);
  const weekday = WEEKDAYS[(new Date(day).getUTCDay() + 6) % 7];
  return weekday !== undefined && repeat.on.includes(weekday);
}
