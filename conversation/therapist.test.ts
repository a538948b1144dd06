import { describe, expect, test } from "vitest";
import type { Guide } from "./guide";
import type { OpenMove } from "./open-move";
import { PARTNERS, type Partner, type Seat } from "./seats";
import { floorOf, statusOf } from "./state";
import { always, LONG } from "./testing/always";
import { EVERY_KIND, structureOf } from "./testing/any-move";
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
import {
  HOUR,
  type Play,
  play,
  playWithTherapist,
  READS_ALL,
  sayAndReflect,
  sayReflectCheck,
} from "./testing/play";

const STOP = { kind: "stop" } as const;
const HOLD = { kind: "hold" } as const;
const RESUME = { kind: "resume" } as const;
const PROMPT = { kind: "prompt" } as const;
const SKIP = { kind: "skip-step" } as const;
const WRITE = { kind: "write", ready: true } as const;
const caucus = (partner: Partner) => ({ kind: "caucus", with: partner }) as const;
const handTo = (partner: Partner) => ({ kind: "hand-floor", to: partner }) as const;
const OF_THERAPIST = [
  "hold",
  "resume",
  "prompt",
  "hand-floor",
  "skip-step",
  "extend-turn",
  "caucus",
] as const;

const dialogue = () => playWithTherapist(pairGuide(talking(), reading()));
const standing = (talk: Play) => ({ a: talk.open("a"), b: talk.open("b"), steps: talk.state.steps });

/** Conversations with a therapist in the middle of each kind of step. */
const MIDDLES: readonly (readonly [string, Guide, (talk: Play) => unknown])[] = [
  ["acknowledging", pairGuide(reading()), (talk) => talk.a({ kind: "acknowledge" })],
  ["writing", pairGuide(writing()), (talk) => talk.b(WRITE)],
  ["a reflection that is waited for", pairGuide(talking()), (talk) => talk.a({ kind: "say" })],
  ["marking", pairGuide(account(), marking()), (talk) => talk.b(WRITE)],
  ["settling", pairGuide(settling()), (talk) => talk.a({ kind: "propose", sort: "commitment" })],
  ["a review", pairGuide(reviewing()), (talk) => talk.b({ kind: "enough" })],
];
const middle = (guide: Guide, lead: (talk: Play) => unknown) => {
  const talk = playWithTherapist(guide, DUE);
  lead(talk);
  return talk;
};

describe("holding", () => {
  test.each(MIDDLES)("[H1] in %s: nothing is open but stop, and to t what ends it", (_, guide, lead) => {
    const talk = middle(guide, lead);
    talk.t(HOLD);
    expect(talk.status).toBe("held");
    for (const partner of PARTNERS) expect(talk.open(partner)).toEqual([STOP]);
    expect(talk.open("t")).toEqual([RESUME, PROMPT]);
  });

  test.each(MIDDLES)("[H1] in %s: everything else is refused as held", (_, guide, lead) => {
    const talk = middle(guide, lead);
    talk.t(HOLD);
    for (const kind of EVERY_KIND) {
      const held = { kind: "held" };
      for (const partner of PARTNERS)
        expect(talk.refusal(partner, structureOf(kind))).toEqual(kind === "stop" ? null : held);
      const isOpen = kind === "resume" || kind === "prompt";
      expect(talk.refusal("t", structureOf(kind))).toEqual(isOpen ? null : held);
    }
  });

  test.each(MIDDLES)("[H1] in %s: after resume everything stands as it stood", (_, guide, lead) => {
    const talk = middle(guide, lead);
    const before = standing(talk);
    talk.t(HOLD);
    expect(floorOf(talk.state)).toBeNull();
    talk.t(RESUME);
    expect(standing(talk)).toEqual(before);
  });

  test("[H1] there is nothing to resume while it runs", () => {
    expect(dialogue().refusal("t", RESUME)).toEqual({ kind: "not-open" });
  });

  test.each(PARTNERS)(
    "[H1, F1, F2] %s may stop it while held, and reopening leads back into the hold",
    (seat) => {
      const talk = dialogue();
      talk.t(HOLD);
      talk.take(seat, STOP);
      expect(talk.status).toBe("stopped");
      expect(talk.open("t")).toEqual([]);
      for (const kind of EVERY_KIND)
        expect(talk.refusal("t", structureOf(kind))).toEqual({ kind: "stopped" });
      talk.take(seat === "a" ? "b" : "a", { kind: "reopen" });
      expect(talk.status).toBe("held");
      expect(talk.open("a")).toEqual([STOP]);
      talk.t(RESUME);
      expect(talk.openInStep("a")).toEqual([{ kind: "say" }]);
    },
  );

  test("[F2, H5] reopening leads back into a caucus too", () => {
    const talk = dialogue();
    talk.t(caucus("b"));
    talk.a(STOP);
    talk.a({ kind: "reopen" });
    expect(talk.status).toBe("held");
    expect(talk.open("t")).toEqual([caucus("b"), PROMPT]);
  });

  test("[H1, T2] not in a time-out, from which t may only return", () => {
    const talk = dialogue();
    talk.a({ kind: "time-out", returnAt: talk.in(HOUR) });
    expect(talk.open("t")).toEqual([{ kind: "return" }]);
    expect(talk.refusal("t", HOLD)).toMatchObject({ kind: "timed-out" });
  });
});

describe("a prompt", () => {
  test.each(MIDDLES)("[H2] in %s it changes nothing", (_, guide, lead) => {
    const talk = middle(guide, lead);
    const before = standing(talk);
    talk.t(PROMPT);
    expect(standing(talk)).toEqual(before);
  });

  test("[H2] is open while it runs, while it is held, and in a caucus", () => {
    const talk = dialogue();
    expect(talk.refusal("t", PROMPT)).toBeNull();
    talk.t(HOLD);
    expect(talk.refusal("t", PROMPT)).toBeNull();
    talk.t(PROMPT);
    expect(talk.status).toBe("held");
    talk.t(RESUME);
    talk.t(caucus("a"));
    expect(talk.refusal("t", PROMPT)).toBeNull();
  });

  test("[H2, V2] is read by all, at once", () => {
    const talk = dialogue();
    talk.t({ ...PROMPT, words: { text: "Take a breath." } });
    for (const reader of ["a", "b", READS_ALL] as const)
      expect(talk.view(reader).entries).toMatchObject([
        { kind: "prompt", words: { text: "Take a breath." } },
      ]);
  });
});

describe("handing over the floor", () => {
  test("[H3] to the partner who does not have it, before anything is said", () => {
    const talk = dialogue();
    expect(handsOpen(talk)).toEqual([handTo("b")]);
    talk.t(handTo("b"));
    expect(floorOf(talk.state)).toBe("b");
    expect(talk.openInStep("b")).toEqual([{ kind: "say" }]);
    expect(talk.openInStep("a")).toEqual([]);
    expect(handsOpen(talk)).toEqual([handTo("a")]);
  });

  test("[H3] to whoever has it already it is not open", () => {
    expect(dialogue().refusal("t", handTo("a"))).toEqual({ kind: "not-open" });
  });

  test("[H3] not while a reflection or a check is waited for, and again once the speaker is free", () => {
    const talk = dialogue();
    const said = talk.a({ kind: "say" });
    expect(talk.refusal("t", handTo("b"))).toEqual({ kind: "not-open" });
    const reflection = talk.b({ kind: "reflect", answers: said });
    expect(talk.refusal("t", handTo("b"))).toEqual({ kind: "not-open" });
    talk.a({ kind: "check", answers: reflection, verdict: "yes" });
    expect(talk.refusal("t", handTo("b"))).toBeNull();
  });

  test("[H3, D8] not anywhere on the way out of a turn", () => {
    const options = { summary: true, validate: true, empathise: true } as const;
    const talk = playWithTherapist(pairGuide(talking(options)));
    sayReflectCheck(talk, "a");
    talk.a({ kind: "heard" });
    const closed = () => expect(handsOpen(talk)).toEqual([]);
    closed();
    const summary = talk.b({ kind: "reflect", answers: 1 });
    closed();
    talk.a({ kind: "check", answers: summary, verdict: "yes" });
    closed();
    talk.b({ kind: "validate", answers: 1 });
    closed();
    const guess = talk.b({ kind: "empathise", answers: 1 });
    closed();
    talk.a({ kind: "check", answers: guess, verdict: "no" });
    expect(handsOpen(talk)).toEqual([handTo("a")]);
  });

  test("[H3] whoever had it has not passed it by that: once each, they still get it", () => {
    const talk = playWithTherapist(pairGuide(talking({ once: true }), reading()));
    sayReflectCheck(talk, "a");
    talk.t(handTo("b"));
    sayReflectCheck(talk, "b");
    talk.b({ kind: "pass-floor" });
    expect(talk.step).toBe("talking");
    expect(floorOf(talk.state)).toBe("a");
    expect(talk.openInStep("a")).toEqual([{ kind: "say" }]);
  });

  test("[H3, D10] nor been heard: a free dialogue still waits for it", () => {
    const talk = dialogue();
    sayReflectCheck(talk, "a");
    talk.t(handTo("b"));
    sayReflectCheck(talk, "b");
    talk.b({ kind: "heard" });
    expect(talk.step).toBe("talking");
    sayReflectCheck(talk, "a");
    talk.a({ kind: "heard" });
    expect(talk.step).toBe("reading");
  });

  test("[H3, D7] whoever gets it begins a turn: its summary names what they said", () => {
    const talk = playWithTherapist(pairGuide(talking({ summary: true })));
    sayReflectCheck(talk, "a");
    talk.t(handTo("b"));
    const said = talk.b({ kind: "say" });
    const reflection = talk.a({ kind: "reflect", answers: said });
    talk.b({ kind: "check", answers: reflection, verdict: "yes" });
    talk.b({ kind: "pass-floor" });
    expect(talk.openInStep("a")).toEqual([{ kind: "reflect", answers: said }]);
  });

  test("[H3, D12] not where one role alone speaks", () => {
    const talk = playWithTherapist(pairGuide(talking({ only: "second" })));
    expect(handsOpen(talk)).toEqual([]);
    expect(talk.refusal("t", handTo("a"))).toEqual({ kind: "not-open" });
  });

  test("[H3] not where there is no floor", () => {
    expect(playWithTherapist(pairGuide(reading())).refusal("t", handTo("b"))).toEqual({ kind: "not-open" });
  });

  const handsOpen = (talk: Play): readonly OpenMove[] =>
    talk.open("t").filter(({ kind }) => kind === "hand-floor");
});

describe("skipping a step", () => {
  test.each(MIDDLES)("[H4] %s ends as it stands, and the next step begins", (_, guide, lead) => {
    const talk = middle({ ...guide, steps: [...guide.steps, reading({ id: "next" })] }, lead);
    const current = talk.state.steps.at(-1);
    const skip = talk.t(SKIP);
    expect(talk.step).toBe("next");
    expect(talk.state.steps.at(-2)).toEqual({ ...current, endedBy: skip, skipped: true });
    expect(talk.openInStep("a")).toEqual([{ kind: "acknowledge" }]);
    expect(talk.openInStep("b")).toEqual([{ kind: "acknowledge" }]);
  });

  test("[H4, G7] skipping the last one completes the conversation, and nothing is left to t", () => {
    const talk = playWithTherapist(pairGuide(reading()));
    talk.t(SKIP);
    expect(talk.status).toBe("complete");
    expect(talk.open("t")).toEqual([]);
    for (const kind of OF_THERAPIST)
      expect(talk.refusal("t", structureOf(kind))).toEqual({ kind: "complete" });
  });

  test("[H4] not while held: that is ended first", () => {
    const talk = dialogue();
    talk.t(HOLD);
    expect(talk.refusal("t", SKIP)).toEqual({ kind: "held" });
  });

  test("[H4, S6] proposals without an answer lapse: nobody answers them any more", () => {
    const talk = playWithTherapist(pairGuide(settling(), reading()));
    talk.a({ kind: "propose", sort: "commitment" });
    talk.t(SKIP);
    expect(talk.refusal("b", { kind: "accept", answers: 1 })).toEqual({ kind: "not-open" });
    expect(talk.state.steps[0]?.progress).toMatchObject({ offers: { settled: [] } });
  });

  test("[H4, W6] what was written for both to see together is not shown to one who had not written", () => {
    const talk = playWithTherapist(pairGuide(writing(), reading()));
    talk.a({ ...WRITE, words: { story: "From a." } });
    talk.t(SKIP);
    expect(talk.view("a").entries[0]).toHaveProperty("words");
    expect(talk.view("b").entries[0]).not.toHaveProperty("words");
  });
});

describe("a caucus", () => {
  test.each(PARTNERS)("[H5] with %s begins, and the same again ends it", (partner) => {
    const talk = dialogue();
    sayAndReflect(talk, "a");
    const before = standing(talk);
    talk.t(caucus(partner));
    expect(talk.status).toBe("held");
    expect(talk.state.caucus?.with).toBe(partner);
    for (const seat of PARTNERS) expect(talk.open(seat)).toEqual([STOP]);
    expect(talk.open("t")).toEqual([caucus(partner), PROMPT]);
    talk.t(caucus(partner));
    expect(talk.status).toBe("running");
    expect(standing(talk)).toEqual(before);
  });

  test("[H5] everything else is refused as held, one with the other partner too", () => {
    const talk = dialogue();
    talk.t(caucus("a"));
    const held = { kind: "held" };
    for (const kind of EVERY_KIND.filter((kind) => kind !== "stop"))
      for (const seat of PARTNERS) expect(talk.refusal(seat, structureOf(kind))).toEqual(held);
    for (const move of [RESUME, HOLD, SKIP, caucus("b"), handTo("b")])
      expect(talk.refusal("t", move)).toEqual(held);
  });

  test("[H5] with somebody who is not there it is not open", () => {
    const talk = playWithTherapist({ ...pairGuide(reading()), solo: true });
    expect(talk.refusal("t", caucus("a"))).toBeNull();
    expect(talk.refusal("t", caucus("b"))).toEqual({ kind: "not-open" });
  });
});

describe("a turn that may take longer", () => {
  const timed = () => playWithTherapist(pairGuide(talking({ softSeconds: 120 }), reading()));
  const extra = (talk: Play) => {
    const progress = talk.state.steps.at(-1)?.progress;
    return progress?.kind === "dialogue" ? progress.extraSeconds : null;
  };

  test("[H8] has so many minutes more, and nothing else changes", () => {
    const talk = timed();
    const before = { a: talk.open("a"), b: talk.open("b") };
    talk.t({ kind: "extend-turn", minutes: 2 });
    talk.t({ kind: "extend-turn", minutes: 1 });
    expect(extra(talk)).toBe(180);
    expect({ a: talk.open("a"), b: talk.open("b") }).toEqual(before);
  });

  test("[H8] is this turn, and not the next", () => {
    const talk = timed();
    talk.t({ kind: "extend-turn", minutes: 2 });
    talk.t(handTo("b"));
    expect(extra(talk)).toBe(0);
  });

  test("[H8] is none where turns have no suggested length", () => {
    expect(dialogue().refusal("t", { kind: "extend-turn", minutes: 2 })).toEqual({ kind: "not-open" });
    expect(playWithTherapist(pairGuide(reading())).refusal("t", { kind: "extend-turn", minutes: 2 })).toEqual(
      { kind: "not-open" },
    );
  });
});

describe("once the therapist is not there any more", () => {
  test.each([HOLD, caucus("a")])("[H7] nothing is held: %o", (move) => {
    const talk = dialogue();
    const before = standing(talk);
    talk.t(move);
    talk.therapistGoes();
    expect(talk.status).toBe("running");
    expect(standing(talk)).toEqual(before);
    expect(talk.refusal("t", RESUME)).toEqual({ kind: "not-a-member" });
  });

  test("[H7] and when one comes who reads on, what they have gone on with since is not held again", () => {
    const talk = dialogue();
    talk.t(HOLD);
    talk.therapistGoes();
    talk.a({ kind: "say" });
    talk.therapistComes();
    expect(talk.status).toBe("running");
  });

  test("[H1, H7] a hold that was asked for and in which nobody has gone on is still one", () => {
    const talk = dialogue();
    talk.t(HOLD);
    talk.a(STOP);
    talk.therapistGoes();
    talk.b({ kind: "reopen" });
    expect(talk.status).toBe("running");
    talk.therapistComes();
    expect(talk.status).toBe("held");
  });
});

describe("where there is no therapist", () => {
  test.each(OF_THERAPIST)("[H6] %s is open to nobody", (kind) => {
    const talk = play(pairGuide(talking()));
    for (const partner of PARTNERS) {
      expect(talk.open(partner).map((open) => open.kind)).not.toContain(kind);
      expect(talk.refusal(partner, structureOf(kind, { partner: "b" }))).toEqual({ kind: "not-open" });
    }
    expect(talk.open("t")).toEqual([]);
    expect(talk.refusal("t", structureOf(kind))).toEqual({ kind: "not-a-member" });
  });
});

describe("in any conversation", () => {
  test("[H1, H5, F1] while held nobody but t acts, except to stop", LONG, () => {
    always((_, attempts) => {
      for (const { before, seat, move, refusal } of attempts)
        if (statusOf(before) === "held" && refusal === null && seat !== "t") expect(move.kind).toBe("stop");
    });
  });

  test("[G6, H6] t makes the moves of a therapist and no others, and nobody else makes those", LONG, () => {
    always((talk) => {
      const kindsOf = (isTherapist: boolean) =>
        talk.log
          .filter(({ seat }) => (seat === ("t" satisfies Seat)) === isTherapist)
          .map(({ kind }) => kind);
      const theirs: readonly string[] = [...OF_THERAPIST, "return"];
      expect(kindsOf(true).filter((kind) => !theirs.includes(kind))).toEqual([]);
      expect(kindsOf(false).filter((kind) => theirs.includes(kind) && kind !== "return")).toEqual([]);
      if (!talk.roster.therapist) expect(kindsOf(true)).toEqual([]);
    });
  });
});
