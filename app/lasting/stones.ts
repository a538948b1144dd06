import { type Agreed, promisedBy } from "#conversation/keeping/agreed";
import { type Days, isResting } from "#conversation/keeping/decide-keeping";
import type { Day } from "#conversation/keeping/keepings";
import type { Register, Report } from "#conversation/keeping/register";
import type { Repeat } from "#conversation/keeping/repeat";

/** How a day of a promise looks: told as kept, as missed, as missed and made good; not told yet; left out by both. */
export const LOOKS = ["kept", "missed", "good", "open", "resting"] as const;
export type Look = (typeof LOOKS)[number];

/** One day of a promise. */
export interface Stone {
  readonly day: Day;
  readonly look: Look;
  /** It is the last of its week, where a week has several. */
  readonly endsWeek: boolean;
}

/** The longest stretch from one day of a promise to the next, and some more (days). */
const LONGEST_GAP = 35;
const A_DAY = 86_400_000;

/**
 * The newest days of a promise that have come, at most `most`, the oldest first. Of what both have promised a day is
 * kept when both have said so: nobody is set beside the other.
 */
export function stonesOf(agreed: Agreed, register: Register, days: Days, most: number): readonly Stone[] {
  const told = register.reports.filter(({ agreement }) => agreement === agreed.id);
  const all = daysOf(agreed, told, days, most);
  const weeks = all.map(weekOf);
  const hasSeveral = new Set(weeks).size < weeks.length;
  return all.map((day, index) => ({
    day,
    look: isResting(register, agreed.id, day) ? "resting" : lookOf(promisedBy(agreed).length, told, day),
    endsWeek: hasSeveral && weeks[index] !== weeks[index + 1],
  }));
}

function daysOf(
  { terms }: Agreed,
  told: readonly Report[],
  { calendar, zone }: Days,
  most: number,
): readonly Day[] {
  const repeat = terms?.repeat;
  const today = calendar.today(repeat?.zone ?? zone);
  // In free words nobody can tell its days: those that were told of, and today.
  if (!repeat) return [...new Set([...told.map(({ day }) => day), today])].sort().slice(-most);
  if (repeat.every === "once") return [repeat.from];
  return calendar.daysOf(repeat, daysBefore(lastDay(repeat, today), most * LONGEST_GAP), today).slice(-most);
}

function lastDay(repeat: Exclude<Repeat, { every: "once" }>, today: Day): Day {
  return repeat.until < today ? repeat.until : today;
}

function lookOf(promised: number, all: readonly Report[], day: Day): Look {
  const told = all.filter((report) => report.day === day);
  const missed = told.filter(({ kept }) => !kept);
  if (missed.some(({ good }) => good === null)) return "missed";
  if (told.length < promised) return "open";
  return missed.length > 0 ? "good" : "kept";
}

function daysBefore(day: Day, days: number): Day {
  return new Date(Date.parse(day) - days * A_DAY).toISOString().slice(0, day.length);
}

/** Weeks are counted from a Monday: 5 January 1970 was one. */
function weekOf(day: Day): number {
  return Math.floor((Date.parse(day) / A_DAY + 3) / 7);
}
