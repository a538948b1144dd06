import { AGREEMENT_FIELDS } from "../agreement-fields";
import type { ProposalSort } from "../agreements";
import type { Words } from "../moves";
import { ACCEPTED, type Decision, refused } from "../refusals";
import { checkAnswers, lengthOf, MOST_CHARACTERS, strangers } from "../words";
import type { Calendar } from "./calendar";
import { badDate, type Days, FURTHEST, type Place } from "./decide-keeping";
import type { Day, Keeping } from "./keepings";
import { MOST_IN_A_LINE } from "./lengths";
import { parseRepeat } from "./repeat";
import { parseTimeOfDay } from "./time-of-day";
import { yearsAfter } from "./years-after";

/**
 * Whether the words of a keeping have the shape that their kind asks for (B10), and days that somebody can mean (B11).
 * `days` are the reader's, as for `decideKeeping`. Issues name questions, never words.
 */
export function checkKeepingWords(place: Place, keeping: Keeping, days: Days): Decision {
  const words = keeping.words ?? {};
  if (lengthOf(words) > MOST_CHARACTERS) return refused({ kind: "too-long", limit: MOST_CHARACTERS });
  const sort = sortOf(place, keeping);
  if (sort) {
    const answers = checkAnswers(AGREEMENT_FIELDS[sort], words);
    return answers.ok ? checkProposedDays(words, days) : answers;
  }
  const shape = SHAPES[keeping.kind] ?? {};
  const limit = shape.line && lengthOf(words) > MOST_IN_A_LINE;
  if (limit) return refused({ kind: "too-long", limit: MOST_IN_A_LINE });
  const issues = issuesOf(shape, words);
  return issues.length === 0 ? ACCEPTED : refused({ kind: "bad-request", issues });
}

/** What each kind carries besides the answers of an agreement; a kind without a line carries nothing. */
const SHAPES: Readonly<Partial<Record<Keeping["kind"], Shape>>> = {
  crossed: { needed: ["happened", "next"] },
  see: { allowed: ["text"] },
  "make-good": { needed: ["happened", "now"] },
  "how-was-it": { needed: ["text"], line: true },
  appreciate: { needed: ["text"], line: true },
  letter: { needed: ["text"], allowed: ["title"] },
};

interface Shape {
  readonly needed?: readonly string[];
  readonly allowed?: readonly string[];
  /** A line: no breaks, and short. */
  readonly line?: true;
}

function issuesOf({ needed = [], allowed = [], line }: Shape, words: Words): readonly string[] {
  const known = [...needed, ...allowed];
  return [
    ...strangers(words, known),
    ...known.flatMap((name) => {
      const value = words[name];
      if (value === undefined) return needed.includes(name) ? [`words.${name}: needed`] : [];
      if (typeof value !== "string" || (line && /[\r\n]/.test(value))) return [`words.${name}: does not fit`];
      return needed.includes(name) && value.trim() === "" ? [`words.${name}: needed`] : [];
    }),
  ];
}

/** The sort of agreement whose questions these words answer; null where they answer none. */
function sortOf({ agreements }: Place, keeping: Keeping): ProposalSort | null {
  if (keeping.kind === "offer") return keeping.sort;
  if (keeping.kind !== "propose" || keeping.change !== "change") return null;
  return agreements.get(keeping.agreement)?.sort ?? null;
}

/**
 * Whether the days of a proposal's answers can be meant by somebody (B11, B12, N7). That they answer its questions, and
 * in the right shape, is looked at before.
 */
export function checkProposedDays(words: Words, days: Days): Decision {
  const repeat = checkRepeat(words.repeat, days);
  return repeat.ok ? checkDays(words, days) : repeat;
}

/** What the calendar has to say to a repeat whose shape is right (B12). */
function checkRepeat(text: Words[string] | undefined, { calendar }: Days): Decision {
  const repeat = typeof text === "string" ? parseRepeat(text) : "unreadable";
  if (typeof repeat === "string") return ACCEPTED;
  const { zone, from } = repeat;
  if (!calendar.knows(zone)) return badDate("repeat", "no-such-zone");
  const last = repeat.every === "once" ? from : repeat.until;
  if (!calendar.has(zone, from) || !calendar.has(zone, last)) return badDate("repeat", "no-such-day");
  const today = calendar.today(zone);
  if (last < today) return badDate("repeat", "past");
  if (from > yearsAfter(today, FURTHEST)) return badDate("repeat", "too-far");
  return calendar.daysOf(repeat, from, last).length === 0
    ? refused({ kind: "bad-repeat", why: "never" })
    : ACCEPTED;
}

/** The days that the answers name, but for those of a repeat (B11). */
function checkDays(words: Words, days: Days): Decision {
  const { calendar, zone } = days;
  const today = calendar.today(zone);
  const time = typeof words.time === "string" ? parseTimeOfDay(words.time) : null;
  if (time && !calendar.knows(time.zone)) return badDate("time", "no-such-zone");
  const on = dayIn(words, "on");
  const there = time?.zone ?? zone;
  const refusals = [
    checkDay("from", dayIn(words, "from"), { calendar, zone, today, first: "" }),
    checkDay("review", dayIn(words, "review"), { calendar, zone, today, first: dayAfter(today) }),
    checkDay("on", on, { calendar, zone: there, today, first: calendar.today(there) }),
    checkMonth(dayIn(words, "month"), today),
    on && time && !calendar.has(time.zone, on, time.time) ? badDate("time", "no-such-time") : ACCEPTED,
  ];
  return refusals.find(({ ok }) => !ok) ?? ACCEPTED;
}

function dayIn(words: Words, name: string): string | null {
  const value = words[name];
  return typeof value === "string" && value !== "" ? value : null;
}

interface DayBounds {
  readonly calendar: Calendar;
  readonly zone: string;
  readonly today: Day;
  /** The first day that may be meant; empty where any that is over may be, too. */
  readonly first: Day;
}

function checkDay(field: string, day: Day | null, { calendar, zone, today, first }: DayBounds): Decision {
  if (day === null) return ACCEPTED;
  if (day < first) return badDate(field, "past");
  if (day > yearsAfter(today, FURTHEST)) return badDate(field, "too-far");
  return calendar.has(zone, day) ? ACCEPTED : badDate(field, "no-such-day");
}

function checkMonth(month: string | null, today: Day): Decision {
  if (month === null) return ACCEPTED;
  const now = today.slice(0, "2027-03".length);
  if (month < now) return badDate("month", "past");
  return month > yearsAfter(now, FURTHEST) ? badDate("month", "too-far") : ACCEPTED;
}

function dayAfter(day: Day): Day {
  return new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, day.length);
}
