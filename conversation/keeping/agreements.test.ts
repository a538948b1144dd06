import { describe, expect, test } from "vitest";
import { AGREEMENT_WORDS, KeepingPlay, TODAY } from "../testing/keeping-play";
import { SKIPPED, SKIPPING } from "../testing/utc-calendar";
import type { Keeping } from "./keepings";

const stale = (current: number | null = null) => ({ kind: "stale", current });
const NOT_OPEN = { kind: "not-open" };
const NOT_YOURS = { kind: "not-your-turn" };

function withOffer() {
  const play = new KeepingPlay();
  const offer = play.take("a", { kind: "offer", sort: "commitment", words: AGREEMENT_WORDS.commitment });
  return { play, offer };
}

function withProposal(change: "keep" | "change" | "end" = "change") {
  const play = new KeepingPlay();
  const agreement = play.holds("commitment");
  const proposal = play.take("a", {
    kind: "propose",
    agreement,
    version: 1,
    change,
    ...(change === "change" && { words: AGREEMENT_WORDS.commitment }),
  });
  return { play, agreement, proposal };
}

describe("offering something new", () => {
  test.each(["boundary", "commitment", "milestone", "plan"] as const)("[B2] a %s, by either", (sort) => {
    const play = new KeepingPlay();
    expect(play.refusal("a", { kind: "offer", sort })).toBeNull();
    expect(play.refusal("b", { kind: "offer", sort })).toBeNull();
  });

  test("[B2] a repair is offered in a conversation", () => {
    expect(new KeepingPlay().refusal("a", { kind: "offer", sort: "repair-offer" })).toEqual(NOT_OPEN);
  });

  test("[B2] in the place of one that waits, by either, of the same sort", () => {
    const { play, offer } = withOffer();
    expect(play.refusal("b", { kind: "offer", sort: "plan", amends: offer })).toEqual(NOT_OPEN);
    const second = play.take("b", { kind: "offer", sort: "commitment", amends: offer });
    const third = play.take("a", { kind: "offer", sort: "commitment", amends: second });
    expect(play.register.open.map(({ seq }) => seq)).toEqual([third]);
  });

  test("[B2] it speaks for whoever first offered it", () => {
    const { play, offer } = withOffer();
    play.take("b", { kind: "offer", sort: "commitment", amends: offer, words: AGREEMENT_WORDS.commitment });
    play.take("a", { kind: "accept", answers: 2 });
    expect([...play.agreements.values()]).toMatchObject([{ sort: "commitment", of: "a", version: 1 }]);
  });
});

describe("what is about an agreement", () => {
  test("[B3] names one that there is and that holds", () => {
    const play = new KeepingPlay();
    const id = play.holds("boundary");
    const about = (agreement: string): Keeping => ({ kind: "propose", agreement, version: 1, change: "end" });
    expect(play.refusal("a", about(id))).toBeNull();
    expect(play.refusal("a", about("another couple’s"))).toEqual(stale());
    play.becomes(id, { hasEnded: true });
    expect(play.refusal("a", about(id))).toEqual(stale());
  });

  test.each([{ kind: "propose", change: "keep" }, { kind: "crossed" }] as const)(
    "[B3] and the wording that was on the screen: $kind",
    (one) => {
      const play = new KeepingPlay();
      const agreement = play.holds("boundary");
      play.becomes(agreement, { version: 2 });
      expect(play.refusal("a", { ...one, agreement, version: 1 })).toEqual(stale());
      expect(play.refusal("a", { ...one, agreement, version: 2 })).toBeNull();
    },
  );
});

describe("proposing what should become of one", () => {
  test.each(["keep", "change", "end"] as const)("[B4] to %s it, by either", (change) => {
    const play = new KeepingPlay();
    const agreement = play.holds("boundary");
    expect(play.refusal("a", { kind: "propose", agreement, version: 1, change })).toBeNull();
    expect(play.refusal("b", { kind: "propose", agreement, version: 1, change })).toBeNull();
  });

  test("[B4] one at a time: a second one names the first, or is stale and says which it is", () => {
    const { play, agreement, proposal } = withProposal();
    const other = { kind: "propose", agreement, version: 1, change: "end" } as const;
    expect(play.refusal("b", other)).toEqual(stale(proposal));
    expect(play.refusal("b", { ...other, amends: proposal + 1 })).toEqual(stale(proposal));
    expect(play.refusal("b", { ...other, amends: proposal })).toBeNull();
  });

  test("[B4] of two amendments at once the second is stale, with the number of the first", () => {
    const { play, agreement, proposal } = withProposal();
    const amendment = { kind: "propose", agreement, version: 1, change: "change", amends: proposal } as const;
    const first = play.take("b", amendment);
    expect(play.refusal("a", amendment)).toEqual(stale(first));
  });

  test("[B4] where none waits, naming one is stale", () => {
    const play = new KeepingPlay();
    const agreement = play.holds("boundary");
    expect(play.refusal("a", { kind: "propose", agreement, version: 1, change: "end", amends: 7 })).toEqual(
      stale(),
    );
  });
});

describe("answering", () => {
  test("[B5] the other says yes or no, never the author", () => {
    const { play, offer: answers } = withOffer();
    expect(play.refusal("a", { kind: "accept", answers })).toEqual(NOT_YOURS);
    expect(play.refusal("a", { kind: "decline", answers })).toEqual(NOT_YOURS);
    expect(play.refusal("b", { kind: "accept", answers })).toBeNull();
    expect(play.refusal("b", { kind: "decline", answers })).toBeNull();
  });

  test("[B5] its author takes it back, never the other", () => {
    const { play, offer: answers } = withOffer();
    expect(play.refusal("b", { kind: "withdraw", answers })).toEqual(NOT_YOURS);
    play.take("a", { kind: "withdraw", answers });
    expect(play.refusal("b", { kind: "accept", answers })).toEqual(stale());
  });

  test("[B5] what was amended is stale, with what stands in its place, however often", () => {
    const { play, offer } = withOffer();
    const second = play.take("b", { kind: "offer", sort: "commitment", amends: offer });
    expect(play.refusal("b", { kind: "accept", answers: offer })).toEqual(stale(second));
    const third = play.take("a", { kind: "offer", sort: "commitment", amends: second });
    expect(play.refusal("b", { kind: "accept", answers: offer })).toEqual(stale(third));
    play.take("b", { kind: "decline", answers: third });
    expect(play.refusal("b", { kind: "accept", answers: offer })).toEqual(stale());
  });

  test("[B5] a change that was accepted is the wording that holds", () => {
    const { play, agreement, proposal } = withProposal();
    play.take("b", { kind: "accept", answers: proposal });
    expect(play.agreements.get(agreement)?.version).toBe(2);
    expect(play.register.open).toEqual([]);
  });

  test.each([{ version: 2 }, { hasEnded: true }])(
    "[B6] what it is about has become %o elsewhere: no yes to it any more",
    (change) => {
      const { play, agreement, proposal: answers } = withProposal();
      play.becomes(agreement, change);
      expect(play.refusal("b", { kind: "accept", answers })).toEqual(stale());
      expect(play.refusal("b", { kind: "decline", answers })).toBeNull();
      expect(play.refusal("a", { kind: "withdraw", answers })).toBeNull();
    },
  );

  test("[B6] and a new proposal takes its place", () => {
    const { play, agreement, proposal } = withProposal();
    play.becomes(agreement, { version: 2 });
    const next = { kind: "propose", agreement, version: 2, change: "keep" } as const;
    expect(play.refusal("b", { ...next, amends: proposal })).toBeNull();
    const instead = play.take("b", next);
    expect(play.register.open.map(({ seq }) => seq)).toEqual([instead]);
    expect(play.refusal("b", { kind: "decline", answers: proposal })).toEqual(stale(instead));
  });

  test.each(["keep", "change", "end", "pause"] as const)(
    "[B13] to %s one whose words cannot be opened: only an end can be meant",
    (change) => {
      const play = new KeepingPlay();
      const agreement = play.holds("commitment");
      play.becomes(agreement, { terms: null });
      const days = change === "pause" ? { from: TODAY, until: TODAY } : {};
      const one = { kind: "propose", agreement, version: 1, change, ...days } as const;
      expect(play.refusal("a", one)).toEqual(change === "end" ? null : NOT_OPEN);
      expect(play.refusal("b", { kind: "end", agreement })).toBeNull();
    },
  );

  test("[B13] what waited before they could not be opened is declined and withdrawn", () => {
    const { play, agreement, proposal: answers } = withProposal();
    play.becomes(agreement, { terms: null });
    expect(play.refusal("b", { kind: "decline", answers })).toBeNull();
    expect(play.refusal("a", { kind: "withdraw", answers })).toBeNull();
  });
});

describe("ending one alone", () => {
  test.each(["boundary", "commitment", "milestone", "plan"] as const)(
    "[B7] a %s, by either, at once",
    (sort) => {
      for (const seat of ["a", "b"] as const) {
        const play = new KeepingPlay();
        const agreement = play.holds(sort, { of: "a" });
        play.take(seat, { kind: "end", agreement });
        expect(play.agreements.get(agreement)?.hasEnded).toBe(true);
        expect(play.refusal("a", { kind: "end", agreement })).toEqual(stale());
      }
    },
  );

  test("[B7] whatever its wording, and what was proposed about it goes with it", () => {
    const { play, agreement, proposal } = withProposal();
    play.becomes(agreement, { version: 5 });
    play.take("b", { kind: "end", agreement });
    expect(play.register.open).toEqual([]);
    expect(play.refusal("b", { kind: "accept", answers: proposal })).toEqual(stale());
  });
});

describe("a pause", () => {
  const badDate = (field: string, why: string) => ({ kind: "bad-date", field, why });
  const pausing = (from?: string, until?: string, words?: { repeat: string }) => {
    const play = new KeepingPlay();
    const agreement = play.holds("commitment", words && { words });
    const pause = { kind: "propose", agreement, version: 1, change: "pause" } as const;
    return {
      play,
      pause: { ...pause, ...(from !== undefined && { from }), ...(until !== undefined && { until }) },
    };
  };

  test("[B8] has a first day and a last, which may be the same, and may have begun", () => {
    for (const [from, until] of [
      ["2027-03-05", "2027-03-12"],
      ["2027-03-01", "2027-03-01"],
      ["2027-02-01", "2027-03-01"],
    ]) {
      const { play, pause } = pausing(from, until);
      expect(play.refusal("a", pause)).toBeNull();
    }
  });

  test.each([
    [undefined, "2027-03-12", "from", "no-such-day"],
    ["2027-03-05", undefined, "until", "no-such-day"],
    ["2027-02-30", "2027-03-12", "from", "no-such-day"],
    ["2027-03-05", "2027-03-04", "until", "before-start"],
    ["2027-02-01", "2027-02-28", "until", "past"],
    ["2027-03-05", "2028-04-05", "until", "too-far"],
    ["2037-03-02", "2037-03-03", "from", "too-far"],
  ])("[B8] from %s until %s is none", (from, until, field, why) => {
    const { play, pause } = pausing(from, until);
    expect(play.refusal("a", pause)).toEqual(badDate(field, why));
  });

  test("[B8] by the calendar of the commitment", () => {
    const { play, pause } = pausing(SKIPPED, "2027-04-09", {
      repeat: `daily 2027-01-01/2027-12-31 ${SKIPPING}`,
    });
    expect(play.refusal("a", pause)).toEqual(badDate("from", "no-such-day"));
  });

  test("[B8] holds from when both have said yes", () => {
    const { play, pause } = pausing("2027-03-01", "2027-03-05");
    const answers = play.take("a", pause);
    expect(play.register.pauses).toEqual([]);
    play.take("b", { kind: "accept", answers });
    expect(play.register.pauses).toMatchObject([{ from: "2027-03-01", until: "2027-03-05" }]);
  });

  test("[B4] is of a commitment, and nothing else has days", () => {
    const play = new KeepingPlay();
    const days = { from: "2027-03-05", until: "2027-03-12" };
    const boundary = play.holds("boundary");
    const one = { kind: "propose", agreement: boundary, version: 1 } as const;
    expect(play.refusal("a", { ...one, change: "pause", ...days })).toEqual(NOT_OPEN);
    expect(play.refusal("a", { ...one, change: "keep", ...days })).toEqual(NOT_OPEN);
  });
});

describe("a boundary that was crossed", () => {
  const crossing = () => {
    const play = new KeepingPlay();
    const agreement = play.holds("boundary");
    const crossed = { kind: "crossed", agreement, version: 1 } as const;
    return { play, crossed };
  };

  test("[B9] is recorded by either, as often as it was", () => {
    const { play, crossed } = crossing();
    play.take("a", crossed);
    play.take("b", crossed);
    play.take("a", crossed);
    expect(play.register.crossings.map(({ by }) => by)).toEqual(["a", "b", "a"]);
  });

  test("[B9] is answered by the other alone, and the latest answer holds", () => {
    const { play, crossed } = crossing();
    const answers = play.take("a", crossed);
    expect(play.refusal("a", { kind: "see", answers, sight: "seen" })).toEqual(NOT_YOURS);
    expect(play.refusal("b", { kind: "see", answers: 9, sight: "seen" })).toEqual(stale());
    play.take("b", { kind: "see", answers, sight: "seen" });
    play.take("b", { kind: "see", answers, sight: "differently" });
    expect(play.register.crossings[0]?.sight?.sight).toBe("differently");
  });

  test("[B9] nothing else can be", () => {
    const play = new KeepingPlay();
    const agreement = play.holds("commitment");
    expect(play.refusal("a", { kind: "crossed", agreement, version: 1 })).toEqual(NOT_OPEN);
  });

  test("[B9] and nothing follows from it: the boundary holds as it did", () => {
    const { play, crossed } = crossing();
    const before = play.agreements.get(crossed.agreement);
    play.take("a", crossed);
    expect(play.agreements.get(crossed.agreement)).toEqual(before);
  });
});

test("[B1] once one has left, nothing is taken any more", () => {
  const { play, agreement, proposal } = withProposal();
  play.hasBeenLeft = true;
  const all: readonly Keeping[] = [
    { kind: "offer", sort: "plan" },
    { kind: "accept", answers: proposal },
    { kind: "end", agreement },
    { kind: "appreciate" },
    { kind: "letter" },
  ];
  for (const keeping of all) expect(play.refusal("b", keeping)).toEqual({ kind: "left" });
});
