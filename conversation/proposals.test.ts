import { describe, expect, test } from "vitest";
import type { Recorded } from "./moves";
import type { Offers } from "./state";
import { always, LONG } from "./testing/always";
import type { Play } from "./testing/play";

/** What came of a proposal, told from the log alone: each answer that names it, in order. */
function fatesOf(log: readonly Recorded[], seq: number): readonly string[] {
  return log.flatMap((move) => {
    if (move.kind === "propose") return move.amends === seq ? ["amended"] : [];
    if (move.kind === "accept" || move.kind === "decline" || move.kind === "withdraw")
      return move.answers === seq ? [move.kind] : [];
    return [];
  });
}

/** Who made the first offer of a chain of amendments, told from the log alone. */
function beganBy(log: readonly Recorded[], seq: number): string | undefined {
  const move = log[seq - 1];
  return move?.kind === "propose" && move.amends !== undefined ? beganBy(log, move.amends) : move?.seat;
}

/** Every step in which something may be offered, with its moves. */
function* tablesOf({ state, log }: Play) {
  for (const { progress, from, endedBy, skipped } of state.steps) {
    if (!("offers" in progress)) continue;
    const moves = log.slice(from - 1, endedBy ?? undefined);
    yield {
      offers: progress.offers,
      step: progress,
      moves,
      hasEnded: endedBy !== null,
      isSkipped: skipped === true,
    };
  }
}

/** What the table says came of a proposal. */
function placesOf({ current, settled, amended }: Offers, seq: number): readonly string[] {
  return [
    ...(current.some((proposal) => proposal.seq === seq) ? ["current"] : []),
    ...(settled.some((proposal) => proposal.seq === seq) ? ["accept"] : []),
    ...(seq in amended ? ["amended"] : []),
  ];
}

describe("in any conversation", () => {
  test("[S2, S3, S4] one thing comes of each proposal: it waits, or was answered once", LONG, () => {
    always((talk) => {
      for (const { offers, moves } of tablesOf(talk))
        for (const { seq } of moves.filter(({ kind }) => kind === "propose")) {
          const fates = fatesOf(moves, seq);
          expect(fates.length).toBeLessThanOrEqual(1);
          const [fate = "current"] = fates;
          const isGone = fate === "decline" || fate === "withdraw";
          expect(placesOf(offers, seq)).toEqual(isGone ? [] : [fate]);
        }
    });
  });

  test("[S2, E2] nothing is settled without the other: never by its author, never by nobody", LONG, () => {
    always((talk) => {
      for (const { offers, moves } of tablesOf(talk))
        for (const { seq, by, accepted } of offers.settled) {
          const acceptance = talk.log[accepted - 1];
          expect(talk.log[seq - 1]).toMatchObject({ kind: "propose", seat: by });
          expect(acceptance).toMatchObject({ kind: "accept", answers: seq, seat: by === "a" ? "b" : "a" });
          expect(moves).toContain(acceptance);
        }
    });
  });

  test("[S3] only the author withdraws, and only the other declines", LONG, () => {
    always(({ log }) => {
      for (const move of log)
        if (move.kind === "withdraw" || move.kind === "decline")
          expect(log[move.answers - 1]?.seat === move.seat).toBe(move.kind === "withdraw");
    });
  });

  test("[S1, E2] what is proposed is what the step is for", LONG, () => {
    always((talk) => {
      for (const { offers, step } of tablesOf(talk))
        for (const { sort, reviews, outcome } of [...offers.current, ...offers.settled]) {
          if (step.kind === "settle") expect({ sort, reviews }).toEqual({ sort: step.step.sort });
          else expect(talk.roster.due).toContainEqual(expect.objectContaining({ id: reviews, sort }));
          expect(outcome === undefined).toBe(step.kind === "settle");
        }
    });
  });

  test(
    "[S2, E2] it speaks for whoever began its chain of amendments, or whose agreement it looks at",
    LONG,
    () => {
      always((talk) => {
        for (const { offers, step } of tablesOf(talk))
          for (const { seq, of, reviews } of [...offers.current, ...offers.settled]) {
            const due = step.kind === "review" ? step.due.find(({ id }) => id === reviews) : null;
            expect(of).toBe(due ? due.of : beganBy(talk.log, seq));
          }
      });
    },
  );

  test("[S5, S6, E4] no step ends over a proposal that waits, unless a therapist ends it", LONG, () => {
    always((talk) => {
      for (const { offers, hasEnded, isSkipped } of tablesOf(talk))
        if (hasEnded && !isSkipped) expect(offers.current).toEqual([]);
    });
  });

  test(
    "[S5, E4] it ends with the second enough since the last proposal, or with the last decision",
    LONG,
    () => {
      always((talk) => {
        for (const { offers, step, moves, hasEnded, isSkipped } of tablesOf(talk)) {
          if (isSkipped || moves.length === 0) continue;
          const sinceLast = moves.slice(moves.findLastIndex(({ kind }) => kind === "propose") + 1);
          const haveEnough = new Set(
            sinceLast.filter(({ kind }) => kind === "enough").map(({ seat }) => seat),
          );
          const isDecided = step.kind === "review" && step.due.length === offers.settled.length;
          expect(hasEnded).toBe(haveEnough.size === 2 || isDecided);
        }
      });
    },
  );

  test(
    "[E2, E3] a review has one proposal at a time for each agreement, and one decision at most",
    LONG,
    () => {
      always((talk) => {
        for (const { offers, step } of tablesOf(talk)) {
          if (step.kind !== "review") continue;
          const about = [...offers.current, ...offers.settled].map(({ reviews }) => reviews);
          expect(new Set(about).size).toBe(about.length);
        }
      });
    },
  );
});
