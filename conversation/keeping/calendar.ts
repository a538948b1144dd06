import type { Day } from "./keepings";
import type { Repeat } from "./repeat";

/**
 * What the rules must be told of days, because they have neither a clock nor the world's time zones: made for one
 * instant by whoever asks them (server/calendar.ts).
 */
export interface Calendar {
  /** Whether there is a time zone of that name. */
  knows(zone: string): boolean;
  /** The day it is in a zone. An unknown zone counts as UTC. */
  today(zone: string): Day;
  /** Whether a zone has that day, and on that day that time (`19:30`): clocks skip hours, and some islands skipped a day. */
  has(zone: string, day: Day, time?: string): boolean;
  /** The days of a repeat from `from` to `until`, both of them in it, in order. */
  daysOf(repeat: Repeat, from: Day, until: Day): readonly Day[];
}
