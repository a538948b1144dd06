import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkGuide } from "./check-guide";
import { begin, evolve, replay } from "./evolve";
import type { Recorded } from "./moves";
import { answered } from "./open-move";
import { openMoves } from "./open-moves";
import { PARTNERS, type Seat } from "./seats";
import { always, LONG, PLAYS } from "./testing/always";
import { EVERY_KIND, structureOf } from "./testing/any-move";
import { HOUR, MINUTE, type Play } from "./testing/play";
import { anyGuide, anyPlan, playOut } from "./testing/random-play";

const SEATS: readonly Seat[] = ["a", "b", "t"];

describe("the log and the state", () => {
  test("[G2] replaying gives the state that taking the moves one by one gave", LONG, () => {
    always(({ guide, roster, log, state }) => {
      expect(replay(guide, roster, log)).toEqual(state);
      const stored: Recorded[] = JSON.parse(JSON.stringify(log));
      expect(replay(guide, roster, stored)).toEqual(state);
    });
  });

  test("[G1, G2, G7] numbers run from 1 without gaps, and the steps share them out in order", LONG, () => {
    always(({ guide, log, state }) => {
      expect(log.map(({ seq }) => seq)).toEqual(log.map((_, index) => index + 1));
      expect(state.head).toBe(log.length);
      expect(state.steps.map(({ progress }) => progress.step)).toEqual(
        guide.steps.slice(0, state.steps.length),
      );
      const ends = state.steps.map(({ endedBy }) => endedBy);
      expect(state.steps.map(({ from }) => from)).toEqual(
        state.steps.map((_, index) => (ends[index - 1] ?? 0) + 1),
      );
      expect(ends.filter((end) => end === null)).toHaveLength(state.complete ? 0 : 1);
      if (state.complete) expect(ends).toHaveLength(guide.steps.length);
      else expect(ends.at(-1)).toBeNull();
    });
  });

  test("[G2] evolve takes any list of moves, also of moves no rules would have accepted", LONG, () => {
    const anyMove: fc.Arbitrary<Recorded> = fc
      .record({
        kind: fc.constantFrom(...EVERY_KIND),
        seat: fc.constantFrom(...SEATS),
        seq: fc.oneof(fc.nat(60), fc.integer()),
        answers: fc.oneof(fc.nat(60), fc.integer(), fc.double()),
        returnAt: fc.string(),
        at: fc.string(),
      })
      .map(({ kind, seat, seq, at, ...choices }) => ({ ...structureOf(kind, choices), seat, seq, at }));

    const anyLog = fc.array(anyMove, { maxLength: 60, size: "max" });
    const property = fc.property(anyPlan, anyLog, fc.boolean(), (plan, moves, fromTheBeginning) => {
      const { talk } = playOut(plan);
      if (fromTheBeginning) talk.state = begin(talk.guide, talk.roster);
      for (const move of moves) {
        talk.state = evolve(talk.guide, talk.state, move);
        expect(talk.state.head).toBe(move.seq);
      }
      for (const seat of SEATS) {
        for (const { kind, answers = 0 } of talk.open(seat))
          expect(talk.refusal(seat, structureOf(kind, { answers, returnAt: talk.in(HOUR) }))).toBeNull();
        for (const kind of EVERY_KIND) talk.refusal(seat, structureOf(kind));
        talk.view(seat);
      }
    });
    fc.assert(property, { numRuns: PLAYS });
  });
});

describe("what is open and what is accepted", () => {
  /** Every move that could be tried now: each kind, answering each number there is and some that are not. */
  function* everyMove({ state, now }: Play) {
    for (const kind of EVERY_KIND) {
      const numbers = "answers" in structureOf(kind) ? [-1, 0, ...upTo(state.head + 2)] : [0];
      const ahead =
        kind === "time-out" ? [0, 20 * MINUTE - 1, 20 * MINUTE, 24 * HOUR, 24 * HOUR + 1] : [HOUR];
      for (const answers of numbers)
        for (const milliseconds of ahead)
          yield structureOf(kind, { answers, returnAt: new Date(now + milliseconds).toISOString() });
    }
  }
  const upTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1);

  // ISO 8601 instants in UTC sort as text: no need to parse them as the rules do.
  const isWithinBounds = (talk: Play, move: ReturnType<typeof structureOf>) =>
    move.kind !== "time-out" ||
    (move.returnAt >= talk.in(20 * MINUTE) && move.returnAt <= talk.in(24 * HOUR));

  test(
    "[G6, G8] openMoves offers a move exactly when decide accepts it, and asking changes nothing",
    LONG,
    () => {
      always((talk) => {
        const before = JSON.stringify(talk.state);
        for (const seat of SEATS) {
          const open = talk.open(seat);
          for (const move of everyMove(talk)) {
            const offered = open.some(
              ({ kind, answers }) => kind === move.kind && answers === answered(move),
            );
            const accepted = talk.refusal(seat, move) === null;
            if (accepted !== (offered && isWithinBounds(talk, move)))
              expect.fail(`${seat} ${JSON.stringify(move)}: offered ${offered}, accepted ${accepted}`);
          }
        }
        expect(JSON.stringify(talk.state)).toBe(before);
      });
    },
  );

  test("[G8] a refused move leaves the state as it was", LONG, () => {
    always((_, attempts) => {
      attempts.forEach(({ before, refusal, after }, index) => {
        if (refusal) expect(after).toBe(before);
        else expect(after.head).toBe(before.head + 1);
        expect(attempts[index + 1]?.before ?? after).toBe(after);
      });
    });
  });

  test("[G4, G8] what is offered to be answered is the other's, and of the right kind", LONG, () => {
    const ANSWERED = { reflect: "say", check: "reflect", "answer-repair": "repair" };
    always((talk) => {
      for (const seat of PARTNERS)
        for (const { kind, answers } of talk.open(seat)) {
          const answersOne = kind === "reflect" || kind === "check" || kind === "answer-repair";
          expect(answers !== undefined).toBe(answersOne);
          if (!answersOne || answers === undefined) continue;
          const named = talk.log[answers - 1];
          expect(named?.kind).toBe(ANSWERED[kind]);
          expect(named?.seat).not.toBe(seat);
        }
    });
  });

  test("[G4] a stale move is told the number it may name instead, if it may name one", LONG, () => {
    always(({ guide }, attempts) => {
      for (const { before, seat, move, now, refusal } of attempts) {
        if (refusal?.kind !== "stale") continue;
        const open = openMoves(guide, before, seat, now).find(({ kind }) => kind === move.kind);
        expect(refusal.current).toBe(open?.answers ?? null);
        expect(refusal.current).not.toBe(answered(move));
      }
    });
  });
});

test("[K1, K2, K4, K5] a guide put together from sound steps has no problem", LONG, () => {
  const property = fc.property(anyGuide, (guide) => {
    expect(checkGuide(guide)).toEqual([]);
  });
  fc.assert(property, { numRuns: PLAYS });
});
