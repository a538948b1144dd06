import ICAL from "ical.js";
import { describe, expect, test } from "vitest";
import { LOCALES } from "#wire/locales";
import { type MeetingTime, meetingCalendar } from "./meeting-calendar";
import { givenAwayBy } from "./testing/test-letters";

const NOW = new Date("2026-11-23T02:00:00.000Z");
const MEETING: MeetingTime = {
  conversationId: "0192f0c4-0000-7000-8000-000000000000",
  at: new Date("2026-11-25T18:30:00.000Z"),
  sequence: 7,
};

const SUMMARIES = { en: "Time set aside", de: "Freigehaltene Zeit", es: "Tiempo reservado" };

function eventIn(calendar: string) {
  const whole = new ICAL.Component(ICAL.parse(calendar));
  const [event, ...others] = whole.getAllSubcomponents("vevent");
  if (!event || others.length > 0) throw new Error("There is not one event.");
  return { whole, event: new ICAL.Event(event), component: event };
}

describe.each(LOCALES)("in %s", (locale) => {
  test("one event of an hour, at a moment in UTC, with a reminder half an hour before", async () => {
    const { whole, event, component } = eventIn(await meetingCalendar(MEETING, locale, NOW));
    expect(whole.getFirstPropertyValue("version")).toBe("2.0");
    expect(whole.getFirstPropertyValue("prodid")).toBe("-//Calendar//Event//EN");
    expect(whole.getFirstPropertyValue("method")).toBe("PUBLISH");
    expect(event.summary).toBe(SUMMARIES[locale]);
    expect(event.startDate.toJSDate()).toEqual(MEETING.at);
    expect(event.startDate.zone).toBe(ICAL.Timezone.utcTimezone);
    expect(event.endDate.toJSDate()).toEqual(new Date("2026-11-25T19:30:00.000Z"));
    expect(event.sequence).toBe(7);
    expect(component.getFirstPropertyValue("dtstamp")?.toString()).toBe("2026-11-23T02:00:00Z");
    const [alarm, ...others] = component.getAllSubcomponents("valarm");
    expect(others).toEqual([]);
    expect(alarm?.getFirstPropertyValue("action")).toBe("DISPLAY");
    expect(alarm?.getFirstPropertyValue("trigger")?.toString()).toBe("-PT30M");
  });

  test("nothing else: not what for, nor with whom, nor where it is from", async () => {
    const calendar = await meetingCalendar(MEETING, locale, NOW);
    const { whole, component } = eventIn(calendar);
    const names = (of: typeof component) => of.getAllProperties().map(({ name }) => name);
    expect(names(whole).sort()).toEqual(["method", "prodid", "version"]);
    expect(names(component).sort()).toEqual(
      ["class", "dtend", "dtstamp", "dtstart", "sequence", "summary", "transp", "uid"].sort(),
    );
    expect(component.getFirstPropertyValue("class")).toBe("PRIVATE");
    expect(givenAwayBy(calendar, locale)).toEqual([]);
    expect(calendar).not.toContain("sebbo");
    expect(calendar).not.toContain(MEETING.conversationId.slice(0, 8));
  });

  test("lines as the format wants them: none over 75 octets, each with its end", async () => {
    const calendar = await meetingCalendar(MEETING, locale, NOW);
    expect(calendar.endsWith("END:VCALENDAR\r\n")).toBe(true);
    expect(calendar.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
    for (const line of calendar.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  });
});

test("a new time of the same conversation takes the place of the old one; another's stands beside it", async () => {
  const uid = async (meeting: MeetingTime, locale: "en" | "de" = "en") =>
    eventIn(await meetingCalendar(meeting, locale, NOW)).event.uid;
  const later = { ...MEETING, at: new Date("2026-11-26T18:30:00.000Z"), sequence: 9 };
  expect(await uid(later)).toBe(await uid(MEETING));
  expect(await uid(MEETING, "de")).toBe(await uid(MEETING));
  expect(await uid({ ...MEETING, conversationId: "0192f0c4-0000-7000-8000-000000000001" })).not.toBe(
    await uid(MEETING),
  );
});
