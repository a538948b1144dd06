import { DateTime, IANAZone } from "luxon";
import type { ProposalSort } from "#conversation/agreements";
import { termsOf } from "#conversation/keeping/agreed";
import type { Register } from "#conversation/keeping/register";
import type { Repeat } from "#conversation/keeping/repeat";
import { firstUntold } from "#conversation/keeping/untold";
import type { Words } from "#conversation/moves";
import type { Notice } from "#conversation/notices";
import type { Partner } from "#conversation/seats";
import { FIRST_YEAR, LAST_YEAR } from "#conversation/words";
import { calendarAt } from "../calendar";

/** As much of an agreement as it takes to say when it is to be looked at. */
export interface LastingOne {
  readonly id: string;
  readonly sort: ProposalSort;
  readonly of: Partner;
  readonly version: number;
  readonly createdAt: Date;
  /** When both last said to keep or to change it. */
  readonly reviewedAt: Date | null;
}

/** People are told at this hour of the day, by their own clock. */
const HOUR = 9;
const WEEK = 7 * 86_400_000;
/**
 * How long before its time a week's look at a commitment takes the place of the one before. Everybody is looked at once
 * a day, so it is there in time; and whatever is still to be told of the last week has six days for that.
 */
const AHEAD = 26 * 3_600_000;

/** Who is to be told, and what both have told each other. */
export interface Told {
  readonly seat: Partner;
  readonly register: Register;
  /** An IANA name; null where they never chose one. */
  readonly timeZone: string | null;
}

/**
 * When one of the two is to be told of an agreement that holds: of a boundary on its review day, of a milestone when
 * its month begins, of a plan on its day; of a promise with days of its own, who promised it on the morning after the
 * first one of which they have told nothing (L6); of one in free words a week after both last said yes to it, and each
 * week from then on. Null where no day can be told, and where both have looked at it since that day.
 *
 * Days are in the words, which nothing but the person's own key opens: they are kept nowhere else. What this gives is
 * kept as the time of a notice, an instant and no date of anything, for those who have asked to be told.
 */
export function agreementNotice(one: LastingOne, words: Words, to: Told, now: Date): Notice | null {
  const { timeZone } = to;
  const since = one.reviewedAt ?? one.createdAt;
  const repeat = isPromise(one) ? termsOf(words).repeat : null;
  if (repeat) return untoldNotice(one, words, repeat, to, now);
  const week = isPromise(one) ? weekOf(since, now) : 1;
  const dueAt = dayOf(one, words, timeZone, week);
  if (dueAt === null) return null;
  if (isPromise(one)) return { kind: "commitment", mark: `${since.getTime()}.${week}`, dueAt };
  return { kind: one.sort === "plan" ? "plan" : "review", mark: String(one.version), dueAt };
}

/** L6; the mark is the day itself, as a number that says nothing to who does not know how to count. */
function untoldNotice(
  one: LastingOne,
  words: Words,
  repeat: Repeat,
  { seat, register, timeZone }: Told,
  now: Date,
): Notice | null {
  const calendar = calendarAt(now);
  const agreed = { ...one, hasEnded: false, terms: termsOf(words) };
  const since = calendarAt(one.reviewedAt ?? one.createdAt).today(repeat.zone);
  const day = firstUntold(agreed, register, seat, since, calendar);
  const over = day && morningOf(day, zoneOf(timeZone), 1);
  return over ? { kind: "commitment", mark: `${one.version}.${over}`, dueAt: over } : null;
}

/**
 * The first day on which such an agreement is to be looked at, as an instant of its morning; null as above. Of a promise
 * with days of its own that is the morning after the first one that nothing was told of.
 */
export function lookingDay(one: LastingOne, words: Words, to: Told, now: Date): Date | null {
  const hasDays = isPromise(one) && termsOf(words).repeat !== null;
  const day = hasDays
    ? (agreementNotice(one, words, to, now)?.dueAt ?? null)
    : dayOf(one, words, to.timeZone, 1);
  return day === null ? null : new Date(day);
}

function isPromise({ sort }: LastingOne): boolean {
  return sort === "commitment" || sort === "repair-offer";
}

function weekOf(since: Date, now: Date): number {
  return Math.max(1, Math.floor((now.getTime() + AHEAD - since.getTime()) / WEEK));
}

function dayOf(one: LastingOne, words: Words, timeZone: string | null, weeks: number): number | null {
  const zone = zoneOf(timeZone);
  const { reviewedAt } = one;
  switch (one.sort) {
    case "commitment":
    case "repair-offer":
      return morning(DateTime.fromJSDate(reviewedAt ?? one.createdAt, { zone }).plus({ weeks }));
    case "boundary":
      return unlessSince(reviewedAt, morningOf(words.review, zone));
    case "milestone":
      return unlessSince(reviewedAt, morningOf(words.month, zone));
    case "plan":
      return unlessSince(reviewedAt, morningOf(words.on, zone));
  }
}

function zoneOf(timeZone: string | null): string {
  return timeZone !== null && IANAZone.isValidZone(timeZone) ? timeZone : "UTC";
}

function unlessSince(reviewedAt: Date | null, day: number | null): number | null {
  return day !== null && reviewedAt !== null && reviewedAt.getTime() >= day ? null : day;
}

/**
 * Of a day, `2027-03-01`, or the first one of a month, `2027-03`; null where it is neither, or in a year that was let in
 * once and that nothing can keep as a time.
 */
function morningOf(date: Words[string] | undefined, zone: string, daysAfter = 0): number | null {
  if (typeof date !== "string" || date === "") return null;
  const day = DateTime.fromISO(date, { zone });
  return day.isValid && day.year >= FIRST_YEAR && day.year <= LAST_YEAR
    ? morning(day.plus({ days: daysAfter }))
    : null;
}

function morning(day: DateTime): number {
  return day.startOf("day").set({ hour: HOUR }).toMillis();
}
