import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { PARTNERS } from "../seats";
import { LONG, PLAYS } from "../testing/always";
import { pairGuide, talking } from "../testing/guides";
import { HOUR, playWithTherapist } from "../testing/play";
import { anyPlan, playOut } from "../testing/random-play";
import type { Sharing } from "./sharing";
import { attendanceIn, recordParts } from "./work-record";

const NOTHING: Sharing = {
  conversations: {},
  newest: null,
  later: false,
  lasting: false,
  answers: false,
  checkIns: false,
  record: false,
};
const both = (a: Partial<Sharing>, b: Partial<Sharing>) => ({
  a: { ...NOTHING, ...a },
  b: { ...NOTHING, ...b },
});
const dayOf = (at: string) => at.slice(0, "2026-03-01".length);
const ALL = { access: { from: 1, answersOf: PARTNERS }, by: "this" };

describe("a record of the work", () => {
  test("[Y15] is made only where both lists name it", () => {
    expect(recordParts(null)).toBeNull();
    expect(recordParts(both({ record: true }, {}))).toBeNull();
    expect(recordParts(both({}, { record: true }))).toBeNull();
    expect(recordParts(both({ record: true }, { record: true }))).toEqual({ agreements: false });
  });

  test("[Y15] has agreements only where both lists name what lasts too", () => {
    const record = { record: true };
    expect(recordParts(both({ ...record, lasting: true }, record))).toEqual({ agreements: false });
    expect(recordParts(both({ ...record, lasting: true }, { ...record, lasting: true }))).toEqual({
      agreements: true,
    });
  });
});

describe("attendance", () => {
  test("[Y15] says of each day who moved, from the number that both share on, and nothing else", () => {
    const talk = playWithTherapist(pairGuide(talking()));
    const said = talk.a({ kind: "say", words: { text: "I was alone." } });
    talk.later(24 * HOUR);
    const back = talk.b({ kind: "reflect", answers: said, aloud: true });
    talk.a({ kind: "check", answers: back, verdict: "yes" });
    expect(attendanceIn(talk.log, ALL, dayOf)).toEqual([
      { day: "2026-03-01", seats: ["a"] },
      { day: "2026-03-02", seats: ["a", "b"] },
    ]);
    const later = { ...ALL, access: { from: back, answersOf: [] } };
    expect(attendanceIn(talk.log, later, dayOf)).toEqual([{ day: "2026-03-02", seats: ["a", "b"] }]);
  });

  test("[Y15] has of several therapists only the one whose record it is", () => {
    const talk = playWithTherapist(pairGuide(talking()));
    talk.recordBy("another", { kind: "prompt", words: { text: "Slowly." } });
    expect(attendanceIn(talk.log, ALL, dayOf)).toEqual([]);
    talk.recordBy("this", { kind: "prompt", words: { text: "Slowly." } });
    expect(attendanceIn(talk.log, ALL, dayOf)).toEqual([{ day: "2026-03-01", seats: ["t"] }]);
  });

  test("[Y15] of any conversation each day stands once, and no word, number or hour of it", LONG, () => {
    const property = fc.property(anyPlan, (plan) => {
      const { talk } = playOut(plan);
      const attended = attendanceIn(talk.log, ALL, dayOf);
      const days = attended.map(({ day }) => day);
      expect(days).toEqual([...new Set(days)].sort());
      for (const one of attended) {
        expect(Object.keys(one)).toEqual(["day", "seats"]);
        const moved = talk.log.filter(({ at }) => dayOf(at) === one.day).map(({ seat }) => seat);
        for (const seat of one.seats) expect(moved).toContain(seat);
      }
      expect(JSON.stringify(attended)).not.toContain("said-in-");
    });
    fc.assert(property, { numRuns: PLAYS });
  });
});
