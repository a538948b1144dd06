import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { OUTCOMES, PROPOSAL_SORTS } from "./agreements";
import { checkGuide } from "./check-guide";
import { decide } from "./decide";
import { begin, evolve, replay } from "./evolve";
import type { Step, Who } from "./guide";
import { type MoveKind, PACES, PART_VERDICTS, type Recorded, type Structure } from "./moves";
import { answered, type OpenMove } from "./open-move";
import { openMoves } from "./open-moves";
import { PARTNERS, type Seat } from "./seats";
import { always, LONG, PLAYS } from "./testing/always";
import { type Choices, EVERY_KIND, structureOf, structureOfOpen } from "./testing/any-move";
import { DUE } from "./testing/guides";
import { HOUR, MINUTE, type Play, READS_ALL } from "./testing/play";
import { anyGuide, anyPlan, playOut } from "./testing/random-play";

const SEATS: readonly Seat[] = ["a", "b", "t"];

/** Times that are within bounds. */
const inTime = (talk: Play): Partial<Choices> => ({
  returnAt: talk.in(HOUR),
  meetAt: talk.in(HOUR),
  accepted: false,
});

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

  /** Whether there was never anything to do in this step: told from the roster and the log. */
  function isEmpty({ roster, log, state }: Play, step: Step): boolean {
    if (step.kind === "acknowledge") return false;
    if (step.kind === "write") {
      const isThere =
        step.who === "each" || roster.partners.some((seat) => seat === holder(roster, step.who));
      return !isThere;
    }
    if (roster.partners.length < 2) return true;
    if (step.kind === "review") return (roster.due ?? []).length === 0;
    if (step.kind !== "mark") return false;
    const { from = 0, endedBy = null } =
      state.steps.find(({ progress }) => progress.step.id === step.of) ?? {};
    return !log.slice(from - 1, endedBy ?? undefined).some(({ kind }) => kind === "write");
  }
  const holder = (roster: Play["roster"], who: Who) => (who === "each" ? null : roster.roles[who.role]);

  test("[G9] the steps that end as they begin are those in which there is nothing to do", LONG, () => {
    always((talk) => {
      for (const { from, endedBy, progress } of talk.state.steps)
        expect(endedBy === from - 1).toBe(isEmpty(talk, progress.step));
    });
  });

  test("[G2] evolve takes any list of moves, also of moves no rules would have accepted", LONG, () => {
    const anyMove: fc.Arbitrary<Recorded> = fc
      .record({
        kind: fc.constantFrom(...EVERY_KIND),
        seat: fc.constantFrom(...SEATS),
        seq: fc.oneof(fc.nat(60), fc.integer()),
        answers: fc.oneof(fc.nat(60), fc.integer(), fc.double()),
        amends: fc.option(fc.oneof(fc.nat(60), fc.integer())),
        reviews: fc.constantFrom(null, "no-such-agreement", ...DUE.map(({ id }) => id)),
        outcome: fc.constantFrom(...OUTCOMES),
        sort: fc.constantFrom(...PROPOSAL_SORTS),
        part: fc.oneof(fc.constantFrom("story", "harm", "__proto__", "constructor"), fc.string()),
        partVerdict: fc.constantFrom(...PART_VERDICTS),
        partner: fc.constantFrom(...PARTNERS),
        returnAt: fc.string(),
        pace: fc.constantFrom(...PACES),
        meetAt: fc.string(),
        accepted: fc.boolean(),
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
        for (const open of talk.open(seat))
          expect(talk.refusal(seat, structureOfOpen(open, inTime(talk)))).toBeNull();
        for (const kind of EVERY_KIND) talk.refusal(seat, structureOf(kind));
        talk.view(seat === "t" ? READS_ALL : seat);
      }
    });
    fc.assert(property, { numRuns: PLAYS });
  });
});

describe("what is open and what is accepted", () => {
  /** The moves that are worth trying now: those that are offered, and each kind with details that are near and far. */
  function* manyMoves(talk: Play, open: readonly OpenMove[]): Generator<Structure> {
    for (const one of open) yield structureOfOpen(one, inTime(talk));
    for (const kind of EVERY_KIND)
      for (const choices of choicesFor(kind, talk)) yield structureOf(kind, choices);
  }

  function choicesFor(kind: MoveKind, { state, log, now }: Play): readonly Partial<Choices>[] {
    const answers = "answers" in structureOf(kind) ? [-1, 0, ...lastNumbers(state.head + 2)] : [0];
    switch (kind) {
      case "time-out":
        return [0, 20 * MINUTE - 1, 20 * MINUTE, 24 * HOUR, 24 * HOUR + 1].map((ahead) => ({
          returnAt: new Date(now + ahead).toISOString(),
        }));
      case "pace":
        return PACES.map((pace) => ({ pace }));
      case "suggest-time":
        return [0, 5 * MINUTE - 1, 5 * MINUTE, 90 * 24 * HOUR, 90 * 24 * HOUR + 1].map((ahead) => ({
          meetAt: new Date(now + ahead).toISOString(),
        }));
      case "answer-time":
        return answers.flatMap((answers) => [true, false].map((accepted) => ({ answers, accepted })));
      case "mark":
        return answers.flatMap((answers) => ["story", "harm", "nothing"].map((part) => ({ answers, part })));
      case "hand-floor":
      case "caucus":
        return PARTNERS.map((partner) => ({ partner }));
      case "propose": {
        const proposed = log.filter(({ kind }) => kind === "propose").map(({ seq }) => seq);
        return [null, 0, state.head, ...proposed.slice(-3)].flatMap((amends) =>
          REVIEWED.flatMap((review) => PROPOSAL_SORTS.map((sort) => ({ sort, amends, ...review }))),
        );
      }
      default:
        return answers.map((answers) => ({ answers }));
    }
  }
  const lastNumbers = (last: number) => Array.from({ length: Math.min(last, 14) }, (_, back) => last - back);
  const REVIEWED: readonly Partial<Choices>[] = [
    {},
    ...["no-such-agreement", ...DUE.map(({ id }) => id)].flatMap((reviews) =>
      OUTCOMES.map((outcome) => ({ reviews, outcome })),
    ),
  ];

  /** All of a move that is not the seat's own choice, in one text. */
  function fixedIn(move: Structure | OpenMove): string {
    const details = Object.entries(move).filter(([name]) => !OWN_CHOICES.includes(name));
    return JSON.stringify(details.sort(([one], [other]) => (one < other ? -1 : 1)));
  }
  const OWN_CHOICES = [
    "accepted",
    "aloud",
    "family",
    "meetAt",
    "minutes",
    "ready",
    "returnAt",
    "taken",
    "verdict",
  ];

  // ISO 8601 instants in UTC sort as text: no need to parse them as the rules do.
  const isWithinBounds = (talk: Play, move: Structure) => {
    switch (move.kind) {
      case "time-out":
        return move.returnAt >= talk.in(20 * MINUTE) && move.returnAt <= talk.in(24 * HOUR);
      case "suggest-time":
        return move.meetAt >= talk.in(5 * MINUTE) && move.meetAt <= talk.in(90 * 24 * HOUR);
      case "answer-time":
        return !move.accepted || (talk.state.suggestion?.at ?? "") > talk.in(0);
      default:
        return true;
    }
  };

  test(
    "[G6, G8, G11] openMoves offers a move exactly when decide accepts it, and asking changes nothing",
    LONG,
    () => {
      always((talk) => {
        const before = JSON.stringify(talk.state);
        for (const seat of SEATS) {
          const open = talk.open(seat);
          const fixed = new Set(open.map(fixedIn));
          for (const move of manyMoves(talk, open)) {
            const offered = fixed.has(fixedIn(move));
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
        const next = attempts[index + 1]?.before ?? after;
        // Between two tries somebody may leave for good, which changes the roster and nothing else.
        if (next.roster.left) expect({ ...next, roster: after.roster }).toEqual(after);
        else expect(next).toBe(after);
      });
    });
  });

  test("[G4, G8] what is offered to be answered is the other's, and of the right kind", LONG, () => {
    const ANSWERED: Partial<Record<MoveKind, readonly MoveKind[]>> = {
      reflect: ["say"],
      check: ["reflect", "empathise"],
      validate: ["say"],
      empathise: ["say"],
      mark: ["write"],
      accept: ["propose"],
      decline: ["propose"],
      withdraw: ["propose"],
      "answer-repair": ["repair"],
      "answer-time": ["suggest-time"],
      "withdraw-time": ["suggest-time"],
    };
    always((talk) => {
      for (const seat of PARTNERS)
        for (const { kind, answers, amends } of talk.open(seat)) {
          expect(answers !== undefined).toBe(kind in ANSWERED);
          if (amends !== undefined) expect(talk.log[amends - 1]?.kind).toBe("propose");
          if (answers === undefined) continue;
          const named = talk.log[answers - 1];
          expect(ANSWERED[kind]).toContain(named?.kind);
          // A time that both have set aside is called off by either.
          if (kind !== "withdraw-time" || answers !== talk.state.meeting?.seq)
            expect(named?.seat === seat).toBe(kind === "withdraw" || kind === "withdraw-time");
        }
    });
  });

  /** S7 and E2: which proposal is meant instead, read from the log alone. */
  function meantInstead(log: readonly Recorded[], move: Structure, open: readonly OpenMove[]): number | null {
    if (move.kind === "propose" && move.reviews !== undefined) {
      const standing = open.find(({ reviews }) => reviews === move.reviews)?.amends;
      if (standing !== undefined) return standing;
    }
    let last = answered(move);
    for (const later of log) if (later.kind === "propose" && later.amends === last) last = later.seq;
    return last !== undefined && open.some((one) => answered(one) === last) ? last : null;
  }
  const ON_THE_TABLE: readonly MoveKind[] = ["propose", "accept", "decline", "withdraw"];

  test("[G4, S7, E2] a stale move is told the number it may name instead, if it may name one", LONG, () => {
    always(({ guide, log }, attempts) => {
      for (const { before, seat, move, now, refusal } of attempts) {
        if (refusal?.kind !== "stale") continue;
        const open = openMoves(guide, before, seat, now).filter(({ kind }) => kind === move.kind);
        const instead = ON_THE_TABLE.includes(move.kind)
          ? meantInstead(log.slice(0, before.head), move, open)
          : (open[0]?.answers ?? null);
        expect(refusal.current).toBe(instead);
        if (instead !== null) expect(instead).not.toBe(answered(move));
      }
    });
  });

  test("[G4, G8] whoever follows what a stale move was told is not refused as stale again", LONG, () => {
    always(({ guide }, attempts) => {
      for (const { before, seat, move, now, refusal } of attempts) {
        if (refusal?.kind !== "stale" || refusal.current === null) continue;
        const name = move.kind === "propose" ? "amends" : "answers";
        const again: Structure = { ...move, [name]: refusal.current };
        const decision = decide(guide, before, seat, again, now);
        if (!decision.ok) expect(["not-open", "bad-meeting-time"]).toContain(decision.refusal.kind);
      }
    });
  });
});

test("[K1, K2, K3, K4, K5] a guide put together from sound steps has no problem", LONG, () => {
  const property = fc.property(anyGuide, (guide) => {
    expect(checkGuide(guide)).toEqual([]);
  });
  fc.assert(property, { numRuns: PLAYS });
});
