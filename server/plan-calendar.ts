import { createHash } from "node:crypto";
import ical, {
  type ICalCalendar,
  ICalCalendarMethod,
  ICalEventClass,
  ICalEventTransparency,
} from "ical-generator";
import { DateTime } from "luxon";
import { lastsAs } from "#conversation/agreements";
import { parseTimeOfDay } from "#conversation/keeping/time-of-day";
import type { Words } from "#conversation/moves";
import type { CalendarTitles } from "#wire/preferences";
import type { LastingOne } from "./lasting/lasting-view";
import type { ReadingLocale } from "./locale-of";
import { textsIn } from "./texts";

const HOUR = 3_600_000;
/** How often a calendar program is asked to look again. */
const LOOKED_AT_EVERY = 6 * 3_600;
/** A title is one line. */
const LONGEST_TITLE = 200;

/** How a calendar is written: with which titles, in which language, and when. */
export interface CalendarStyle {
  readonly titles: CalendarTitles;
  readonly reading: ReadingLocale;
  readonly now: Date;
}

/** A plan with a day, in words that can be read. */
interface Planned {
  readonly id: string;
  readonly version: number;
  readonly on: string;
  readonly words: Words;
}

/** Those of the agreements that a calendar can have: plans that hold and whose day can be read. */
export function plansIn(agreements: readonly LastingOne[]): readonly Planned[] {
  return agreements.flatMap(({ id, sort, endedAt, wordings }) => {
    const last = wordings.at(-1);
    const on = last?.words?.on;
    if (lastsAs(sort) !== "plan" || endedAt !== null || !last?.words) return [];
    return typeof on === "string" && on !== "" ? [{ id, version: last.version, on, words: last.words }] : [];
  });
}

/**
 * Plans as an iCalendar file (RFC 5545): a whole day, or an hour where a time was chosen, at its moment in UTC. A
 * calendar is looked into by others, and may be shared: unless its owner wants the plan's own words, it says that there
 * is something, and neither what nor where. With whom it never says. To be called in the server's own module graph.
 */
export async function planCalendar(plans: readonly Planned[], style: CalendarStyle): Promise<string> {
  const t = await textsIn(style.reading, "plans");
  const neutral = t("calendar.planned");
  const calendar = ical({
    prodId: "//Calendar//Event//EN",
    method: ICalCalendarMethod.PUBLISH,
    name: neutral, // without one, programs show the address, which is a secret
    ttl: LOOKED_AT_EVERY,
  });
  for (const plan of plans) addPlan(calendar, plan, neutral, style);
  return `${calendar.toString()}\r\n`; // the library leaves the last line open
}

function addPlan(calendar: ICalCalendar, plan: Planned, neutral: string, { titles, now }: CalendarStyle) {
  const isOwn = titles === "own";
  const place = isOwn ? oneLine(plan.words.place) : "";
  calendar.createEvent({
    id: uidOf(plan.id),
    sequence: plan.version - 1,
    stamp: now,
    ...timeOf(plan),
    summary: (isOwn && oneLine(plan.words.what)) || neutral,
    ...(place !== "" && { location: place }),
    class: ICalEventClass.PRIVATE,
    transparency: ICalEventTransparency.OPAQUE,
  });
}

function timeOf({ on, words }: Planned) {
  const chosen = parseTimeOfDay(typeof words.time === "string" ? words.time : "");
  const start = chosen && DateTime.fromISO(`${on}T${chosen.time}`, { zone: chosen.zone });
  // A zone that is not known any more leaves the day.
  if (!start?.isValid) return { start: new Date(on), allDay: true };
  return { start: start.toJSDate(), end: new Date(start.toMillis() + HOUR) };
}

function oneLine(words: Words[string] | undefined): string {
  if (typeof words !== "string") return "";
  return [...words.replace(/[\s\p{Cc}]+/gu, " ").trim()].slice(0, LONGEST_TITLE).join("");
}

/** The same for every wording of a plan, in every calendar that has it, and nothing that leads to it. */
function uidOf(agreementId: string): string {
  return createHash("sha256").update(`plan ${agreementId}`).digest("hex").slice(0, 32);
}
