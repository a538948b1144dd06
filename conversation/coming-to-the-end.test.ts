import { describe, expect, test } from "vitest";
import type { Step } from "./guide";
import { PARTNERS } from "./seats";
import type { BegunStep } from "./state";
import { always, LONG } from "./testing/always";
import { HOUR, type Play } from "./testing/play";
import { oneMoveOn } from "./testing/willing-pair";

describe("from anywhere", () => {
  /** The most moves that a willing pair needs for a step, from wherever in it they are. */
  function mostFor({ guide: { steps }, state }: Play, step: Step, isCurrent: boolean): number {
    switch (step.kind) {
      case "acknowledge":
      case "write":
        return 2;
      case "dialogue": {
        const wayOut = (step.summary ? 2 : 0) + (step.validate ? 1 : 0) + (step.empathise ? 2 : 0);
        // One of them may be on the way out of a turn; then each says, is said back to, checks and was heard.
        return wayOut + 2 * (4 + wayOut);
      }
      case "mark": {
        const marked = steps.find(({ id }) => id === step.of);
        return marked?.kind === "write" ? marked.fields.length : 0;
      }
      case "settle":
      case "review": {
        const current = state.steps.at(-1)?.progress;
        const waiting = isCurrent && current && "offers" in current ? current.offers.current.length : 0;
        return waiting + 2;
      }
    }
  }

  test("[K2, D10, F2, H1, H5, M3, S5, S6, T3] a willing pair comes to the end", LONG, () => {
    always((talk) => {
      if (talk.status === "left") return; // G11: then there is no pair any more
      talk.later(24 * HOUR);
      const { steps } = talk.guide;
      const begun = talk.state.steps.length;
      const toGo = steps.slice(begun - 1).map((step, index) => mostFor(talk, step, index === 0));
      // At most two moves lead back from a stop that lies over a time-out or a hold.
      const back = talk.status === "running" ? 0 : 2;
      const most = talk.log.length + back + toGo.reduce((sum, moves) => sum + moves, 0);
      while (!talk.state.complete && talk.log.length < most) oneMoveOn(talk);
      expect(talk.status).toBe("complete");
    });
  });

  test("[F1, F2, G7, M4] nobody is held: each partner can stop, or reopen what was stopped", LONG, () => {
    always((talk) => {
      const way = {
        running: "stop",
        held: "stop",
        "timed-out": "stop",
        stopped: "reopen",
        complete: undefined,
        left: undefined,
      }[talk.status];
      for (const partner of talk.roster.partners) {
        const kinds = talk.open(partner).map(({ kind }) => kind);
        if (way) expect(kinds).toContain(way);
        else expect(kinds.filter((kind) => kind !== "mark")).toEqual([]);
      }
    });
  });
});

describe("a dialogue", () => {
  /** The moves of a step, in order: who made which kind. */
  const movesOf = (talk: Play, { from, endedBy }: BegunStep) =>
    talk.log.slice(from - 1, endedBy ?? undefined).map(({ seat, kind }) => `${seat} ${kind}`);

  test(
    "[D9, D10, D12] has ended only when all whom it asks were heard, or have passed the floor",
    LONG,
    () => {
      always((talk) => {
        for (const begun of talk.state.steps) {
          const { progress, endedBy } = begun;
          if (progress.kind !== "dialogue" || begun.skipped || talk.roster.partners.length < 2) continue;
          const { once, only, summary, validate, empathise } = progress.step;
          const asked = only ? [talk.roster.roles[only]] : PARTNERS;
          const word = once ? "pass-floor" : "heard";
          const moves = movesOf(talk, begun);
          const allHave = asked.every((partner) => moves.includes(`${partner} ${word}`));
          const hasWayOut = summary || validate || empathise;
          // Whoever is on the way out has said the word already, and may still say it all anew (D5).
          if (endedBy === null && hasWayOut) continue;
          expect(endedBy !== null).toBe(allHave);
        }
      });
    },
  );

  test(
    "[D2, D3, D4] only one of the two may go on at a time, unless something may be said anew",
    LONG,
    () => {
      always((talk) => {
        const current = talk.state.steps.at(-1)?.progress;
        if (talk.state.complete || current?.kind !== "dialogue") return;
        const open = PARTNERS.map((partner) => talk.openInStep(partner).map(({ kind }) => kind));
        if (open.every((kinds) => kinds.length > 0)) expect(open.flat().sort()).toEqual(["reflect", "say"]);
        else expect(open.flat()).not.toEqual([]);
      });
    },
  );

  test(
    "[D4, D6] nobody is heard, and nobody first passes the floor, without a yes of their own",
    LONG,
    () => {
      always((_, attempts) => {
        const said = new Set<string>();
        for (const { seat, move, refusal, before, after } of attempts) {
          if (refusal) continue;
          if (move.kind === "check" && move.verdict === "yes") said.add(seat);
          if (move.kind === "heard" || move.kind === "pass-floor") expect(said).toContain(seat);
          if (after.steps.length > before.steps.length) said.clear();
        }
      });
    },
  );
});
