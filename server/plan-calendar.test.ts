import ICAL from "ical.js";
import { describe, expect, test } from "vitest";
import type { Words } from "#conversation/moves";
import { LOCALES } from "#wire/locales";
import type { LastingOne } from "./lasting/lasting-view";
import { type CalendarStyle, planCalendar, plansIn } from "./plan-calendar";
import { givenAwayBy } from "./testing/test-letters";

const NOW = new Date("2026-11-23T02:00:00.000Z");
const ID = "0192f0c4-0000-7000-8000-000000000000";
const WALK = { what: "A walk,\nwith Jon; far", on: "2026-11-28", place: "The river", who: "Mara and Jon" };
const NEUTRAL = { en: "Something planned", de: "Etwas geplant", es: "Algo previsto" };

function agreed(words: Words | null, changes: Partial<LastingOne> = {}, version = 1): LastingOne {
  const wording = {
    version,
    proposedBy: "a",
    proposedAt: NOW,
    acceptedBy: "b",
    acceptedAt: NOW,
    conversationId: null,
    words,
  } as const;
  return {
    id: ID,
    sort: "plan",
    of: "a",
    createdAt: NOW,
    reviewedAt: null,
    endedAt: null,
    endedBy: null,
    wordings: [wording],
    ...changes,
  };
}

async function written(all: readonly LastingOne[], style: Partial<CalendarStyle> = {}) {
  const text = await planCalendar(plansIn(all), { titles: "neutral", reading: "en", now: NOW, ...style });
  const whole = new ICAL.Component(ICAL.parse(text));
  const events = whole.getAllSubcomponents("vevent").map((one) => new ICAL.Event(one));
  return { text, whole, events };
}

describe.each(LOCALES)("in %s", (locale) => {
  test("a plan is a whole day, and says neither what, nor where, nor with whom", async () => {
    const { text, events } = await written([agreed(WALK)], { reading: locale });
    const [event, ...others] = events;
    expect(others).toEqual([]);
    expect(event?.summary).toBe(NEUTRAL[locale]);
    expect(event?.startDate.isDate).toBe(true);
    expect(event?.startDate.toString()).toBe("2026-11-28");
    expect(event?.location).toBeNull();
    expect(event?.description).toBeNull();
    for (const told of ["walk", "river", "Jon", "Mara", ID.slice(0, 8)]) expect(text).not.toContain(told);
    expect(givenAwayBy(text, locale)).toEqual([]);
  });
});

test("in its own words it says what and where, and still not with whom", async () => {
  const { text, events } = await written([agreed(WALK)], { titles: "own" });
  expect(events[0]?.summary).toBe("A walk, with Jon; far");
  expect(events[0]?.location).toBe("The river");
  expect(text).not.toContain("Mara and Jon");
});

test.each([
  ["2026-11-28", "19:30 Europe/Berlin", "2026-11-28T18:30:00.000Z"],
  ["2026-07-28", "19:30 Europe/Berlin", "2026-07-28T17:30:00.000Z"],
  ["2026-11-28", "09:00 Asia/Kolkata", "2026-11-28T03:30:00.000Z"],
])("on %s at %s it begins at that moment, and takes an hour", async (on, time, moment) => {
  const { events } = await written([agreed({ ...WALK, on, time })]);
  expect(events[0]?.startDate.zone).toBe(ICAL.Timezone.utcTimezone);
  expect(events[0]?.startDate.toJSDate()).toEqual(new Date(moment));
  expect(events[0]?.endDate.toJSDate()).toEqual(new Date(Date.parse(moment) + 3_600_000));
});

test("a time that cannot be read leaves the day", async () => {
  for (const time of ["half past", "19:30 Europe/Bielefeld"]) {
    const { events } = await written([agreed({ ...WALK, time })]);
    expect(events[0]?.startDate.toString()).toBe("2026-11-28");
  }
});

test("the next wording of a plan takes the place of the one before; another plan stands beside it", async () => {
  const [first] = (await written([agreed(WALK)])).events;
  const [second] = (await written([agreed({ ...WALK, on: "2026-11-29" }, {}, 2)])).events;
  expect(second?.uid).toBe(first?.uid);
  expect([first?.sequence, second?.sequence]).toEqual([0, 1]);
  const other = agreed(WALK, { id: "0192f0c4-0000-7000-8000-000000000001" });
  const { events } = await written([agreed(WALK), other]);
  expect(new Set(events.map(({ uid }) => uid)).size).toBe(2);
});

test("what has ended, what cannot be opened and what is no plan is not in it", async () => {
  const none = [
    agreed(WALK, { endedAt: NOW }),
    agreed(null),
    agreed({ what: "A walk", on: "" }),
    agreed(WALK, { sort: "commitment" }),
    agreed({ what: "A walk", month: "2026-12" }, { sort: "milestone" }),
  ];
  const { text, whole, events } = await written(none);
  expect(events).toEqual([]);
  expect(whole.getFirstPropertyValue("x-wr-calname")).toBe("Something planned");
  expect(text.endsWith("END:VCALENDAR\r\n")).toBe(true);
});

test("lines as the format wants them, however long a plan is", async () => {
  const { text, events } = await written([agreed({ ...WALK, what: "ä😀".repeat(300) })], { titles: "own" });
  expect(events[0]?.summary).toBe("ä😀".repeat(100));
  expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
  for (const line of text.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
});
