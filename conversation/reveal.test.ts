import { describe, expect, test } from "vitest";
import type { Seen } from "./guide";
import type { Move } from "./moves";
import { readableFrom, revealedAfter, seatView, stepOf } from "./seat-view";
import { pairGuide, reading, writing } from "./testing/guides";
import {
  bothAcknowledge,
  type Play,
  play,
  playWithTherapist,
  READS_ALL,
  READS_NOTHING,
} from "./testing/play";

const write = (story: string): Move => ({ kind: "write", ready: true, words: { story } });

/** a writes with number 1, and b ends the step with number 2. */
function bothWrite(seen: Seen): Play {
  const talk = play(pairGuide(writing({ seen }), reading()));
  talk.a(write("From a."));
  talk.b(write("From b."));
  return talk;
}

describe("what was revealed since", () => {
  test("[V7] whoever had everything up to the other's hidden answer is given its words when the step ends", () => {
    const view = bothWrite("together").view("b", 1);
    expect(view.entries).toMatchObject([{ seq: 2, words: { story: "From b." } }]);
    expect(view.revealed).toEqual([{ seq: 1, words: { story: "From a." } }]);
  });

  test("[V7] an answer that cannot be opened is named as such, as it is for whoever asks from the beginning", () => {
    const { state, log } = bothWrite("together");
    expect(seatView(state, log.slice(1), "b", 1, () => null).revealed).toEqual([
      { seq: 1, unreadable: true },
    ]);
    expect(seatView(state, log, "b", 0, () => null).entries).toMatchObject([
      { unreadable: true },
      { unreadable: true },
    ]);
  });

  test("[V7] whoever asks from the beginning gets them in the entries, and not twice", () => {
    const view = bothWrite("together").view("b", 0);
    expect(view.entries.map(({ words }) => words)).toEqual([{ story: "From a." }, { story: "From b." }]);
    expect(view.revealed).toEqual([]);
  });

  test("[V7] whoever had seen the end of the step is not given them again", () => {
    const talk = bothWrite("together");
    bothAcknowledge(talk);
    expect(talk.view("b", 2).revealed).toEqual([]);
    expect(talk.view("b", 3).revealed).toEqual([]);
  });

  test("[V7] the author knows them already", () => {
    expect(bothWrite("together").view("a", 1).revealed).toEqual([]);
  });

  test.each(["self", "therapist", "at-once"] as const)("[V7] nothing is revealed later under %s", (seen) => {
    expect(bothWrite(seen).view("b", 1).revealed).toEqual([]);
  });

  test("[W5, V7] what was replaced is not revealed", () => {
    const talk = play(pairGuide(writing(), reading()));
    talk.a(write("At first."));
    talk.a(write("Rather."));
    talk.b(write("From b."));
    expect(talk.view("b", 2).revealed).toEqual([{ seq: 2, words: { story: "Rather." } }]);
  });

  test("[W6, V7] nothing is revealed where a therapist ended the step before all had answered", () => {
    const talk = playWithTherapist(pairGuide(writing(), reading()));
    talk.a(write("From a."));
    talk.t({ kind: "skip-step" });
    bothAcknowledge(talk);
    expect(talk.view("b", 1).revealed).toEqual([]);
    expect(talk.view("b").entries[0]).not.toHaveProperty("words");
    expect(readableFrom(talk.state, { seq: 1, seat: "a", kind: "write" }, "b")).toBeNull();
  });

  test("[W6, V4] what stays its author's stays readable to the author", () => {
    const talk = playWithTherapist(pairGuide(writing(), reading()));
    talk.a(write("From a."));
    talk.t({ kind: "skip-step" });
    expect(talk.view("a").entries[0]).toMatchObject({ words: { story: "From a." } });
  });

  test("[W4, W6] at-once had been shown before the step was skipped, and stays shown", () => {
    const talk = playWithTherapist(pairGuide(writing({ seen: "at-once" }), reading()));
    talk.a(write("From a."));
    talk.t({ kind: "skip-step" });
    expect(talk.view("b").entries[0]).toMatchObject({ words: { story: "From a." } });
  });

  test("[V7] while the step has not ended nothing is revealed", () => {
    const talk = play(pairGuide(writing()));
    talk.a(write("From a."));
    expect(talk.view("b", 1)).toMatchObject({ entries: [], revealed: [] });
  });

  test("[V7] several steps that ended since are revealed in the order of their numbers", () => {
    const talk = play(pairGuide(writing({ id: "one" }), writing({ id: "two" })));
    for (const story of ["one", "two"]) {
      talk.a(write(story));
      talk.b(write(story));
    }
    expect(revealedAfter(talk.state, "b", 1)).toEqual([1]);
    expect(revealedAfter(talk.state, "b", 3)).toEqual([3]);
    expect(revealedAfter(talk.state, "a", 2)).toEqual([]);
  });

  test("[V7] the last step's words are revealed when the conversation is complete", () => {
    const talk = play(pairGuide(writing()));
    talk.a(write("From a."));
    talk.b(write("From b."));
    expect(talk.status).toBe("complete");
    expect(talk.view("b", 1).revealed).toEqual([{ seq: 1, words: { story: "From a." } }]);
  });

  test("[V3, V7] nothing is revealed to a therapist with whom nothing is shared, else what the partners read", () => {
    const { state } = bothWrite("together");
    expect(revealedAfter(state, READS_NOTHING, 1)).toEqual([]);
    expect(revealedAfter(state, READS_ALL, 1)).toEqual([1]);
    expect(revealedAfter(state, { seat: "t", access: { from: 2, answersOf: [] } }, 1)).toEqual([]);
  });
});

describe("from when on words may be read", () => {
  const byA = { seq: 1, seat: "a", kind: "write" } as const;

  test("[V2, W4] by the author from the beginning, by the other from the end of the step", () => {
    const talk = bothWrite("together");
    expect(readableFrom(talk.state, byA, "a")).toBe(1);
    expect(readableFrom(talk.state, byA, "b")).toBe(2);
    expect(readableFrom(talk.state, byA, READS_NOTHING)).toBeNull();
    expect(readableFrom(talk.state, byA, READS_ALL)).toBe(2);
  });

  test("[V4] going on changes nothing about it", () => {
    const talk = bothWrite("together");
    bothAcknowledge(talk);
    expect(readableFrom(talk.state, byA, "b")).toBe(2);
  });

  test("[V5] a writing that belongs to no writing step is read by its author alone", () => {
    const talk = play(pairGuide(reading()));
    talk.record("a", write("Where does this belong?"));
    expect(readableFrom(talk.state, byA, "a")).toBe(1);
    expect(readableFrom(talk.state, byA, "b")).toBeNull();
  });

  test("[V2] a move belongs to the step that was current when it was made", () => {
    const talk = bothWrite("together");
    expect([1, 2, 3].map((seq) => stepOf(talk.state, seq)?.progress.step.id)).toEqual([
      "writing",
      "writing",
      "reading",
    ]);
    expect(stepOf(talk.state, 0)).toBeUndefined();
  });
});
