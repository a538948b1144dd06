import fc from "fast-check";
import { expect, test } from "vitest";
import { decide } from "#conversation/decide";
import { speakAndReflect } from "#conversation/guides/speak-and-reflect";
import { play } from "#conversation/testing/play";
import { nextTime, returnTimes } from "./return-times";

const MINUTE = 60_000;
const moments = fc.integer({ min: Date.parse("2026-01-01"), max: Date.parse("2027-01-01") });

test("[T1] every choice is a time the rules accept, even when it takes twenty seconds to arrive", () => {
  const { guide, state } = play(speakAndReflect);
  fc.assert(
    fc.property(moments, fc.integer({ min: 0, max: 20_000 }), (now, onTheWay) => {
      for (const at of Object.values(returnTimes(now))) {
        const move = { kind: "time-out", returnAt: at.toISOString() } as const;
        expect(decide(guide, state, "a", move, now + onTheWay)).toEqual({ ok: true });
        expect(at.getTime() % MINUTE).toBe(0);
      }
    }),
  );
});

test("a time on the clock is the next one that comes", () => {
  fc.assert(
    fc.property(
      moments,
      fc.integer({ min: 0, max: 23 }),
      fc.integer({ min: 0, max: 59 }),
      (now, hours, minutes) => {
        const at = nextTime(`${hours}:${minutes}`, now);
        expect([at?.getHours(), at?.getMinutes()]).toEqual([hours, minutes]);
        expect(at?.getTime()).toBeGreaterThan(now);
        expect(at?.getTime()).toBeLessThanOrEqual(now + 25 * 60 * MINUTE);
      },
    ),
  );
});

test("no time is no time", () => {
  expect(nextTime("", 0)).toBeNull();
  expect(nextTime("later", 0)).toBeNull();
});
