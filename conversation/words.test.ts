import { describe, expect, test } from "vitest";
import type { Field } from "./guide";
import type { Move, Words } from "./moves";
import type { Refusal } from "./refusals";
import { EVERY_KIND, structureOf } from "./testing/any-move";
import { NEXT, pairGuide, STORY, TRUST, talking, writing } from "./testing/guides";
import { play } from "./testing/play";
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

  test.each(["say", "reflect"] as const)(
    "[N2, D11] a %s that was aloud needs none, and may have one",
    (kind) => {
      const aloud = structureOf(kind, { aloud: true });
      expect(refusalOf(aloud)).toBeNull();
      expect(refusalOf({ ...aloud, words: { text: "" } })).toBeNull();
      expect(refusalOf({ ...aloud, words: { text: "In short: I was alone." } })).toBeNull();
    },
  );

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

  test.each([STORY, TRUST, NEXT])("[N3] $kind: a question that is not optional is answered", (field) => {
    expect(answer(field)).toEqual(needed(field));
    expect(answer(field, "")).toEqual(needed(field));
  });

  test.each([STORY, TRUST, NEXT])("[N3] $kind: an optional one may be left empty", (field) => {
    expect(answer({ ...field, optional: true })).toBeNull();
    expect(answer({ ...field, optional: true }, "")).toBeNull();
  });

  test.each([STORY, TRUST, NEXT])("[N3] $kind: optional does not mean that anything goes", (field) => {
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
  const guides = [pairGuide(talking()), pairGuide(writing({ mayPass: true, fields: [STORY, TRUST, NEXT] }))];

  test.each<[string, Words]>([
    ["in a field nobody asked for", { [SECRET]: SECRET }],
    ["beside a text", { text: SECRET, [SECRET]: 1 }],
    ["beside a pass", { passed: true, [SECRET]: SECRET }],
    ["too long", { text: SECRET.repeat(1_000) }],
    ["as a choice that is not there", { next: SECRET, story: SECRET }],
  ])("[N5] never what was written %s", (_, words) => {
    const refusals = guides.flatMap((guide) =>
      EVERY_KIND.map((kind) => refusalOf({ ...structureOf(kind), words }, guide)),
    );
    expect(refusals).not.toContain(null);
    expect(JSON.stringify(refusals)).not.toContain(SECRET);
  });
});
