import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { seatView } from "../seat-view";
import { PARTNERS } from "../seats";
import { LONG, PLAYS } from "../testing/always";
import { pairGuide, reading, soloGuide, talking, writing } from "../testing/guides";
import { type Play, play, playWithTherapist, READS_ALL, READS_NOTHING } from "../testing/play";
import { anyPlan, numbersOfWordsIn, playOut } from "../testing/random-play";
import { quotable, quotesSeenBy } from "./quotes";
import type { Access } from "./sharing";

const ALL: Access = { from: 1, answersOf: PARTNERS };
const quotableIn = (talk: Play, access = ALL) =>
  quotable(talk.state, talk.log, access, (seq) => talk.words.get(seq)).map(({ seq }) => seq);
const write = (story: string) => ({ kind: "write", ready: true, words: { story } }) as const;

describe("what a summary may quote", () => {
  test("[Y13] what was said and said back in words; not what was said aloud, and nothing without words", () => {
    const talk = playWithTherapist(pairGuide(talking()));
    const said = talk.a({ kind: "say", words: { text: "I was alone." } });
    talk.b({ kind: "reflect", answers: said, aloud: true });
    talk.a({ kind: "check", answers: said + 1, verdict: "yes" });
    expect(quotableIn(talk)).toEqual([said]);
  });

  test.each(["self", "therapist"] as const)(
    "[Y13] never what one wrote for fewer than all three: %s",
    (seen) => {
      const talk = playWithTherapist(pairGuide(writing({ seen }), reading()));
      for (const seat of PARTNERS) talk.take(seat, write(`From ${seat}.`));
      expect(quotableIn(talk)).toEqual([]);
    },
  );

  test("[Y13] not what is still hidden from one of the two; from when it is shown it may be", () => {
    const talk = playWithTherapist(pairGuide(writing({ seen: "together" }), reading()));
    talk.a(write("From a."));
    expect(quotableIn(talk)).toEqual([]);
    talk.b(write("From b."));
    expect(quotableIn(talk)).toEqual([1, 2]);
  });

  test("[Y13] not what lies before the number that both share from", () => {
    const talk = playWithTherapist(pairGuide(talking()));
    const said = talk.a({ kind: "say", words: { text: "Before." } });
    const back = talk.b({ kind: "reflect", answers: said, words: { text: "After." } });
    expect(quotableIn(talk, { ...ALL, from: back })).toEqual([back]);
  });

  test("[Y13] not what was taken back, nor what one does alone", () => {
    const talk = playWithTherapist(pairGuide(talking()));
    talk.a({ kind: "say", words: { text: "Gone." } });
    talk.leave(["a"], true);
    expect(quotableIn(talk)).toEqual([]);
    const alone = play(soloGuide(writing({ seen: "at-once" }), reading()));
    alone.a(write("For me."));
    expect(quotableIn(alone)).toEqual([]);
  });

  test("[Y13] of any conversation only what each of the three reads of it", LONG, () => {
    const property = fc.property(anyPlan, fc.nat(20), (plan, from) => {
      const { talk } = playOut(plan);
      const access = { from, answersOf: PARTNERS };
      const seqs = quotableIn(talk, access);
      for (const reader of [...PARTNERS, { seat: "t", access } as const]) {
        const read = numbersOfWordsIn(JSON.stringify(talk.view(reader)));
        expect(read).toEqual(expect.arrayContaining([...seqs]));
      }
    });
    fc.assert(property, { numRuns: PLAYS });
  });
});

describe("what is read of a quote", () => {
  const seen = (talk: Play, reader: Parameters<typeof quotesSeenBy>[2]) =>
    quotesSeenBy(talk.state, talk.log.slice(0, 1), reader, (seq) => talk.words.get(seq));

  test("[Y14] by each what they may read of that move, and by a therapist without access nothing", () => {
    const talk = playWithTherapist(pairGuide(talking()));
    talk.a({ kind: "say", words: { text: "I was alone." } });
    for (const reader of ["a", "b", READS_ALL] as const)
      expect(seen(talk, reader)).toMatchObject([{ seq: 1, words: { text: "I was alone." } }]);
    expect(seen(talk, READS_NOTHING)[0]).not.toHaveProperty("words");
  });

  test("[Y14] words that were taken back are gone for everybody, and it is told", () => {
    const talk = playWithTherapist(pairGuide(talking()));
    talk.a({ kind: "say", words: { text: "I was alone." } });
    talk.leave(["a"], true);
    for (const reader of ["b", READS_ALL] as const) {
      expect(seen(talk, reader)).toMatchObject([{ seq: 1, withdrawn: true }]);
      expect(seen(talk, reader)[0]).not.toHaveProperty("words");
    }
  });

  test("[Y14] it is never more, in any conversation, than its reader reads there", LONG, () => {
    const property = fc.property(anyPlan, (plan) => {
      const { talk } = playOut(plan);
      const wordsOf = (seq: number) => talk.words.get(seq);
      for (const reader of [...PARTNERS, READS_ALL, READS_NOTHING])
        for (const one of talk.log) {
          const quoted = quotesSeenBy(talk.state, [one], reader, wordsOf);
          const there = seatView(talk.state, talk.log, reader, 0, wordsOf).entries[one.seq - 1];
          expect(quoted).toEqual([there]);
        }
    });
    fc.assert(property, { numRuns: PLAYS });
  });
});
