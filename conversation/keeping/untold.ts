import type { Partner } from "../seats";
import { type Agreed, promisedBy } from "./agreed";
import type { Calendar } from "./calendar";
import { isResting } from "./decide-keeping";
import type { Day } from "./keepings";
import type { Register } from "./register";

/**
 * The first day of a promise that has come and of which this seat has told nothing since it last told of one (L6); null
 * where there is none, for who has not promised it, and where how often was said in free words.
 * @param since the day on which both last said yes to it: nobody is asked for days before
 */
export function firstUntold(
  agreed: Agreed,
  register: Register,
  seat: Partner,
  since: Day,
  calendar: Calendar,
): Day | null {
  const repeat = agreed.terms?.repeat;
  if (!repeat || agreed.hasEnded || !promisedBy(agreed).includes(seat)) return null;
  const told = register.reports.filter(({ agreement, by }) => agreement === agreed.id && by === seat);
  const last = latest(told.map(({ day }) => day));
  const from = latest([repeat.from, since, last]);
  const days = calendar.daysOf(repeat, from, calendar.today(repeat.zone));
  return days.find((day) => day > last && !isResting(register, agreed.id, day)) ?? null;
}

/** The latest of some days; before all others where there is none. */
function latest(days: readonly Day[]): Day {
  return days.toSorted().at(-1) ?? "";
}
