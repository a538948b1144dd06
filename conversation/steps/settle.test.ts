import { describe, expect, test } from "vitest";
import { PROPOSAL_SORTS } from "../agreements";
import { pairGuide, reading, settling } from "../testing/guides";
import { offersOf } from "../testing/offers-of";
import { bothAcknowledge, HOUR, type Play, play, playWithTherapist } from "../testing/play";

const ENOUGH = { kind: "enough" } as const;
const propose = (amends?: number) =>
  ({ kind: "propose", sort: "commitment", ...(amends !== undefined && { amends }) }) as const;
const accept = (answers: number) => ({ kind: "accept", answers }) as const;
const decline = (answers: number) => ({ kind: "decline", answers }) as const;
const withdraw = (answers: number) => ({ kind: "withdraw", answers }) as const;

const table = () => play(pairGuide(settling(), reading()));
const current = (talk: Play) => offersOf(talk).current.map(({ seq }) => seq);
const settled = (talk: Play) => offersOf(talk).settled.map(({ seq }) => seq);

describe("proposing", () => {
  test("[S1] either partner may propose, whoever began", () => {
    const talk = table();
    for (const seat of ["a", "b"] as const) expect(talk.openInStep(seat)).toEqual([propose(), ENOUGH]);
    talk.a(propose());
    talk.b(propose());
    expect(offersOf(talk).current).toEqual([
      { seq: 1, by: "a", of: "a", sort: "commitment" },
      { seq: 2, by: "b", of: "b", sort: "commitment" },
    ]);
  });

  test("[S1] as often as they like, without waiting for answers", () => {
    const talk = table();
    for (const _time of [1, 2, 3]) talk.a(propose());
    expect(current(talk)).toEqual([1, 2, 3]);
  });

  test.each(PROPOSAL_SORTS)("[S1] where the step is for %s, nothing else is proposed", (sort) => {
    const talk = play(pairGuide(settling({ sort })));
    for (const other of PROPOSAL_SORTS)
      expect(talk.refusal("a", { kind: "propose", sort: other })).toEqual(
        other === sort ? null : { kind: "not-open" },
      );
  });

  test("[S1, S2] an amendment of another sort is not open", () => {
    const talk = table();
    talk.a(propose());
    expect(talk.refusal("b", { kind: "propose", sort: "plan", amends: 1 })).toEqual({ kind: "not-open" });
  });

  test("[S1] a review's answer is not open where nothing is reviewed", () => {
    const review = { reviews: "agreement", outcome: "keep" } as const;
    expect(table().refusal("a", { ...propose(), ...review })).toEqual({ kind: "not-open" });
  });
});

describe("answering", () => {
  test("[S2, S3] the other may accept or decline, the author withdraw, and either amend", () => {
    const talk = table();
    talk.a(propose());
    expect(talk.openInStep("b")).toEqual([propose(), propose(1), accept(1), decline(1)]);
    expect(talk.openInStep("a")).toEqual([propose(), propose(1), withdraw(1)]);
  });

  test("[S2] nobody accepts or declines their own proposal", () => {
    const talk = table();
    talk.a(propose());
    expect(talk.refusal("a", accept(1))).toEqual({ kind: "not-your-turn" });
    expect(talk.refusal("a", decline(1))).toEqual({ kind: "not-your-turn" });
  });

  test("[S3] nobody withdraws the other's", () => {
    const talk = table();
    talk.a(propose());
    expect(talk.refusal("b", withdraw(1))).toEqual({ kind: "not-your-turn" });
  });

  test("[S2, S4] what the other accepts is settled, with the number of the move that did it", () => {
    const talk = table();
    talk.a(propose());
    talk.b(propose());
    talk.b(accept(1));
    expect(offersOf(talk).settled).toEqual([{ seq: 1, by: "a", of: "a", sort: "commitment", accepted: 3 }]);
    expect(current(talk)).toEqual([2]);
  });

  test("[S2] what is declined is no longer current, and may be proposed again", () => {
    const talk = table();
    talk.a(propose());
    talk.b(decline(1));
    expect(current(talk)).toEqual([]);
    expect(settled(talk)).toEqual([]);
    expect(talk.refusal("a", propose())).toBeNull();
  });

  test("[S3] what is withdrawn is no longer current", () => {
    const talk = table();
    talk.a(propose());
    talk.a(withdraw(1));
    expect(current(talk)).toEqual([]);
    expect(talk.refusal("b", accept(1))).toEqual({ kind: "stale", current: null });
  });

  test.each([
    ["accepted", accept(1)],
    ["declined", decline(1)],
  ])("[S4, S7] what was %s is not answered, amended or withdrawn any more", (_, answer) => {
    const talk = table();
    talk.a(propose());
    talk.b(answer);
    const stale = { kind: "stale", current: null };
    for (const again of [accept(1), decline(1), propose(1)]) expect(talk.refusal("b", again)).toEqual(stale);
    for (const again of [withdraw(1), propose(1)]) expect(talk.refusal("a", again)).toEqual(stale);
  });

  test("[S2] the therapist neither proposes nor answers", () => {
    const talk = playWithTherapist(pairGuide(settling()));
    talk.a(propose());
    for (const move of [propose(), propose(1), accept(1), decline(1), withdraw(1)])
      expect(talk.refusal("t", move)).toEqual({ kind: "not-your-turn" });
    expect(talk.refusal("t", ENOUGH)).toEqual({ kind: "not-open" });
  });
});

describe("amending", () => {
  test("[S2] the other's: the new one takes its place, and is theirs to withdraw", () => {
    const talk = table();
    talk.a(propose());
    const instead = talk.b(propose(1));
    expect(offersOf(talk).current).toMatchObject([{ seq: instead, by: "b" }]);
    expect(talk.openInStep("a")).toEqual([propose(), propose(instead), accept(instead), decline(instead)]);
    expect(talk.openInStep("b")).toEqual([propose(), propose(instead), withdraw(instead)]);
  });

  test("[S2] it speaks for whoever made the first offer, whoever changed it and however often", () => {
    const talk = table();
    talk.a(propose());
    const changed = talk.b(propose(1));
    expect(offersOf(talk).current).toEqual([{ seq: changed, by: "b", of: "a", sort: "commitment" }]);
    const changedBack = talk.a(propose(changed));
    const again = talk.b(propose(changedBack));
    expect(offersOf(talk).current).toMatchObject([{ seq: again, by: "b", of: "a" }]);
    talk.a(accept(again));
    expect(offersOf(talk).settled).toMatchObject([{ seq: again, by: "b", of: "a" }]);
  });

  test("[S2] what is offered anew, beside the other's or after a no, speaks for whoever offers it", () => {
    const talk = table();
    talk.a(propose());
    talk.b(propose());
    talk.b(decline(1));
    talk.b(propose());
    expect(offersOf(talk).current).toMatchObject([
      { seq: 2, of: "b" },
      { seq: 4, of: "b" },
    ]);
  });

  test("[S2] one's own: it is the other's to answer as before", () => {
    const talk = table();
    talk.a(propose());
    const instead = talk.a(propose(1));
    expect(current(talk)).toEqual([instead]);
    expect(talk.refusal("a", accept(instead))).toEqual({ kind: "not-your-turn" });
    expect(talk.refusal("b", accept(instead))).toBeNull();
  });

  test("[S2] the others on the table stay as they are", () => {
    const talk = table();
    for (const _time of [1, 2, 3]) talk.a(propose());
    talk.b(propose(2));
    expect(current(talk)).toEqual([1, 3, 4]);
  });

  test("[S7, G4] accepted in its old form: stale, with the number of the new one", () => {
    const talk = table();
    talk.a(propose());
    const instead = talk.a(propose(1));
    expect(talk.refusal("b", accept(1))).toEqual({ kind: "stale", current: instead });
    expect(talk.refusal("b", decline(1))).toEqual({ kind: "stale", current: instead });
    expect(talk.refusal("b", propose(1))).toEqual({ kind: "stale", current: instead });
    expect(talk.refusal("a", withdraw(1))).toEqual({ kind: "stale", current: instead });
  });

  test("[S7] amended more than once: the number of the last one", () => {
    const talk = table();
    talk.a(propose());
    talk.b(propose());
    talk.a(propose(1));
    talk.a(propose(3));
    expect(talk.refusal("b", accept(1))).toEqual({ kind: "stale", current: 4 });
    expect(talk.refusal("b", accept(3))).toEqual({ kind: "stale", current: 4 });
  });

  test("[S7] nobody is pointed to one that they may not answer in this way", () => {
    const talk = table();
    talk.a(propose());
    talk.b(propose(1));
    expect(talk.refusal("b", accept(1))).toEqual({ kind: "stale", current: null });
    expect(talk.refusal("a", withdraw(1))).toEqual({ kind: "stale", current: null });
    expect(talk.refusal("a", accept(1))).toEqual({ kind: "stale", current: 2 });
  });

  test("[S7] nobody is pointed to another proposal that happens to be current", () => {
    const talk = table();
    talk.a(propose());
    talk.a(propose());
    talk.b(decline(1));
    expect(talk.refusal("b", accept(1))).toEqual({ kind: "stale", current: null });
    for (const answers of [0, -1, 99, 1.5, Number.NaN])
      expect(talk.refusal("b", accept(answers))).toEqual({ kind: "stale", current: null });
  });

  test("[S7] one whose successor was answered has nothing in its place", () => {
    const talk = table();
    talk.a(propose());
    talk.a(propose(1));
    talk.b(accept(2));
    expect(talk.refusal("b", accept(1))).toEqual({ kind: "stale", current: null });
    expect(talk.refusal("b", propose(1))).toEqual({ kind: "stale", current: null });
  });
});

describe("coming to the end", () => {
  test("[S5] the step ends when both have said that it is enough", () => {
    const talk = table();
    talk.b(ENOUGH);
    expect(talk.step).toBe("settling");
    expect(talk.refusal("b", ENOUGH)).toEqual({ kind: "not-your-turn" });
    talk.a(ENOUGH);
    expect(talk.step).toBe("reading");
  });

  test("[S5] nothing has to be settled, and what is settled ends nothing", () => {
    const talk = table();
    talk.a(propose());
    talk.b(accept(1));
    expect(talk.step).toBe("settling");
    talk.a(ENOUGH);
    talk.b(ENOUGH);
    expect(talk.step).toBe("reading");
    expect(talk.state.steps[0]?.progress).toMatchObject({ offers: { settled: [{ seq: 1, accepted: 2 }] } });
  });

  test("[S5] a new proposal takes back what either has said", () => {
    const talk = table();
    talk.a(ENOUGH);
    talk.a(propose());
    talk.b(decline(2));
    expect(offersOf(talk).enough).toEqual([]);
    talk.b(ENOUGH);
    expect(talk.step).toBe("settling");
    expect(talk.refusal("a", ENOUGH)).toBeNull();
  });

  test("[S5] the other's does so too", () => {
    const talk = table();
    talk.a(ENOUGH);
    talk.b(propose());
    expect(offersOf(talk).enough).toEqual([]);
    talk.a(accept(2));
    expect(talk.openInStep("a")).toContainEqual(ENOUGH);
  });

  test("[S6] nobody says enough over a proposal that has no answer", () => {
    const talk = table();
    talk.a(propose());
    expect(talk.refusal("a", ENOUGH)).toEqual({ kind: "not-open" });
    expect(talk.refusal("b", ENOUGH)).toEqual({ kind: "not-open" });
  });

  test.each([
    ["accepted", "b", accept(1)],
    ["declined", "b", decline(1)],
    ["withdrawn", "a", withdraw(1)],
  ] as const)("[S6] once it is %s, enough is open to both", (_, seat, answer) => {
    const talk = table();
    talk.a(propose());
    talk.take(seat, answer);
    for (const partner of ["a", "b"] as const) expect(talk.openInStep(partner)).toContainEqual(ENOUGH);
  });

  test("[S6] an amendment alone does not free the way", () => {
    const talk = table();
    talk.a(propose());
    talk.b(propose(1));
    expect(talk.refusal("a", ENOUGH)).toEqual({ kind: "not-open" });
  });

  test("[S2, G10] an answer to a step that has ended is not open", () => {
    const talk = playWithTherapist(pairGuide(settling(), reading()));
    talk.a(propose());
    talk.t({ kind: "skip-step" });
    for (const move of [accept(1), decline(1), propose(1), propose(), ENOUGH])
      expect(talk.refusal("b", move)).toEqual({ kind: "not-open" });
    expect(talk.refusal("a", withdraw(1))).toEqual({ kind: "not-open" });
  });

  test("[S2, S7] a later step's table is its own: what lay on the one before is stale there", () => {
    const talk = playWithTherapist(pairGuide(settling({ id: "one" }), settling({ id: "two" })));
    talk.a(propose());
    talk.t({ kind: "skip-step" });
    expect(current(talk)).toEqual([]);
    expect(talk.refusal("b", accept(1))).toEqual({ kind: "stale", current: null });
  });
});

test("[S2, T4, F2] what is on the table stays there over a time-out and a stop", () => {
  const talk = table();
  talk.a(propose());
  talk.b({ kind: "time-out", returnAt: talk.in(HOUR) });
  talk.later(HOUR);
  talk.b({ kind: "stop" });
  talk.a({ kind: "reopen" });
  talk.a({ kind: "return" });
  talk.b(accept(1));
  expect(settled(talk)).toEqual([1]);
});

test("[S5, G7] with the last step the conversation is complete", () => {
  const talk = play(pairGuide(reading(), settling()));
  bothAcknowledge(talk);
  talk.a(ENOUGH);
  talk.b(ENOUGH);
  expect(talk.status).toBe("complete");
});
