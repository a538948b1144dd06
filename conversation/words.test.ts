import { describe, expect, test } from "vitest";
import { AGREEMENT_FIELDS } from "./agreement-fields";
import { type Outcome, PROPOSAL_SORTS, type ProposalSort } from "./agreements";
import type { Field, SettleStep } from "./guide";
import type { Move, Words } from "./moves";
import type { Refusal } from "./refusals";
import { EVERY_KIND, structureOf } from "./testing/any-move";
import {
  DUE,
  NEXT,
  pairGuide,
  reviewing,
  STORY,
  settling,
  TRUST,
  talking,
  WHEN,
  writing,
} from "./testing/guides";
import { play, playWithDue } from "./testing/play";
import { checkWords, lengthOf, MOST_CHARACTERS } from "./words";

/** Why the words of a move are refused in a conversation that has just begun; null if they are fine. */
function refusalOf(move: Move, step = pairGuide(talking())): Refusal | null {
  const decision = checkWords(play(step).state, move);
  return decision.ok ? null : decision.refusal;
}
const say = (words?: Words) => refusalOf({ kind: "say", ...(words && { words }) });
const issues = (...issues: string[]) => ({ kind: "bad-request", issues });
const STRANGER = "words: a field nobody asked for";

describe("how long words may be", () => {
  const tooLong = { kind: "too-long", limit: 8_000 };

  test("[N1] 8,000 characters are fine, one more is too long", () => {
    expect(MOST_CHARACTERS).toBe(8_000);
    expect(say({ text: "x".repeat(8_000) })).toBeNull();
    expect(say({ text: "x".repeat(8_001) })).toEqual(tooLong);
  });

  test("[N1] all fields count together", () => {
    const fields: readonly Field[] = [STORY, { ...STORY, id: "more" }];
    const guide = pairGuide(writing({ fields }));
    const write = (more: number) =>
      refusalOf(
        { kind: "write", ready: true, words: { story: "x".repeat(5_000), more: "y".repeat(more) } },
        guide,
      );
    expect(write(3_000)).toBeNull();
    expect(write(3_001)).toEqual(tooLong);
  });

  test("[N1] the length is told before anything else, and holds for fields nobody asked for too", () => {
    expect(refusalOf({ kind: "stop", words: { text: "x".repeat(8_001) } })).toEqual(tooLong);
  });

  test("[N1] numbers and claims have no length", () => {
    expect(lengthOf({ trust: 10, passed: true, story: "four" })).toBe(4);
  });
});

describe("speaking, saying back, checking", () => {
  test("[N2] a say needs a text that is not blank", () => {
    expect(say({ text: "I was alone." })).toBeNull();
    for (const words of [undefined, {}, { text: "" }, { text: " \n\t" }])
      expect(say(words)).toEqual(issues("words.text: needed"));
  });

  test("[N2] a reflection needs one too", () => {
    expect(refusalOf({ kind: "reflect", answers: 1, words: { text: "You were alone." } })).toBeNull();
    expect(refusalOf({ kind: "reflect", answers: 1 })).toEqual(issues("words.text: needed"));
  });

  test.each(["say", "reflect", "validate", "empathise"] as const)(
    "[N2, D11] a %s that was aloud needs none, and may have one",
    (kind) => {
      const aloud = structureOf(kind, { aloud: true });
      expect(refusalOf(aloud)).toBeNull();
      expect(refusalOf({ ...aloud, words: { text: "" } })).toBeNull();
      expect(refusalOf({ ...aloud, words: { text: "In short: I was alone." } })).toBeNull();
    },
  );

  test.each(["validate", "empathise"] as const)("[N2] to %s needs one too", (kind) => {
    const answer = structureOf(kind, { answers: 1 });
    expect(refusalOf({ ...answer, words: { text: "It makes sense that you waited." } })).toBeNull();
    for (const words of [{}, { text: "" }, { text: " \n" }])
      expect(refusalOf({ ...answer, words })).toEqual(issues("words.text: needed"));
  });

  test("[N2, H2] a prompt needs a text, and nothing beside it", () => {
    const prompt = { kind: "prompt" } as const;
    expect(refusalOf({ ...prompt, words: { text: "Take a breath." } })).toBeNull();
    expect(refusalOf(prompt)).toEqual(issues("words.text: needed"));
    expect(refusalOf({ ...prompt, words: { text: " " } })).toEqual(issues("words.text: needed"));
    expect(refusalOf({ ...prompt, words: { text: "So.", aside: "x" } })).toEqual(issues(STRANGER));
  });

  test("[N2] a check may say what was missing, and need not", () => {
    const check = { kind: "check", answers: 2, verdict: "partly" } as const;
    expect(refusalOf(check)).toBeNull();
    expect(refusalOf({ ...check, words: { text: "Not angry. Alone." } })).toBeNull();
    expect(refusalOf({ ...check, words: { text: "" } })).toBeNull();
  });

  test.each([1, true])("[N2] a text is text, not %j", (text) => {
    expect(say({ text })).toEqual(issues("words.text: must be text"));
    expect(refusalOf({ kind: "check", answers: 1, verdict: "no", words: { text } })).toEqual(
      issues("words.text: must be text"),
    );
  });
});

describe("answering the questions of a step", () => {
  /** Why an answer to this one question is refused. */
  const answer = (field: Field, value?: Words[string]) =>
    refusalOf(
      { kind: "write", ready: true, words: value === undefined ? {} : { [field.id]: value } },
      pairGuide(writing({ fields: [field] })),
    );
  const needed = (field: Field) => issues(`words.${field.id}: needed`);
  const doesNotFit = (field: Field) => issues(`words.${field.id}: does not fit`);
  const HOW_OFTEN: Field = { id: "repeat", kind: "repeat", label: "How often, or by when?" };

  test.each([STORY, TRUST, NEXT, WHEN])(
    "[N3] $kind: a question that is not optional is answered",
    (field) => {
      expect(answer(field)).toEqual(needed(field));
      expect(answer(field, "")).toEqual(needed(field));
    },
  );

  test.each([STORY, TRUST, NEXT, WHEN])("[N3] $kind: an optional one may be left empty", (field) => {
    expect(answer({ ...field, optional: true })).toBeNull();
    expect(answer({ ...field, optional: true }, "")).toBeNull();
  });

  test.each([STORY, TRUST, NEXT, WHEN])("[N3] $kind: optional does not mean that anything goes", (field) => {
    expect(answer({ ...field, optional: true }, true)).toEqual(doesNotFit(field));
  });

  test("[N3] text is text that is not blank", () => {
    expect(answer(STORY, "We waited.")).toBeNull();
    expect(answer(STORY, "  \n")).toEqual(doesNotFit(STORY));
    expect(answer(STORY, 7)).toEqual(doesNotFit(STORY));
    expect(answer({ ...STORY, optional: true }, "  ")).toBeNull();
  });

  test("[N3] a scale takes the whole numbers from 0 to 10", () => {
    for (const value of [0, 1, 5, 10]) expect(answer(TRUST, value)).toBeNull();
    for (const value of [-1, 11, 5.5, Number.NaN, Number.POSITIVE_INFINITY, "5", true])
      expect(answer(TRUST, value)).toEqual(doesNotFit(TRUST));
  });

  test("[N3] a choice takes one of its options, by id", () => {
    expect(answer(NEXT, "talk")).toBeNull();
    expect(answer(NEXT, "rest")).toBeNull();
    for (const value of ["Talk", "leave", 0]) expect(answer(NEXT, value)).toEqual(doesNotFit(NEXT));
  });

  test.each(["2027-03-01", "2026-12-31", "2028-02-29", "2000-02-29", "1900-01-01", "2200-12-31"])(
    "[N3] %s is a day that the calendar has",
    (day) => {
      expect(answer(WHEN, day)).toBeNull();
    },
  );

  test.each([
    ...["2027-02-29", "1900-02-29", "2027-04-31", "2027-13-01", "2027-00-10", "2027-01-00", "2027-01-32"],
    ...["0000-01-01", "0001-01-01", "1899-12-31", "2201-01-01", "9999-12-31"],
    ...["2027-3-1", "01.03.2027", "2027-03", "2027-03-01T10:00", " 2027-03-01", "2027-03-01\n", "soon", " "],
  ])("[N3] %j is no day", (day) => {
    expect(answer(WHEN, day)).toEqual(doesNotFit(WHEN));
  });

  test("[N3] where a month is asked for, a month is what fits", () => {
    const month = { ...WHEN, precision: "month" } as const;
    for (const value of ["2027-03", "2026-12", "2027-02"]) expect(answer(month, value)).toBeNull();
    for (const value of ["2027-13", "2027-00", "2027-3", "2027-03-01", "2027", "March", "0000-01", "2201-01"])
      expect(answer(month, value)).toEqual(doesNotFit(month));
  });

  test.each([20270301, true, false])("[N3] a date is text, not %j", (value) => {
    expect(answer(WHEN, value)).toEqual(doesNotFit(WHEN));
  });

  test("[N3] a time is one of a day, with the zone it is meant in", () => {
    const time: Field = { id: "time", kind: "time", label: "At what time?" };
    for (const value of ["19:30 Europe/Berlin", "00:00 UTC", "23:59 America/Argentina/Ushuaia"])
      expect(answer(time, value)).toBeNull();
    for (const value of [
      "19:30",
      "24:00 UTC",
      "7:30 UTC",
      "19:60 UTC",
      "19:30  UTC",
      "19:30 UTC ",
      "soon",
      19,
    ])
      expect(answer(time, value)).toEqual(doesNotFit(time));
  });

  test.each([
    "once 2027-03-01 Europe/Berlin",
    "daily 2027-03-01/2032-03-01 UTC",
    "weekly mo,we 2028-02-29/2028-06-01 UTC",
    "monthly 2027-01-31/2027-06-01 UTC",
  ])("[N3] %s says how often", (often) => {
    expect(answer(HOW_OFTEN, often)).toBeNull();
  });

  test.each([
    ["daily 2027-03-01 UTC", "no-end"],
    ["daily 2027-03-01/2032-03-02 UTC", "too-long"],
    ["daily 2027-03-02/2027-03-01 UTC", "backwards"],
    ["weekly 2027-03-01/2027-06-01 UTC", "unreadable"],
    ["weekly xx 2027-03-01/2027-06-01 UTC", "unreadable"],
    ["once 2027-03-01", "unreadable"],
    ["Every evening", "unreadable"],
  ])("[N3, B12] %j does not: %s", (often, why) => {
    expect(answer(HOW_OFTEN, often)).toEqual({ kind: "bad-repeat", why });
  });

  test.each(["once 2027-02-29 UTC", "daily 2027-02-28/2027-02-30 UTC", "once 2201-01-01 UTC"])(
    "[N3] %j does not: its days are not in the calendar",
    (often) => {
      expect(answer(HOW_OFTEN, often)).toEqual({ kind: "bad-date", field: HOW_OFTEN.id, why: "no-such-day" });
    },
  );

  test("[N3] a number does not say how often", () => {
    expect(answer(HOW_OFTEN, 7)).toEqual(doesNotFit(HOW_OFTEN));
  });

  test("[N3] each question that is wrong is named", () => {
    const guide = pairGuide(writing({ fields: [STORY, TRUST, NEXT] }));
    expect(refusalOf({ kind: "write", ready: true, words: { trust: 11, next: "talk" } }, guide)).toEqual(
      issues("words.story: needed", "words.trust: does not fit"),
    );
    expect(
      refusalOf({ kind: "write", ready: true, words: { story: "So.", trust: 3, next: "rest" } }, guide),
    ).toBeNull();
  });

  test("[N3] the questions are those of the current step", () => {
    const talk = play(pairGuide(writing({ id: "one" }), writing({ id: "two", fields: [TRUST] })));
    for (const seat of ["a", "b"] as const) talk.take(seat, { kind: "write", ready: true });
    const write = (words: Words) => checkWords(talk.state, { kind: "write", ready: true, words }).ok;
    expect(write({ trust: 4 })).toBe(true);
    expect(write({ story: "Late." })).toBe(false);
  });

  test("[N4] where there are no questions there is nothing to write", () => {
    expect(refusalOf({ kind: "write", ready: true, words: { story: "So." } })).toEqual(
      issues("words: no questions here"),
    );
  });
});

describe("what a proposal carries", () => {
  const DAILY = "daily 2026-12-01/2027-03-01 Europe/Berlin";
  const THEN = "then"; // a question's id, and nothing to wait for
  const BOUNDARY: Words = {
    behaviour: "Reading each other’s messages.",
    why: "I want to be asked.",
    whose: "both",
    [THEN]: "I will say so, and put my phone away.",
    review: "2027-03-01",
  };
  const settle = (sort: ProposalSort, words?: Words, changes: Partial<SettleStep> = {}) =>
    refusalOf({ kind: "propose", sort, ...(words && { words }) }, pairGuide(settling({ sort, ...changes })));

  test("[N6] answers to the questions of its step, the optional ones where they have one", () => {
    expect(settle("boundary", BOUNDARY)).toBeNull();
    expect(settle("boundary", { ...BOUNDARY, except: "Never.", from: "2026-12-01" })).toBeNull();
    expect(settle("milestone", { what: "A whole evening out.", month: "2027-02" })).toBeNull();
  });

  test.each(PROPOSAL_SORTS)("[N6] each question of a %s that is not optional", (sort) => {
    const needed = AGREEMENT_FIELDS[sort].filter(({ optional }) => !optional);
    expect(settle(sort)).toEqual(issues(...needed.map(({ id }) => `words.${id}: needed`)));
  });

  test("[N6, N3] in the same way as a writing: text, options, and days that the calendar has", () => {
    for (const wrong of [{ why: "  " }, { whose: "yours" }, { review: "2027-02-30" }, { [THEN]: 3 }]) {
      const [id] = Object.keys(wrong);
      expect(settle("boundary", { ...BOUNDARY, ...wrong })).toEqual(issues(`words.${id}: does not fit`));
    }
  });

  test("[N6] where the guide asks for more, that too", () => {
    const fields = [...AGREEMENT_FIELDS.commitment, { ...STORY, id: "honours" }];
    const words = { what: "I call.", repeat: DAILY, sign: "The phone rings." };
    expect(settle("commitment", words)).toBeNull();
    expect(settle("commitment", words, { fields })).toEqual(issues("words.honours: needed"));
    expect(settle("commitment", { ...words, honours: "Both." }, { fields })).toBeNull();
  });

  test("[N6, N4] nothing nobody asked for, and no passing", () => {
    expect(settle("boundary", { ...BOUNDARY, aside: "x" })).toEqual(issues(STRANGER));
    expect(settle("plan", { passed: true })).toEqual(
      issues(STRANGER, "words.what: needed", "words.on: needed", "words.who: needed"),
    );
  });

  test("[N6] an amendment answers all of them anew", () => {
    const guide = pairGuide(settling());
    const amend = { kind: "propose", sort: "commitment", amends: 1 } as const;
    expect(refusalOf({ ...amend, words: { what: "I call." } }, guide)).toEqual(
      issues("words.repeat: needed", "words.sign: needed"),
    );
  });

  describe("in a review", () => {
    const review = (outcome: Outcome, words?: Words) => {
      const talk = playWithDue(pairGuide(reviewing()));
      const move = { kind: "propose", sort: "boundary", reviews: DUE[1]?.id ?? "", outcome } as const;
      expect(talk.refusal("a", move)).toBeNull();
      const decision = checkWords(talk.state, { ...move, ...(words && { words }) });
      return decision.ok ? null : decision.refusal;
    };

    test("[N6] to change it answers the questions of its sort of agreement", () => {
      expect(review("change", BOUNDARY)).toBeNull();
      expect(review("change", { ...BOUNDARY, whose: "yours" })).toEqual(issues("words.whose: does not fit"));
      expect(review("change", { what: "I call.", when: "Daily.", sign: "It rings." })).toEqual(
        issues(STRANGER, ...Object.keys(BOUNDARY).map((id) => `words.${id}: needed`)),
      );
    });

    test.each(["keep", "end"] as const)("[N6, N4] to %s it carries no words", (outcome) => {
      expect(review(outcome)).toBeNull();
      expect(review(outcome, {})).toBeNull();
      expect(review(outcome, BOUNDARY)).toEqual(issues(STRANGER));
      expect(review(outcome, { text: "Because." })).toEqual(issues(STRANGER));
    });
  });

  test("[N1] 8,000 characters at most, all together", () => {
    const others = { repeat: DAILY, sign: "y".repeat(4_000) };
    const words = (length: number) => ({ ...others, what: "x".repeat(length) });
    const most = 4_000 - DAILY.length;
    expect(settle("commitment", words(most))).toBeNull();
    expect(settle("commitment", words(most + 1))).toEqual({ kind: "too-long", limit: 8_000 });
  });
});

describe("passing", () => {
  const pass = (words: Words, mayPass: { mayPass?: true } = { mayPass: true }) =>
    refusalOf({ kind: "write", ready: true, words }, pairGuide(writing({ ...mayPass })));

  test("[W2] is inside the words: passed, and nothing else", () => {
    expect(pass({ passed: true })).toBeNull();
    expect(pass({ passed: true, story: "But still." })).toEqual(issues("words: a pass carries nothing else"));
    expect(pass({ story: "We waited." })).toBeNull();
  });

  test("[W2] only the claim itself is a pass", () => {
    for (const passed of [false, "true", 1])
      expect(pass({ passed })).toEqual(issues(STRANGER, "words.story: needed"));
  });

  test("[W2] only where the step allows it", () => {
    expect(pass({ passed: true }, {})).toEqual(issues(STRANGER, "words.story: needed"));
  });
});

describe("words nobody asked for", () => {
  test("[N4] a second field beside the text is refused", () => {
    expect(say({ text: "I was alone.", aside: "really" })).toEqual(issues(STRANGER));
    expect(refusalOf({ kind: "say", aloud: true, words: { aside: "really" } })).toEqual(issues(STRANGER));
  });

  test("[N4] a question of another step is refused", () => {
    expect(
      refusalOf({ kind: "write", ready: true, words: { story: "So.", trust: 3 } }, pairGuide(writing())),
    ).toEqual(issues(STRANGER));
  });

  const SPEAKING = ["say", "reflect", "check", "validate", "empathise", "write", "prompt"];
  test.each(EVERY_KIND.filter((kind) => !SPEAKING.includes(kind)))("[N4] %s has no words", (kind) => {
    const move = structureOf(kind);
    expect(refusalOf(move)).toBeNull();
    expect(refusalOf({ ...move, words: {} })).toBeNull();
    expect(refusalOf({ ...move, words: { text: "By the way" } })).toEqual(issues(STRANGER));
  });

  test("[N4] a name that every object has is no question", () => {
    const words: Words = JSON.parse('{"text":"So.","__proto__":"x"}');
    expect(say(words)).toEqual(issues(STRANGER));
    expect(say({ text: "So.", constructor: "x" })).toEqual(issues(STRANGER));
  });
});

describe("what a refusal says back", () => {
  const SECRET = "the-night-in-march";
  const guides = [
    pairGuide(talking()),
    pairGuide(writing({ mayPass: true, fields: [STORY, TRUST, NEXT, WHEN] })),
    pairGuide(settling({ sort: "boundary" })),
  ];

  test.each<[string, Words]>([
    ["in a field nobody asked for", { [SECRET]: SECRET }],
    ["beside a text", { text: SECRET, [SECRET]: 1 }],
    ["beside a pass", { passed: true, [SECRET]: SECRET }],
    ["too long", { text: SECRET.repeat(1_000) }],
    ["as a choice that is not there", { next: SECRET, story: SECRET }],
    ["as a date that is none", { when: SECRET, review: SECRET }],
  ])("[N5] never what was written %s", (_, words) => {
    const refusals = guides.flatMap((guide) =>
      EVERY_KIND.map((kind) => refusalOf({ ...structureOf(kind), words }, guide)),
    );
    expect(refusals).not.toContain(null);
    expect(JSON.stringify(refusals)).not.toContain(SECRET);
  });
});
