import { describe, expect, test } from "vitest";
import { checkGuide } from "./check-guide";
import type { Guide, Step } from "./guide";
import { GUIDES } from "./guides/catalogue";
import { rosterFor } from "./roster-for";
import { EVERY_KIND, structureOf } from "./testing/any-move";
import {
  account,
  DUE,
  marking,
  pairGuide,
  reading,
  reviewing,
  settling,
  soloGuide,
  talking,
  writing,
} from "./testing/guides";
import { HOUR, Play, playAlone } from "./testing/play";
import { stuckIn } from "./willing-walk";

const WRITE = { kind: "write", ready: true } as const;

/** A guide for two, of which some can be gone through alone. */
const guide: Guide = {
  ...pairGuide(
    reading(),
    talking(),
    writing({ seen: "self" }),
    account(),
    marking(),
    settling(),
    reviewing(),
    writing({ id: "last", seen: "together" }),
  ),
  alone: true,
};

describe("alone in a guide for two", () => {
  const TAKE_TWO: readonly (readonly [string, Step])[] = [
    ["dialogue", talking()],
    ["dialogue held once", talking({ once: true })],
    ["dialogue in which one role speaks", talking({ only: "first" })],
    ["settling", settling()],
    ["review", reviewing()],
  ];

  test.each(TAKE_TWO)("[G9] a %s ends as it begins", (_, step) => {
    const roster = { ...rosterFor(guide, "first", { alone: true }), due: DUE };
    const talk = new Play(pairGuide(step, reading()), roster);
    expect(talk.step).toBe("reading");
  });

  test.each(["first", "second"])("[G9] so does a marking, whichever role the one has: %s", (role) => {
    const talk = playAlone(pairGuide(account(), marking(), reading()), role);
    if (role === "second") talk.a(WRITE);
    expect(talk.step).toBe("reading");
    expect(talk.open("a").map(({ kind }) => kind)).not.toContain("mark");
  });

  test("[G9, W1] a writing by the other role is left out, and one's own is not", () => {
    const steps = [account(), reading()];
    expect(playAlone(pairGuide(...steps), "first").step).toBe("reading");
    expect(playAlone(pairGuide(...steps), "second").step).toBe("account");
  });

  test("[G9, G1] what is left is gone through in its order, to the end", () => {
    const talk = playAlone(guide);
    const steps = [talk.step];
    talk.a({ kind: "acknowledge" });
    steps.push(talk.step);
    talk.a(WRITE);
    steps.push(talk.step);
    talk.a(WRITE);
    expect(steps).toEqual(["reading", "writing", "last"]);
    expect(talk.status).toBe("complete");
  });

  test("[G6] there is no second seat: nothing is open to it, and it learns nothing", () => {
    const talk = playAlone(guide);
    expect(talk.open("b")).toEqual([]);
    for (const kind of EVERY_KIND)
      expect(talk.refusal("b", structureOf(kind))).toEqual({ kind: "not-a-member" });
  });

  test("[R3, T1, F1] a break and a stop are there, a repair is not", () => {
    const talk = playAlone(guide);
    expect(talk.open("a").map(({ kind }) => kind)).toEqual(["acknowledge", "time-out", "stop"]);
    talk.a({ kind: "time-out", returnAt: talk.in(HOUR) });
    talk.later(HOUR);
    talk.a({ kind: "return" });
    expect(talk.step).toBe("reading");
  });

  test.each(["self", "therapist", "together", "at-once"] as const)(
    "[W4] what is written for %s is read by the one who wrote it",
    (seen) => {
      const talk = playAlone(pairGuide(writing({ seen }), reading()));
      talk.a({ ...WRITE, words: { story: "To myself." } });
      expect(talk.view("a").entries).toMatchObject([{ words: { story: "To myself." } }]);
    },
  );

  test("[W4, V6] what was written alone is in no other conversation: beginning as two begins anew", () => {
    const alone = playAlone(guide);
    alone.a({ kind: "acknowledge" });
    alone.a({ ...WRITE, words: { story: "To myself." } });
    const joint = new Play(guide, rosterFor(guide));
    expect(joint.state.head).toBe(0);
    expect(joint.view("b")).toEqual({ head: 0, entries: [], revealed: [] });
  });
});

describe("coming to the end alone", () => {
  test.each(["first", "second"])("[K2] as %s", (role) => {
    expect(stuckIn(guide, rosterFor(guide, role, { alone: true }))).toBeNull();
  });

  test("[K2, K4] a guide that may be begun alone is walked alone as well", () => {
    expect(checkGuide(guide)).toEqual([]);
  });

  test("[K2] in a guide for one, whatever it is made of", () => {
    const solo = soloGuide(reading(), writing({ seen: "self" }));
    expect(stuckIn(solo, rosterFor(solo))).toBeNull();
  });

  test.each(GUIDES.filter(({ alone }) => alone))(
    "[K2] $id has something to do alone, and ends",
    (shipped) => {
      for (const { id } of shipped.roles) {
        const roster = rosterFor(shipped, id, { alone: true });
        expect(stuckIn(shipped, roster)).toBeNull();
        expect(new Play(shipped, roster).status).toBe("running");
      }
    },
  );
});
