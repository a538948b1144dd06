import { describe, expect, test } from "vitest";
import type { Guide, Seen } from "./guide";
import type { Move, Words } from "./moves";
import { type Reader, seatView } from "./seat-view";
import { EVERY_KIND, structureOf } from "./testing/any-move";
import { pairGuide, reading, talking, writing } from "./testing/guides";
import { HOUR, type Play, play, playWithTherapist, READS_ALL, READS_NOTHING } from "./testing/play";

const write = (story: string): Move => ({ kind: "write", ready: true, words: { story } });
const seenBy = (seen: Seen): Guide => pairGuide(writing({ seen }), reading());

/** The words a seat reads, by number. */
function wordsRead(talk: Play, reader: Reader): Record<number, Words> {
  return Object.fromEntries(
    talk.view(reader).entries.flatMap(({ seq, words }) => (words ? [[seq, words] as const] : [])),
  );
}

describe("the structure", () => {
  test("[V1] every seat gets every entry's number, seat, kind, time and structure", () => {
    const talk = playWithTherapist(pairGuide(talking()));
    talk.a({ kind: "say", words: { text: "I was alone." } });
    talk.later(HOUR);
    talk.b({ kind: "reflect", answers: 1, aloud: true });
    for (const reader of ["a", "b", READS_NOTHING] as const) {
      expect(talk.view(reader).head).toBe(2);
      expect(talk.view(reader).entries).toMatchObject([
        { seq: 1, moveId: "move-1", seat: "a", kind: "say", at: "2026-03-01T19:00:00.000Z" },
        {
          seq: 2,
          moveId: "move-2",
          seat: "b",
          kind: "reflect",
          at: "2026-03-01T20:00:00.000Z",
          answers: 1,
          aloud: true,
        },
      ]);
    }
  });

  test("[V1] that somebody wrote is never hidden, only what", () => {
    const talk = play(seenBy("self"));
    talk.a(write("Only for me."));
    expect(talk.view("b").entries).toMatchObject([{ seq: 1, seat: "a", kind: "write" }]);
  });
});

describe("words outside writing", () => {
  test("[V2] both partners read what is said, said back and checked, at once", () => {
    const talk = play(pairGuide(talking()));
    talk.a({ kind: "say", words: { text: "I was alone." } });
    talk.b({ kind: "reflect", answers: 1, words: { text: "You were alone." } });
    talk.a({ kind: "check", answers: 2, verdict: "yes", words: { text: "Yes." } });
    const all = { 1: { text: "I was alone." }, 2: { text: "You were alone." }, 3: { text: "Yes." } };
    expect(wordsRead(talk, "a")).toEqual(all);
    expect(wordsRead(talk, "b")).toEqual(all);
  });

  test.each(["validate", "empathise", "propose"] as const)(
    "[V2] both partners read the words of %s, at once, and a therapist where both said so",
    (kind) => {
      const talk = playWithTherapist(pairGuide(talking()));
      talk.record("b", { ...structureOf(kind), words: { text: "It makes sense." } });
      expect(wordsRead(talk, "a")).toEqual({ 1: { text: "It makes sense." } });
      expect(wordsRead(talk, "b")).toEqual({ 1: { text: "It makes sense." } });
      expect(wordsRead(talk, READS_NOTHING)).toEqual({});
      expect(wordsRead(talk, READS_ALL)).toEqual({ 1: { text: "It makes sense." } });
    },
  );

  const READ_BY_BOTH = ["say", "reflect", "check", "validate", "empathise", "propose", "prompt"];
  test.each(EVERY_KIND.filter((kind) => !READ_BY_BOTH.includes(kind)))(
    "[V5] a kind that has no line of its own is read by its author alone: %s",
    (kind) => {
      const talk = play(pairGuide(talking()));
      talk.record("a", { ...structureOf(kind), words: { text: "Who should read this?" } });
      expect(wordsRead(talk, "a")).toEqual({ 1: { text: "Who should read this?" } });
      expect(wordsRead(talk, "b")).toEqual({});
      for (const therapist of [READS_NOTHING, READS_ALL]) expect(wordsRead(talk, therapist)).toEqual({});
    },
  );
});

describe("words of a writing", () => {
  /** a writes once and b writes once, which ends the step. */
  function written(guide: Guide, make: (guide: Guide) => Play = play): Play {
    const talk = make(guide);
    talk.a(write("From a."));
    talk.b(write("From b."));
    return talk;
  }
  const A = { 1: { story: "From a." } };
  const B = { 2: { story: "From b." } };

  test.each(["self", "therapist"] as const)(
    "[W4] %s: the author alone, even when all have written",
    (seen) => {
      const talk = written(seenBy(seen));
      expect(wordsRead(talk, "a")).toEqual(A);
      expect(wordsRead(talk, "b")).toEqual(B);
    },
  );

  test("[W4] together: the author until the step has ended, then everyone", () => {
    const talk = play(seenBy("together"));
    talk.a(write("From a."));
    expect(wordsRead(talk, "a")).toEqual(A);
    expect(wordsRead(talk, "b")).toEqual({});
    talk.b(write("From b."));
    expect(wordsRead(talk, "a")).toEqual({ ...A, ...B });
    expect(wordsRead(talk, "b")).toEqual({ ...A, ...B });
  });

  test("[W4] at-once: everyone, as it is sent", () => {
    const talk = play(seenBy("at-once"));
    talk.a(write("From a."));
    expect(wordsRead(talk, "b")).toEqual(A);
  });

  test("[W4] at-once: what was replaced had been read and stays readable", () => {
    const talk = play(seenBy("at-once"));
    talk.a(write("At first."));
    talk.a(write("Rather."));
    expect(wordsRead(talk, "b")).toEqual({ 1: { story: "At first." }, 2: { story: "Rather." } });
  });

  test("[W5] together: what was replaced stays its author's, even after the end", () => {
    const talk = play(seenBy("together"));
    talk.a(write("At first."));
    talk.a(write("Rather."));
    talk.b(write("From b."));
    expect(wordsRead(talk, "b")).toEqual({ 2: { story: "Rather." }, 3: { story: "From b." } });
    expect(wordsRead(talk, "a")).toMatchObject({ 1: { story: "At first." } });
  });

  test("[W2, W4] together: a pass is as secret as an answer until all are there", () => {
    const talk = play(pairGuide(writing({ mayPass: true }), reading()));
    talk.a({ kind: "write", ready: true, words: { passed: true } });
    expect(wordsRead(talk, "b")).toEqual({});
    talk.b(write("From b."));
    expect(wordsRead(talk, "b")).toMatchObject({ 1: { passed: true } });
  });

  test("[W4] a stop or a time-out shows nothing before its time", () => {
    const talk = play(seenBy("together"));
    talk.a(write("From a."));
    talk.b({ kind: "time-out", returnAt: talk.in(HOUR) });
    talk.b({ kind: "stop" });
    expect(wordsRead(talk, "b")).toEqual({});
  });

  test.each(["self", "therapist", "together", "at-once"] as const)(
    "[V3] the therapist reads nothing before both consented, %s or not",
    (seen) => {
      const talk = written(pairGuide(writing({ seen }), talking()), playWithTherapist);
      talk.a({ kind: "say", words: { text: "I was alone." } });
      expect(talk.view(READS_NOTHING).entries).toHaveLength(3);
      expect(wordsRead(talk, READS_NOTHING)).toEqual({});
      expect(talk.view(READS_NOTHING, 1).revealed).toEqual([]);
    },
  );

  test("[V3] once both consented: from the number on that they said, in the order of numbers and not of time", () => {
    const talk = playWithTherapist(pairGuide(talking()));
    talk.a({ kind: "say", words: { text: "I was alone." } });
    talk.b({ kind: "reflect", answers: 1, words: { text: "You were alone." } });
    const from = (seq: number) => wordsRead(talk, { seat: "t", access: { from: seq, answersOf: [] } });
    expect(from(1)).toEqual({ 1: { text: "I was alone." }, 2: { text: "You were alone." } });
    expect(from(2)).toEqual({ 2: { text: "You were alone." } });
    expect(from(3)).toEqual({});
  });

  test("[V3, W4] together: the therapist when the partners do, and nothing that was begun before", () => {
    const talk = playWithTherapist(seenBy("together"));
    talk.a(write("From a."));
    expect(wordsRead(talk, READS_ALL)).toEqual({});
    talk.b(write("From b."));
    expect(wordsRead(talk, READS_ALL)).toEqual({ ...A, ...B });
    expect(wordsRead(talk, { seat: "t", access: { from: 2, answersOf: [] } })).toEqual(B);
  });

  test("[W4, Y4] for the therapist: the author, and the therapist of whose consent names it", () => {
    const talk = written(seenBy("therapist"), playWithTherapist);
    expect(wordsRead(talk, READS_ALL)).toEqual({ ...A, ...B });
    expect(wordsRead(talk, { seat: "t", access: { from: 1, answersOf: ["b"] } })).toEqual(B);
    expect(wordsRead(talk, { seat: "t", access: { from: 2, answersOf: ["a"] } })).toEqual({});
  });

  test("[V3, W4] for oneself: never the therapist", () => {
    const talk = written(seenBy("self"), playWithTherapist);
    expect(wordsRead(talk, READS_ALL)).toEqual({});
  });
});

describe("words a seat may not read", () => {
  test("[V6] are absent: the entry has no words at all, not empty ones", () => {
    const talk = play(seenBy("self"));
    talk.a(write("Only for me."));
    const [mine] = talk.view("a").entries;
    const [theirs] = talk.view("b").entries;
    expect(mine && "words" in mine).toBe(true);
    expect(theirs && "words" in theirs).toBe(false);
    expect(theirs && "unreadable" in theirs).toBe(false);
    expect(theirs && Object.keys(theirs)).toEqual(["kind", "ready", "seq", "seat", "at", "moveId"]);
  });

  test("[V6] are never even opened for it", () => {
    const talk = play(pairGuide(writing({ seen: "together" }), writing({ id: "private", seen: "self" })));
    talk.a(write("At first."));
    talk.a(write("Rather."));
    talk.b(write("From b."));
    talk.a(write("Only for me."));
    expect(opened(talk, "a")).toEqual([1, 2, 3, 4]);
    expect(opened(talk, "b")).toEqual([2, 3]);
    expect(opened(talk, READS_NOTHING)).toEqual([]);
    expect(opened(talk, READS_ALL)).toEqual([2, 3]);
  });

  /** The numbers for which the words were asked, to show `reader` all. */
  function opened(talk: Play, reader: Reader): readonly number[] {
    const asked: number[] = [];
    seatView(talk.state, talk.log, reader, 0, (seq) => {
      asked.push(seq);
      return talk.words.get(seq);
    });
    return asked;
  }

  test("[V6] a move without words has none for anybody", () => {
    const talk = play(pairGuide(talking()));
    talk.a({ kind: "say", aloud: true });
    const [mine] = talk.view("a").entries;
    expect(mine && "words" in mine).toBe(false);
  });

  test("[V6] words that may be read and cannot be opened are told as such, and only to those who may", () => {
    const talk = play(seenBy("self"));
    talk.a(write("Damaged."));
    const seenAs = (reader: Reader) => seatView(talk.state, talk.log, reader, 0, () => null).entries[0];
    expect(seenAs("a")).toEqual({ ...talk.log[0], unreadable: true });
    expect(seenAs("b")).toEqual(talk.log[0]);
  });
});
