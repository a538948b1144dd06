import { DateTime, IANAZone } from "luxon";
import type { Calendar } from "#conversation/keeping/calendar";
import type { Day } from "#conversation/keeping/keepings";
import { type Repeat, WEEKDAYS } from "#conversation/keeping/repeat";
import { RRule } from "./rrule";

/** Up to this day of the month every month has it. */
const SHORTEST_MONTH = 28;
const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

/** What the rules are told of days, at one instant: by the world's time zones (luxon) and by recurrence rules (rrule). */
export function calendarAt(now: Date): Calendar {
  return {
    knows: isZone,
    today: (zone) => DateTime.fromJSDate(now, { zone: isZone(zone) ? zone : "UTC" }).toFormat("yyyy-MM-dd"),
    has: (zone, day, time) => isZone(zone) && zoneHas(zone, day, time),
    daysOf,
  };
}

/**
 * On a day that a zone has, it is noon at some time: clocks are put on in the night, and an island that changes sides of
 * the date line leaves out a day as a whole. A time that clocks skip comes back as another one.
 */
function zoneHas(zone: string, day: Day, time = "12:00"): boolean {
  if (!isDate(day) || !TIME.test(time)) return false;
  const [year, month, date] = day.split("-").map(Number);
  const [hour, minute] = time.split(":").map(Number);
  const there = DateTime.fromObject({ year, month, day: date, hour, minute }, { zone });
  return there.day === date && there.hour === hour && there.minute === minute;
}

/** Only the days between are looked at, however long it runs. */
function daysOf(repeat: Repeat, from: Day, until: Day): readonly Day[] {
  const first = repeat.from > from ? repeat.from : from;
  const end = repeat.every === "once" ? repeat.from : repeat.until;
  const last = end < until ? end : until;
  if (first > last || !isDate(first) || !isDate(last)) return [];
  const days = new RRule({ ...ruleOf(repeat), dtstart: utc(first), until: utc(last) }).all();
  return days.map(dayOf).filter((day) => zoneHas(repeat.zone, day));
}

/** Days of a calendar have neither times nor a zone: for rrule they are all at midnight in UTC. */
function ruleOf(repeat: Repeat) {
  switch (repeat.every) {
    case "once":
    case "day":
      return { freq: RRule.DAILY };
    case "week":
      return { freq: RRule.WEEKLY, byweekday: repeat.on.map((day) => WEEKDAYS.indexOf(day)) };
    case "month": {
      // The same day, or the last one before it that this month has.
      const date = Number(repeat.from.slice(-2));
      const candidates = [];
      for (let one = Math.min(date, SHORTEST_MONTH); one <= date; one += 1) candidates.push(one);
      return { freq: RRule.MONTHLY, bymonthday: candidates, bysetpos: -1 };
    }
  }
}

const isZone = (zone: string): boolean => IANAZone.create(zone).isValid;
const utc = (day: Day): Date => new Date(`${day}T00:00:00Z`);
const dayOf = (date: Date): Day => date.toISOString().slice(0, "2027-03-01".length);

/** What no calendar has is read as nothing, or as a day of the next month. */
function isDate(day: string): boolean {
  const date = utc(day);
  return !Number.isNaN(date.getTime()) && dayOf(date) === day;
}
