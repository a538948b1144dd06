import { describe, expect, test } from "vitest";
import { begin, evolve, replay } from "./evolve";
import type { MoveKind, Recorded } from "./moves";
import { EVERY_KIND, structureOf } from "./testing/any-move";
import { pairGuide, reading, settling, talking, writing } from "./testing/guides";
import { bothAcknowledge, play, sayReflectCheck } from "./testing/play";

const guide = pairGuide(reading(), talking(), writing());
const AT = "2026-03-01T19:00:00.000Z";

describe("the beginning", () => {
  test("[G1] the first step is current before the first move, and the conversation is running", () => {
    const talk = play(guide);
    expect(talk.step).toBe("reading");
    expect(talk.status).toBe("running");
    expect(talk.state.head).toBe(0);
  });

  test("[G2] a guide without steps is complete at once instead of failing", () => {
    expect(begin(pairGuide(), { partners: ["a", "b"], therapist: false, roles: {} }).complete).toBe(true);
  });

  test("[G2] a roster that does not fit the guide fails nobody: a role without a holder has no writer", () => {
    const odd = pairGuide(writing({ who: { role: "nobody" } }), talking({ first: "nobody" }));
    const state = begin(odd, { partners: ["a"], therapist: false, roles: {} });
    expect(state.steps[0]?.progress).toMatchObject({ writers: [] });
  });
});

describe("numbers", () => {
  test("[G2] the head is the number of the last move", () => {
    const talk = play(guide);
    talk.a({ kind: "acknowledge" });
    expect(talk.state.head).toBe(1);
    talk.a({ kind: "repair", family: "sorry" });
    expect(talk.state.head).toBe(2);
  });

  test("[G1, G2] each step begins with the number after the one that ended the step before", () => {
    const talk = play(pairGuide(reading({ id: "one" }), reading({ id: "two" }), reading({ id: "three" })));
    bothAcknowledge(talk);
    talk.a({ kind: "repair", family: "sorry" });
    bothAcknowledge(talk);
    expect(talk.state.steps.map(({ from, endedBy }) => ({ from, endedBy }))).toEqual([
      { from: 1, endedBy: 2 },
      { from: 3, endedBy: 5 },
      { from: 6, endedBy: null },
    ]);
  });

  test("[G2] replaying the log gives the state that taking the moves one by one gave", () => {
    const talk = play(guide);
    bothAcknowledge(talk);
    sayReflectCheck(talk, "a", "partly");
    talk.b({ kind: "stop" });
    expect(replay(guide, talk.roster, talk.log)).toEqual(talk.state);
  });

  test("[G2] what is in the log is not changed by going on", () => {
    const talk = play(guide);
    talk.a({ kind: "acknowledge" });
    const [first] = structuredClone(talk.log);
    talk.b({ kind: "acknowledge" });
    sayReflectCheck(talk, "a");
    expect(talk.log[0]).toEqual(first);
  });
});

describe("moves that would never have been accepted", () => {
  test.each(EVERY_KIND)("[G2] evolve takes %s from any seat in any step", (kind) => {
    const talk = play(guide);
    const states = [talk.state];
    bothAcknowledge(talk);
    states.push(talk.state);
    sayReflectCheck(talk, "a");
    states.push(talk.state);
    for (const state of states)
      for (const seat of ["a", "b", "t"] as const) {
        const move: Recorded = { ...structureOf(kind, { answers: 77 }), seq: 9, seat, at: AT };
        expect(evolve(guide, state, move).head).toBe(9);
      }
  });

  test("[G2] a move of another step changes nothing but the head", () => {
    const talk = play(guide);
    const after = evolve(guide, talk.state, { kind: "say", seq: 1, seat: "a", at: AT });
    expect(after).toEqual({ ...talk.state, head: 1 });
  });

  const OF_THERAPIST: readonly MoveKind[] = ["hold", "resume", "hand-floor", "skip-step", "caucus"];

  test.each(EVERY_KIND.filter((kind) => !OF_THERAPIST.includes(kind)))(
    "[G2, G6] %s by the therapist changes nothing but the head",
    (kind) => {
      const talk = play(guide);
      bothAcknowledge(talk);
      talk.a({ kind: "repair", family: "sorry" });
      const move: Recorded = { ...structureOf(kind, { answers: 3 }), seq: 4, seat: "t", at: AT };
      expect(evolve(guide, talk.state, move)).toEqual({ ...talk.state, head: 4 });
    },
  );

  test.each(OF_THERAPIST)("[G2, G6] %s by a partner changes nothing but the head", (kind) => {
    const talk = play(guide);
    bothAcknowledge(talk);
    const move: Recorded = { ...structureOf(kind, { partner: "b" }), seq: 3, seat: "a", at: AT };
    expect(evolve(guide, talk.state, move)).toEqual({ ...talk.state, head: 3 });
  });

  test("[G2] amendments that name one another in a circle stop nobody who asks what took a place", () => {
    const talk = play(pairGuide(settling()));
    talk.record("a", { kind: "propose", sort: "commitment", amends: 2 });
    talk.record("b", { kind: "propose", sort: "commitment", amends: 1 });
    talk.record("a", { kind: "propose", sort: "commitment", amends: 3 });
    expect(talk.refusal("b", { kind: "accept", answers: 9 })).toEqual({ kind: "stale", current: null });
    expect(talk.refusal("b", { kind: "withdraw", answers: 1 })).toEqual({ kind: "stale", current: 2 });
  });

  test.each(EVERY_KIND)(
    "[G2, G7] %s after the end changes nothing of the steps and does not undo the end",
    (kind) => {
      const talk = play(pairGuide(reading(), writing()));
      bothAcknowledge(talk);
      talk.a({ kind: "write", ready: true });
      talk.b({ kind: "write", ready: true });
      const { steps } = talk.state;
      talk.record("a", structureOf(kind));
      expect(talk.status).toBe("complete");
      expect(talk.state.steps).toEqual(steps);
    },
  );
});
