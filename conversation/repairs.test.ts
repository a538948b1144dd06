import { describe, expect, test } from "vitest";
import { REPAIR_FAMILIES } from "./moves";
import { pairGuide, reading, soloGuide, talking, writing } from "./testing/guides";
import { bothAcknowledge, HOUR, play } from "./testing/play";

const REPAIR = { kind: "repair", family: "calm-down" } as const;
const taken = (answers: number) => ({ kind: "answer-repair", answers, taken: true }) as const;
const dialogue = () => play(pairGuide(talking()));

describe("offering a repair", () => {
  test.each(REPAIR_FAMILIES)("[R1] either partner may offer %s", (family) => {
    const talk = dialogue();
    talk.a({ kind: "repair", family });
    talk.b({ kind: "repair", family });
    expect(talk.log).toHaveLength(2);
  });

  test("[R1] in every kind of step, and whoever has the floor", () => {
    const talk = play(pairGuide(reading(), writing(), talking()));
    for (const next of [
      () => bothAcknowledge(talk),
      () => [talk.a({ kind: "write", ready: true }), talk.b({ kind: "write", ready: true })],
      () => talk.a({ kind: "say" }),
    ]) {
      expect(talk.refusal("a", REPAIR)).toBeNull();
      expect(talk.refusal("b", REPAIR)).toBeNull();
      next();
    }
    expect(talk.refusal("a", REPAIR)).toBeNull();
    expect(talk.refusal("b", REPAIR)).toBeNull();
  });

  test("[R1] it changes nothing of the step", () => {
    const talk = dialogue();
    talk.a({ kind: "say" });
    const before = talk.state.steps;
    talk.b(REPAIR);
    talk.a(taken(2));
    expect(talk.state.steps).toEqual(before);
  });

  test("[R1] not in a time-out and not while stopped", () => {
    const talk = dialogue();
    const until = talk.in(HOUR);
    talk.a({ kind: "time-out", returnAt: until });
    expect(talk.refusal("b", REPAIR)).toEqual({ kind: "timed-out", until });
    talk.a({ kind: "stop" });
    expect(talk.refusal("b", REPAIR)).toEqual({ kind: "stopped" });
  });

  test("[R3] alone there is nobody to offer it to", () => {
    const alone = play(soloGuide(reading()));
    expect(alone.open("a").map(({ kind }) => kind)).toEqual(["acknowledge", "time-out", "stop"]);
    expect(alone.refusal("a", REPAIR)).toEqual({ kind: "not-open" });
    expect(alone.refusal("a", taken(1))).toEqual({ kind: "stale", current: null });
  });
});

describe("answering a repair", () => {
  test.each([true, false])("[R2] the other may answer it, taken: %s", (answer) => {
    const talk = dialogue();
    const offered = talk.a(REPAIR);
    expect(talk.open("b")).toContainEqual({ kind: "answer-repair", answers: offered });
    talk.b({ kind: "answer-repair", answers: offered, taken: answer });
    expect(talk.open("b")).not.toContainEqual({ kind: "answer-repair", answers: offered });
  });

  test("[R2] nobody answers their own", () => {
    const talk = dialogue();
    const offered = talk.a(REPAIR);
    expect(talk.refusal("a", taken(offered))).toEqual({ kind: "not-your-turn" });
  });

  test("[R2] nobody has to answer: everything else stays open", () => {
    const talk = dialogue();
    talk.b(REPAIR);
    expect(talk.refusal("a", { kind: "say" })).toBeNull();
  });

  test("[R2, G4] once: a second tab's answer is stale", () => {
    const talk = dialogue();
    const offered = talk.a(REPAIR);
    talk.b(taken(offered));
    expect(talk.refusal("b", taken(offered))).toEqual({ kind: "stale", current: null });
  });

  test("[R2, G4] a newer offer takes the place of one that waits", () => {
    const talk = dialogue();
    const first = talk.a(REPAIR);
    const second = talk.a({ kind: "repair", family: "sorry" });
    expect(talk.refusal("b", taken(first))).toEqual({ kind: "stale", current: second });
    expect(talk.refusal("b", taken(second))).toBeNull();
  });

  test("[R2] each partner's latest waits for itself, and answering one leaves the other", () => {
    const talk = dialogue();
    const byA = talk.a(REPAIR);
    const byB = talk.b(REPAIR);
    expect(talk.refusal("b", taken(byA))).toBeNull();
    talk.b(taken(byA));
    expect(talk.state.repairs).toEqual({ b: byB });
    talk.a(taken(byB));
    expect(talk.state.repairs).toEqual({});
  });

  test("[R2, G4] an answer to an old offer is not pointed to one's own", () => {
    const talk = dialogue();
    const byA = talk.a(REPAIR);
    talk.b(taken(byA));
    talk.b(REPAIR);
    expect(talk.refusal("b", taken(byA))).toEqual({ kind: "stale", current: null });
  });

  test("[R2, T4] an offer still waits in the next step and after a time-out", () => {
    const talk = play(pairGuide(reading(), talking()));
    const offered = talk.a(REPAIR);
    bothAcknowledge(talk);
    talk.a({ kind: "time-out", returnAt: talk.in(HOUR) });
    talk.later(HOUR);
    talk.a({ kind: "return" });
    expect(talk.refusal("b", taken(offered))).toBeNull();
  });
});
