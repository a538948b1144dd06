import { describe, expect, test } from "vitest";
import { agreementNotice, type LastingOne } from "./agreement-day";

const DAY = 86_400_000;
const MADE = new Date("2026-03-01T19:00:00.000Z");
const one = (changes: Partial<LastingOne> = {}): LastingOne => ({
  sort: "boundary",
  version: 1,
  createdAt: MADE,
  reviewedAt: null,
  ...changes,
});
const dueAt = (...given: Parameters<typeof agreementNotice>) => {
  const notice = agreementNotice(...given);
  return notice && new Date(notice.dueAt).toISOString();
};
const later = (days: number) => new Date(MADE.getTime() + days * DAY);

describe("what has a day", () => {
  test.each([
    ["boundary", { review: "2026-05-04" }, "2026-05-04T07:00:00.000Z"],
    ["milestone", { month: "2026-11" }, "2026-11-01T08:00:00.000Z"],
    ["plan", { on: "2026-03-29" }, "2026-03-29T07:00:00.000Z"], // the clocks go forward that night
  ] as const)("a %s is due at nine on it, by the clock where they are", (sort, words, at) => {
    expect(dueAt(one({ sort }), words, "Europe/Berlin", MADE)).toBe(at);
  });

  test.each([null, "Mars/Olympus"])("in the zone %s it is by UTC", (zone) => {
    expect(dueAt(one(), { review: "2026-05-04" }, zone, MADE)).toBe("2026-05-04T09:00:00.000Z");
  });

  test.each([
    ...[{}, { review: "" }, { review: "soon" }, { review: "2026-02-30" }],
    ...[{ review: "0000-01-01" }, { review: "0001-01-01" }, { review: "9999-12-31" }],
  ])("is due never by %j", (words) => {
    for (const zone of [null, "Asia/Tokyo"]) expect(agreementNotice(one(), words, zone, MADE)).toBeNull();
  });

  test("is due never by a month of no year", () => {
    expect(agreementNotice(one({ sort: "milestone" }), { month: "0000-01" }, null, MADE)).toBeNull();
  });

  test("is not due again once both have looked at it since, and is where they looked before", () => {
    const words = { review: "2026-05-04" };
    const [before, since] = ["2026-05-04T08:59:59.000Z", "2026-05-04T09:00:00.000Z"];
    expect(agreementNotice(one({ reviewedAt: new Date(before) }), words, null, MADE)).not.toBeNull();
    expect(agreementNotice(one({ reviewedAt: new Date(since) }), words, null, MADE)).toBeNull();
  });

  test("in other words is something new", () => {
    const marks = [1, 2].map((version) =>
      agreementNotice(one({ version }), { review: "2026-05-04" }, null, MADE),
    );
    expect(new Set(marks.map((notice) => notice?.mark)).size).toBe(2);
  });
});

describe("a commitment", () => {
  const sort = "commitment";

  test("is due in the morning a week after it was made, and again each week", () => {
    const days = [0, 5, 6, 12, 13, 20].map((day) => dueAt(one({ sort }), {}, null, later(day)));
    const [first, second, third, fourth] = ["08", "15", "22", "29"].map(
      (day) => `2026-03-${day}T09:00:00.000Z`,
    );
    expect(days).toEqual([first, first, first, first, second, third]);
    expect(dueAt(one({ sort }), {}, null, later(27))).toBe(fourth);
  });

  test("counts from when both last said yes to it, and each such week is another", () => {
    const reviewed = one({ sort, reviewedAt: later(3) });
    expect(dueAt(reviewed, {}, null, later(4))).toBe("2026-03-11T09:00:00.000Z");
    const marks = [one({ sort }), reviewed].map((each) => agreementNotice(each, {}, null, later(4))?.mark);
    expect(marks[0]).not.toBe(marks[1]);
  });

  test("has its week in its place before it is due, looked at once a day at whatever hour", () => {
    for (let hour = 0; hour < 24; hour += 1) {
      const looks = Array.from(
        { length: 30 },
        (_, day) => new Date(MADE.getTime() + day * DAY + hour * 3_600_000),
      );
      const weeks = looks.map((look) => ({
        look,
        notice: agreementNotice(one({ sort }), {}, "Asia/Tokyo", look),
      }));
      for (const week of [1, 2, 3]) {
        const first = weeks.find(({ notice }) => notice?.mark.endsWith(`.${week}`));
        expect(first?.look.getTime()).toBeLessThanOrEqual(first?.notice?.dueAt ?? 0);
      }
    }
  });
});
