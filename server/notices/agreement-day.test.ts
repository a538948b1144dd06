import { describe, expect, test } from "vitest";
import { EMPTY_REGISTER, evolveRegister } from "#conversation/keeping/register";
import type { Words } from "#conversation/moves";
import { agreementNotice, type LastingOne, type Told } from "./agreement-day";

const DAY = 86_400_000;
const MADE = new Date("2026-03-01T19:00:00.000Z");
const one = (changes: Partial<LastingOne> = {}): LastingOne => ({
  id: "one",
  sort: "boundary",
  of: "a",
  version: 1,
  createdAt: MADE,
  reviewedAt: null,
  ...changes,
});
/** As one is told who has promised it, and of whom nothing is known but their time zone. */
const noticeOf = (
  agreement: LastingOne,
  words: Words,
  timeZone: string | null,
  now: Date,
  more: Partial<Told> = {},
) => agreementNotice(agreement, words, { seat: "a", register: EMPTY_REGISTER, timeZone, ...more }, now);
const dueAt = (...given: Parameters<typeof noticeOf>) => {
  const notice = noticeOf(...given);
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
    for (const zone of [null, "Asia/Tokyo"]) expect(noticeOf(one(), words, zone, MADE)).toBeNull();
  });

  test("is due never by a month of no year", () => {
    expect(noticeOf(one({ sort: "milestone" }), { month: "0000-01" }, null, MADE)).toBeNull();
  });

  test("is not due again once both have looked at it since, and is where they looked before", () => {
    const words = { review: "2026-05-04" };
    const [before, since] = ["2026-05-04T08:59:59.000Z", "2026-05-04T09:00:00.000Z"];
    expect(noticeOf(one({ reviewedAt: new Date(before) }), words, null, MADE)).not.toBeNull();
    expect(noticeOf(one({ reviewedAt: new Date(since) }), words, null, MADE)).toBeNull();
  });

  test("in other words is something new", () => {
    const marks = [1, 2].map((version) => noticeOf(one({ version }), { review: "2026-05-04" }, null, MADE));
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
    const marks = [one({ sort }), reviewed].map((each) => noticeOf(each, {}, null, later(4))?.mark);
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
        notice: noticeOf(one({ sort }), {}, "Asia/Tokyo", look),
      }));
      for (const week of [1, 2, 3]) {
        const first = weeks.find(({ notice }) => notice?.mark.endsWith(`.${week}`));
        expect(first?.look.getTime()).toBeLessThanOrEqual(first?.notice?.dueAt ?? 0);
      }
    }
  });
});

describe("a promise with days of its own", () => {
  const promise = one({ sort: "commitment" });
  const words = { what: "I call.", repeat: "weekly mo,fr 2026-01-01/2026-12-31 Europe/Berlin" };
  const told = (day: string) =>
    evolveRegister(
      EMPTY_REGISTER,
      [{ kind: "report", agreement: "one", version: 1, day, kept: false, seat: "a", seq: 1, at: "" }],
      () => "a",
    );

  test("is told of on the morning after the first of its days that nothing was told of", () => {
    expect(noticeOf(promise, words, "Europe/Berlin", MADE)).toBeNull();
    expect(dueAt(promise, words, "Europe/Berlin", later(1))).toBe("2026-03-03T08:00:00.000Z");
    // Nobody is told again of each day that goes by.
    expect(noticeOf(promise, words, "Europe/Berlin", later(9))).toEqual(
      noticeOf(promise, words, "Europe/Berlin", later(1)),
    );
  });

  test("begins anew once something was told, whatever it was", () => {
    const register = told("2026-03-02");
    expect(noticeOf(promise, words, "Europe/Berlin", later(1), { register })).toBeNull();
    expect(dueAt(promise, words, "Europe/Berlin", later(6), { register })).toBe("2026-03-07T08:00:00.000Z");
  });

  test("on a night on which the clocks go forward, too", () => {
    const register = told("2026-03-23");
    const saturday = { ...words, repeat: "weekly sa 2026-01-01/2026-12-31 Europe/Berlin" };
    const now = new Date("2026-03-28T20:00:00.000Z");
    expect(dueAt(promise, saturday, "Europe/Berlin", now, { register })).toBe("2026-03-29T07:00:00.000Z");
  });

  test("is told of to nobody but who promised it", () => {
    expect(noticeOf(promise, words, null, later(9), { seat: "b" })).toBeNull();
    expect(noticeOf(promise, { ...words, whose: "both" }, null, later(9), { seat: "b" })).not.toBeNull();
  });
});
