import { describe, expect, test } from "vitest";
import { OUTCOMES, type Outcome } from "../agreements";
import { DUE, pairGuide, reading, reviewing, settling } from "../testing/guides";
import { offersOf } from "../testing/offers-of";
import { type Play, play, playWithDue, playWithTherapist } from "../testing/play";

const [FIRST, SECOND] = ["0190b5a8-0000-7000-8000-000000000001", "0190b5a8-0000-7000-8000-000000000002"];
const ENOUGH = { kind: "enough" } as const;
const accept = (answers: number) => ({ kind: "accept", answers }) as const;
const decline = (answers: number) => ({ kind: "decline", answers }) as const;

/** What should become of the commitment that is due. */
const about = (outcome: Outcome, amends?: number) =>
  ({
    kind: "propose",
    sort: "commitment",
    reviews: FIRST,
    outcome,
    ...(amends !== undefined && { amends }),
  }) as const;
/** What should become of the boundary that is due. */
const aboutBoundary = (outcome: Outcome) =>
  ({ kind: "propose", sort: "boundary", reviews: SECOND, outcome }) as const;

const guide = pairGuide(reviewing(), reading());
const review = () => playWithDue(guide);
const decided = (talk: Play) => offersOf(talk).settled.map(({ reviews, outcome }) => [reviews, outcome]);

describe("what is due", () => {
  test("[E1] is what was there when the conversation started, in its order", () => {
    expect(DUE.map(({ id }) => id)).toEqual([FIRST, SECOND]);
    expect(review().state.steps[0]?.progress).toMatchObject({ kind: "review", due: DUE });
  });

  test("[E1] stays so in every review of the conversation, whatever was decided or settled since", () => {
    const talk = playWithDue(pairGuide(reviewing(), settling(), reviewing({ id: "again" })));
    talk.a(about("end"));
    talk.b(accept(1));
    talk.a(ENOUGH);
    talk.b(ENOUGH);
    talk.a({ kind: "propose", sort: "commitment" });
    talk.b(accept(5));
    talk.a(ENOUGH);
    talk.b(ENOUGH);
    expect(talk.step).toBe("again");
    expect(talk.state.steps.at(-1)?.progress).toMatchObject({ due: DUE, offers: { settled: [] } });
  });

  test("[E1, G9] where nothing is due there is nothing to do", () => {
    expect(play(guide).step).toBe("reading");
    expect(playWithDue(guide, []).step).toBe("reading");
  });
});

describe("proposing what becomes of one", () => {
  test("[E2] either partner may propose to keep, change or end each of them", () => {
    const talk = review();
    for (const seat of ["a", "b"] as const)
      expect(talk.openInStep(seat)).toEqual([
        ...OUTCOMES.map((outcome) => about(outcome)),
        ...OUTCOMES.map(aboutBoundary),
        ENOUGH,
      ]);
  });

  test("[E2] another agreement, another sort, or none at all is not open", () => {
    const talk = review();
    const notOpen = { kind: "not-open" };
    expect(talk.refusal("a", { ...about("keep"), reviews: "somebody-else’s" })).toEqual(notOpen);
    expect(talk.refusal("a", { ...about("keep"), sort: "boundary" })).toEqual(notOpen);
    expect(talk.refusal("a", { kind: "propose", sort: "commitment" })).toEqual(notOpen);
    expect(talk.refusal("a", { kind: "propose", sort: "commitment", reviews: FIRST })).toEqual(notOpen);
  });

  test("[E2] the other may accept or decline it, the author withdraw, and either amend", () => {
    const talk = review();
    talk.a(about("keep"));
    const amendments = OUTCOMES.map((outcome) => about(outcome, 1));
    const others = OUTCOMES.map(aboutBoundary);
    expect(talk.openInStep("b")).toEqual([...amendments, ...others, accept(1), decline(1)]);
    expect(talk.openInStep("a")).toEqual([...amendments, ...others, { kind: "withdraw", answers: 1 }]);
  });

  test("[E2, S2] nobody accepts their own", () => {
    const talk = review();
    talk.a(about("end"));
    expect(talk.refusal("a", accept(1))).toEqual({ kind: "not-your-turn" });
  });

  test("[E2] one proposal at a time: another takes its place only by name, and is stale otherwise", () => {
    const talk = review();
    talk.a(about("keep"));
    expect(talk.refusal("b", about("keep"))).toEqual({ kind: "stale", current: 1 });
    expect(talk.refusal("b", about("end"))).toEqual({ kind: "stale", current: 1 });
    const instead = talk.b(about("end", 1));
    expect(offersOf(talk).current).toEqual([
      { seq: instead, by: "b", of: "b", sort: "commitment", reviews: FIRST, outcome: "end" },
    ]);
    expect(talk.refusal("a", about("change", 1))).toEqual({ kind: "stale", current: instead });
    expect(talk.refusal("b", about("end"))).toEqual({ kind: "stale", current: instead });
  });

  test.each(OUTCOMES)("[E2] it speaks for whose agreement it is, whoever would %s it", (outcome) => {
    for (const seat of ["a", "b"] as const) {
      const talk = review();
      talk.take(seat, about(outcome));
      talk.take(seat, aboutBoundary(outcome));
      expect(offersOf(talk).current).toMatchObject([
        { reviews: FIRST, by: seat, of: "b" },
        { reviews: SECOND, by: seat, of: "a" },
      ]);
    }
  });

  test("[E2, S2] so does what takes its place, whoever sends it", () => {
    const talk = review();
    talk.a(about("keep"));
    talk.a(about("change", 1));
    expect(offersOf(talk).current).toMatchObject([{ by: "a", of: "b" }]);
    talk.b(about("end", 2));
    talk.a(accept(3));
    expect(offersOf(talk).settled).toMatchObject([{ by: "b", of: "b", outcome: "end" }]);
  });

  test("[E2] each agreement has its own: one does not wait for the other, nor amends it", () => {
    const talk = review();
    talk.a(about("keep"));
    talk.b(aboutBoundary("change"));
    expect(offersOf(talk).current.map(({ reviews }) => reviews)).toEqual([FIRST, SECOND]);
    expect(talk.refusal("a", { ...aboutBoundary("end"), amends: 1 })).toEqual({ kind: "stale", current: 2 });
  });

  test("[E2, S7] an amended one accepted in its old form is stale, with the number of the new one", () => {
    const talk = review();
    talk.a(about("keep"));
    talk.a(about("end", 1));
    expect(talk.refusal("b", accept(1))).toEqual({ kind: "stale", current: 2 });
  });

  test("[E2] after one was declined another may be proposed, which amends nothing", () => {
    const talk = review();
    talk.a(about("end"));
    talk.b(decline(1));
    expect(talk.refusal("a", about("end", 1))).toEqual({ kind: "stale", current: null });
    expect(talk.refusal("b", about("keep"))).toBeNull();
  });
});

describe("deciding", () => {
  test.each(OUTCOMES)("[E3] what the other accepts is what becomes of it: %s", (outcome) => {
    const talk = review();
    talk.a(about(outcome));
    expect(decided(talk)).toEqual([]);
    talk.b(accept(1));
    expect(decided(talk)).toEqual([[FIRST, outcome]]);
  });

  test("[E3] it is not proposed about again", () => {
    const talk = review();
    talk.a(about("keep"));
    talk.b(accept(1));
    expect(talk.openInStep("a")).toEqual([...OUTCOMES.map(aboutBoundary), ENOUGH]);
    expect(talk.refusal("b", about("end"))).toEqual({ kind: "not-open" });
    expect(talk.refusal("b", about("end", 1))).toEqual({ kind: "stale", current: null });
  });

  test("[E4] the step ends when each has been decided", () => {
    const talk = review();
    talk.a(about("keep"));
    talk.a(aboutBoundary("end"));
    talk.b(accept(2));
    expect(talk.step).toBe("reviewing");
    talk.b(accept(1));
    expect(talk.step).toBe("reading");
  });

  test("[E4] or when both have said enough: what was not decided stays as it is", () => {
    const talk = review();
    talk.a(about("keep"));
    talk.b(accept(1));
    talk.a(ENOUGH);
    talk.b(ENOUGH);
    expect(talk.step).toBe("reading");
    expect(decided(talk)).toEqual([[FIRST, "keep"]]);
  });

  test("[E4, S6] not over a proposal that waits, and a new one takes back what was said", () => {
    const talk = review();
    talk.a(ENOUGH);
    talk.b(about("end"));
    expect(talk.refusal("a", ENOUGH)).toEqual({ kind: "not-open" });
    talk.a(decline(2));
    expect(offersOf(talk).enough).toEqual([]);
    talk.b(ENOUGH);
    expect(talk.step).toBe("reviewing");
    talk.a(ENOUGH);
    expect(talk.step).toBe("reading");
  });

  test("[E4, H4] a therapist may end it: what waited lapses and decides nothing", () => {
    const talk = playWithTherapist(guide, DUE);
    talk.a(about("end"));
    talk.t({ kind: "skip-step" });
    expect(decided(talk)).toEqual([]);
    expect(talk.refusal("b", accept(1))).toEqual({ kind: "not-open" });
  });
});
