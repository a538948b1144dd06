import { describe, expect, test } from "vitest";
import { noticesFor } from "./notices";
import type { Partner } from "./seats";
import { pairGuide, reading, soloGuide, talking } from "./testing/guides";
import { bothAcknowledge, HOUR, MINUTE, type Play, play, playWithTherapist } from "./testing/play";

const dialogue = () => play(pairGuide(talking()));

/** What a seat is to be let know of, by the log as it is; looked at `since` after its last move; due times in minutes from that. */
function told({ state, log }: Play, seat: Partner, since = 0) {
  const lastAt = Date.parse(log.at(-1)?.at ?? "");
  const ownLast = log.findLast((move) => move.seat === seat)?.seq ?? 0;
  return noticesFor(state, seat, { ownLast, lastAt, now: lastAt + since }).map(({ kind, mark, dueAt }) => ({
    kind,
    mark,
    minutes: (dueAt - lastAt) / MINUTE,
  }));
}

describe("letting somebody know", () => {
  test("[L1, L2] whose turn it is, ten minutes after the last move; the other of nothing", () => {
    const talk = dialogue();
    talk.a({ kind: "say" });
    expect(told(talk, "b")).toEqual([{ kind: "floor", mark: "0", minutes: 10 }]);
    expect(told(talk, "a")).toEqual([]);
  });

  test("[L1] until they have moved themselves it is the same thing", () => {
    const talk = dialogue();
    talk.a({ kind: "say" });
    talk.a({ kind: "repair", family: "thank-you" });
    expect(told(talk, "b")).toMatchObject([{ mark: "0" }]);
    talk.b({ kind: "reflect", answers: 1 });
    expect(told(talk, "b")).toEqual([]);
    talk.a({ kind: "check", answers: 3, verdict: "no" });
    expect(told(talk, "b")).toMatchObject([{ kind: "floor", mark: "3" }]);
  });

  test.each([
    ["now", 2],
    ["today", 10],
    ["this-week", 30],
  ] as const)("[L2] where both have said %s, after %i minutes", (pace, minutes) => {
    const talk = dialogue();
    talk.a({ kind: "pace", pace });
    talk.b({ kind: "pace", pace });
    expect(told(talk, "a")).toEqual([{ kind: "floor", mark: "1", minutes }]);
  });

  test("[L2] what only one has said changes nothing", () => {
    const talk = dialogue();
    talk.b({ kind: "pace", pace: "now" });
    expect(told(talk, "a")).toMatchObject([{ minutes: 10 }]);
  });

  test("[L3] both, at the return time of a break, and of nothing else", () => {
    const talk = dialogue();
    const seq = talk.a({ kind: "time-out", returnAt: talk.in(HOUR) });
    expect(told(talk, "a")).toEqual([{ kind: "return", mark: String(seq), minutes: 60 }]);
    expect(told(talk, "b")).toEqual([{ kind: "return", mark: "0", minutes: 60 }]);
    talk.later(HOUR);
    talk.b({ kind: "return" });
    expect(told(talk, "a")).toMatchObject([{ kind: "floor" }]);
  });

  test("[L3] one break after the other is the same thing to who does not move", () => {
    const talk = dialogue();
    const marks = [1, 2, 3].map(() => {
      talk.a({ kind: "time-out", returnAt: talk.in(HOUR) });
      const [notice] = told(talk, "b");
      talk.later(HOUR);
      talk.a({ kind: "return" });
      return notice?.mark;
    });
    expect(marks).toEqual(["0", "0", "0"]);
  });

  test("[L4] both, half an hour before a time they have set aside, beside what waits", () => {
    const talk = dialogue();
    const seq = talk.b({ kind: "suggest-time", meetAt: talk.in(5 * HOUR) });
    talk.a({ kind: "answer-time", answers: seq, accepted: true });
    const meeting = { kind: "meeting", mark: String(seq), minutes: 270 };
    expect(told(talk, "b")).toEqual([meeting]);
    expect(told(talk, "a")).toEqual([{ kind: "floor", mark: "2", minutes: 10 }, meeting]);
    expect(told(talk, "b", 5 * HOUR - 1)).toEqual([meeting]);
    expect(told(talk, "b", 5 * HOUR)).toEqual([]);
  });

  test("[L1, Q3] a time that was suggested waits for the other’s answer, until it has passed", () => {
    const talk = dialogue();
    talk.a({ kind: "suggest-time", meetAt: talk.in(HOUR) });
    expect(told(talk, "b")).toEqual([{ kind: "floor", mark: "0", minutes: 10 }]);
    expect(told(talk, "b", HOUR - 1)).toMatchObject([{ kind: "floor" }]);
    expect(told(talk, "b", HOUR)).toEqual([]);
  });

  test("[L5] nobody of what is stopped, complete, held, left, or done alone", () => {
    const stopped = dialogue();
    stopped.a({ kind: "stop" });
    const complete = play(pairGuide(reading()));
    bothAcknowledge(complete);
    const held = playWithTherapist(pairGuide(talking()));
    held.a({ kind: "say" });
    held.t({ kind: "hold" });
    const left = dialogue();
    left.a({ kind: "say" });
    left.leave(["a"], false);
    const alone = play(soloGuide(reading(), reading({ id: "more" })));
    alone.a({ kind: "acknowledge" });
    for (const talk of [stopped, complete, held, left, alone]) {
      expect(told(talk, "a")).toEqual([]);
      expect(told(talk, "b")).toEqual([]);
    }
  });
});
