import { expect, test } from "vitest";
import { pairGuide, reading, talking } from "../testing/guides";
import { bothAcknowledge, HOUR, MINUTE, type Play, playWithTherapist } from "../testing/play";
import { floorTimes } from "./floor-times";

const timesIn = ({ guide, roster, log, now }: Play) => floorTimes(guide, roster, log, now);

test("[Y10] each has had the floor for as long as it was theirs; breaks and holds are nobody’s time", () => {
  const talk = playWithTherapist(pairGuide(reading(), talking()));
  bothAcknowledge(talk);
  talk.later(3 * MINUTE);
  talk.t({ kind: "hand-floor", to: "b" });
  talk.later(2 * MINUTE);
  talk.t({ kind: "hold" });
  talk.later(10 * MINUTE);
  talk.t({ kind: "resume" });
  talk.later(MINUTE);
  talk.b({ kind: "time-out", returnAt: talk.in(HOUR) });
  talk.later(HOUR);
  expect(timesIn(talk)).toEqual({ a: 3 * MINUTE, b: 3 * MINUTE });
});

test("[Y10] before anybody has moved, and while nobody has the floor, there is no time", () => {
  const talk = playWithTherapist(pairGuide(reading(), talking()));
  talk.later(HOUR);
  expect(timesIn(talk)).toEqual({ a: 0, b: 0 });
  talk.a({ kind: "acknowledge" });
  talk.later(HOUR);
  expect(timesIn(talk)).toEqual({ a: 0, b: 0 });
});
