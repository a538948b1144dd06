import { describe, expect, test } from "vitest";
import { checkGuide } from "./check-guide";
import type { Step } from "./guide";
import { MEETING_KINDS } from "./meetings";
import type { Structure } from "./moves";
import { always, LONG } from "./testing/always";
import { structureOf } from "./testing/any-move";
import {
  account,
  DUE,
  marking,
  pairGuide,
  reading,
  reviewing,
  settling,
  talking,
  writing,
} from "./testing/guides";
import { bothAcknowledge, play, playWithDue, playWithTherapist, sayReflectCheck } from "./testing/play";

const WRITE = { kind: "write", ready: true } as const;
const NOT_OPEN = { kind: "not-open" };

describe("a step that has not begun", () => {
  /** Each kind of step, with the first move one would make in it. */
  const LATER: readonly (readonly [string, Step, Structure])[] = [
    ["a writing", writing(), WRITE],
    ["a dialogue", talking(), { kind: "say" }],
    ["a settling", settling(), { kind: "propose", sort: "commitment" }],
    ["a settling", settling(), { kind: "enough" }],
    [
      "a review",
      reviewing(),
      { kind: "propose", sort: "commitment", reviews: DUE[0]?.id ?? "", outcome: "keep" },
    ],
  ];

  test.each(LATER)(
    "[G10] %s that comes later is locked to both until those before it have ended",
    (_, step, move) => {
      const talk = playWithDue(pairGuide(reading(), step));
      for (const seat of ["a", "b"] as const) expect(talk.refusal(seat, move)).toEqual(NOT_OPEN);
      talk.a({ kind: "acknowledge" });
      for (const seat of ["a", "b"] as const) expect(talk.refusal(seat, move)).toEqual(NOT_OPEN);
      talk.b({ kind: "acknowledge" });
      expect(talk.refusal("a", move)).toBeNull();
    },
  );

  test("[G10] what is to be marked is locked until it has been written, and written until it was heard", () => {
    const hear = talking({ id: "hear", only: "first" });
    const talk = play(pairGuide(hear, account({ opensAfter: "hear" }), marking({ opensAfter: "account" })));
    sayReflectCheck(talk, "a");
    expect(talk.refusal("b", WRITE)).toEqual(NOT_OPEN);
    expect(talk.refusal("a", structureOf("mark"))).toEqual(NOT_OPEN);
    talk.a({ kind: "heard" });
    expect(talk.refusal("a", structureOf("mark"))).toEqual(NOT_OPEN);
    const written = talk.b(WRITE);
    expect(talk.refusal("a", structureOf("mark", { answers: written }))).toBeNull();
  });

  test("[G10, K6] the step that is waited for is always one before, so that what waits is reached", () => {
    const guide = pairGuide(reading(), writing({ opensAfter: "reading" }));
    expect(checkGuide(guide)).toEqual([]);
    const talk = play(guide);
    expect(talk.step).toBe("reading");
    bothAcknowledge(talk);
    expect(talk.state.steps.at(-1)?.progress.step.opensAfter).toBe("reading");
    expect(talk.refusal("a", WRITE)).toBeNull();
  });

  test("[G10] a step that nothing is said to wait for is locked all the same", () => {
    expect(play(pairGuide(reading(), writing())).refusal("a", WRITE)).toEqual(NOT_OPEN);
  });

  test("[G10, H4] a therapist opens it by ending those before", () => {
    const talk = playWithTherapist(pairGuide(reading(), writing({ opensAfter: "reading" })));
    talk.t({ kind: "skip-step" });
    expect(talk.refusal("a", WRITE)).toBeNull();
  });
});

describe("a step in which there is nothing to do", () => {
  test("[G9] a review with nothing due is passed over", () => {
    const talk = play(pairGuide(reading(), reviewing(), writing()));
    bothAcknowledge(talk);
    expect(talk.step).toBe("writing");
    expect(talk.state.steps[1]).toMatchObject({ from: 3, endedBy: 2 });
  });

  test("[G9] several in a row, and the first one too", () => {
    const talk = play(pairGuide(reviewing(), reviewing({ id: "again" }), reading()));
    expect(talk.step).toBe("reading");
    expect(talk.state.steps.map(({ from, endedBy }) => [from, endedBy])).toEqual([
      [1, 0],
      [1, 0],
      [1, null],
    ]);
    talk.a({ kind: "acknowledge" });
    expect(talk.view("b").entries).toMatchObject([{ kind: "acknowledge" }]);
  });

  test("[G9, G7] the last one too: the conversation is complete", () => {
    const talk = play(pairGuide(reading(), reviewing()));
    bothAcknowledge(talk);
    expect(talk.status).toBe("complete");
    expect(play(pairGuide(reviewing())).status).toBe("complete");
  });

  test("[G9] a writing by a role that nobody holds", () => {
    const talk = play(pairGuide(writing({ who: { role: "nobody" } }), reading()));
    expect(talk.step).toBe("reading");
  });

  test("[G9, W4] what was written before it belongs to its own step still", () => {
    const talk = play(pairGuide(writing(), reviewing(), reading()));
    talk.a({ ...WRITE, words: { story: "From a." } });
    talk.b({ ...WRITE, words: { story: "From b." } });
    expect(talk.view("b", 1).revealed).toEqual([{ seq: 1, words: { story: "From a." } }]);
  });

  test("[G9] with something to do in them none of these is passed over", () => {
    expect(playWithDue(pairGuide(reviewing())).step).toBe("reviewing");
    const talk = play(pairGuide(account(), marking(), settling()));
    expect(talk.step).toBe("account");
    talk.b(WRITE);
    expect(talk.step).toBe("marking");
  });
});

test("[G1, G10] a move is only ever accepted in its own step, but for marks that are changed", LONG, () => {
  const AT_ANY_TIME: readonly string[] = [
    ...["repair", "answer-repair", "time-out", "return", "stop", "reopen"],
    ...MEETING_KINDS,
  ];
  const KINDS = {
    acknowledge: ["acknowledge"],
    write: ["write"],
    dialogue: ["say", "reflect", "check", "validate", "empathise", "pass-floor", "heard"],
    mark: ["mark"],
    settle: ["propose", "accept", "decline", "withdraw", "enough"],
    review: ["propose", "accept", "decline", "withdraw", "enough"],
  };
  always((_, attempts) => {
    for (const { before, seat, move, refusal } of attempts) {
      if (refusal || seat === "t" || AT_ANY_TIME.includes(move.kind)) continue;
      const current = before.complete ? undefined : before.steps.at(-1)?.progress.kind;
      if (current && KINDS[current].includes(move.kind)) continue;
      const marked = before.steps.some(
        ({ progress, endedBy }) => progress.kind === "mark" && endedBy !== null,
      );
      expect([move.kind, marked]).toEqual(["mark", true]);
    }
  });
});
