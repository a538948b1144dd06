import { createHash } from "node:crypto";
import ical, {
  ICalAlarmType,
  ICalCalendarMethod,
  ICalEventClass,
  ICalEventTransparency,
} from "ical-generator";
import type { ReadingLocale } from "./locale-of";
import { textsIn } from "./texts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** How long before it a calendar reminds of it. */
const REMINDED = 30 * MINUTE;

/** A time that two have agreed on in a conversation. */
export interface MeetingTime {
  readonly conversationId: string;
  readonly at: Date;
  /** Grows with every time that is agreed on after another: then a calendar puts it in the place of the one it has. */
  readonly sequence: number;
}

/**
 * The time as an iCalendar file of one event (RFC 5545), an hour long. A calendar is looked into by others, and may be
 * shared: it says that there is a time, and neither what for, nor with whom, nor where it is from. To be called in the
 * server's own module graph, for its words.
 */
export async function meetingCalendar(
  { conversationId, at, sequence }: MeetingTime,
  reading: ReadingLocale,
  now: Date,
): Promise<string> {
  const t = await textsIn(reading, "mail");
  const calendar = ical({ prodId: "//Calendar//Event//EN", method: ICalCalendarMethod.PUBLISH });
  calendar.createEvent({
    id: uidOf(conversationId),
    sequence,
    stamp: now,
    start: at,
    end: new Date(at.getTime() + HOUR),
    summary: t("event"),
    class: ICalEventClass.PRIVATE,
    transparency: ICalEventTransparency.OPAQUE,
    alarms: [{ type: ICalAlarmType.display, trigger: REMINDED / 1_000 }],
  });
  return `${calendar.toString()}\r\n`; // the library leaves the last line open
}

/** The same for every time that is agreed on in a conversation, and nothing that leads to it. */
function uidOf(conversationId: string): string {
  return createHash("sha256").update(`meeting ${conversationId}`).digest("hex").slice(0, 32);
}
