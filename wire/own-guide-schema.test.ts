import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkGuide } from "#conversation/check-guide";
import { GUIDES } from "#conversation/guides/catalogue";
import { guideIn } from "#conversation/guides/in-language";
import { asVersion, copyOf, emptyGuide, emptyStep, OWN_STEP_KINDS } from "#conversation/own-guides/own-guide";
import { readGuide } from "./own-guide-schema";

const ID = "0190b5a0-0000-7000-8000-000000000001";
const again = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
const GUIDE = copyOf(GUIDES[0] ?? emptyGuide(ID), ID);
const STEP = { id: "one", kind: "acknowledge", title: "One", lines: ["Read this."], button: "Yes" };
const withStep = (changes: object) => ({ ...GUIDE, steps: [{ ...STEP, ...changes }] });
const problemsOf = (value: unknown) => {
  const read = readGuide(value);
  return read.ok ? [] : read.problems;
};

describe("what is brought along", () => {
  test.each(GUIDES)("[I5] $id, copied, taken out and brought in again, is the same and works", (guide) => {
    for (const language of ["en", "de", "es"]) {
      const copy = copyOf(guideIn(guide, language), ID);
      expect(readGuide(again(copy))).toEqual({ ok: true, guide: copy });
      expect(checkGuide(asVersion(copy, 1))).toEqual([]);
      expect(copy).not.toHaveProperty("next");
    }
  });

  test("[I4] a draft may be unfinished: empty, or with a step of each kind that says nothing", () => {
    const empty = emptyGuide(ID);
    const steps = OWN_STEP_KINDS.map((kind) => emptyStep(kind, []));
    expect(problemsOf(again(empty))).toEqual([]);
    expect(checkGuide(empty).length).toBeGreaterThan(0);
    const named = steps.map((step, index) => ({ ...step, id: `step-${index}` }));
    expect(problemsOf(again({ ...empty, steps: named }))).toEqual([]);
  });

  test("[I1] anything else is refused, with the place and why", () => {
    for (const nothing of [null, undefined, 1, "guide", [], true])
      expect(problemsOf(nothing)).toEqual([{ at: "guide", why: "wrong-shape" }]);
    expect(problemsOf({ ...GUIDE, next: { guide: "boundaries", why: "Because." } })).toEqual([
      { at: "guide", why: "unknown-name" },
    ]);
    expect(problemsOf(withStep({ script: "x" }))).toEqual([{ at: "steps.0", why: "unknown-name" }]);
    expect(problemsOf(withStep({ kind: "dance" }))).toEqual([{ at: "steps.0.kind", why: "wrong-shape" }]);
    expect(problemsOf(withStep({ id: "One Two" }))).toEqual([{ at: "steps.0.id", why: "bad-name" }]);
    expect(problemsOf(withStep({ id: "__proto__" }))).toEqual([{ at: "steps.0.id", why: "bad-name" }]);
    expect(problemsOf({ ...GUIDE, minutes: "soon" })).toEqual([{ at: "minutes", why: "wrong-shape" }]);
    expect(problemsOf({ ...GUIDE, area: 10 })).toEqual([{ at: "area", why: "wrong-shape" }]);
  });

  test.each([
    "<b>bold</b>",
    "<script>alert(1)</script>",
    "</p>",
    "<!-- -->",
    "[here](https://example.org)",
    "half a \ud800 letter",
    "turned \u202e round",
    "one\u0000two",
    "one\u001b[31m",
  ])("[I2] %j is no words", (words) => {
    expect(problemsOf(withStep({ title: words }))).toEqual([{ at: "steps.0.title", why: "markup" }]);
    expect(problemsOf(withStep({ lines: ["Fine.", words] }))).toEqual([
      { at: "steps.0.lines.1", why: "markup" },
    ]);
    expect(problemsOf({ ...GUIDE, purpose: words })).toEqual([{ at: "purpose", why: "markup" }]);
  });

  test.each([
    "I < you & me > us",
    "3 < 4",
    "a & b",
    "Q&A; then",
    "one\ntwo",
    "one\r\ntwo\tthree",
    "(really) [sic]",
  ])("[I2] %j is words", (words) => {
    expect(problemsOf(withStep({ title: words }))).toEqual([]);
  });

  test("[I3] what is too much is refused, before it is looked at", () => {
    const steps = Array.from({ length: 10_000 }, (_, index) => ({ ...STEP, id: `step-${index}` }));
    expect(problemsOf({ ...GUIDE, steps })).toEqual([{ at: "steps", why: "too-many" }]);
    expect(problemsOf({ ...GUIDE, steps: steps.slice(0, 40) })).toEqual([]);
    expect(problemsOf(withStep({ title: "x".repeat(4_001) }))).toEqual([
      { at: "steps.0.title", why: "too-long" },
    ]);
    expect(problemsOf(withStep({ lines: Array.from({ length: 21 }, () => "Read.") }))).toEqual([
      { at: "steps.0.lines", why: "too-many" },
    ]);
  });

  test("[I1, I3] reading never throws, says no more than twenty things, and says nothing back", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.string({ minLength: 12 }), (value, secret) => {
        const read = readGuide({ ...GUIDE, steps: [value], [secret]: secret, purpose: [secret] });
        expect(read.ok).toBe(false);
        if (read.ok) return;
        expect(read.problems.length).toBeLessThanOrEqual(20);
        expect(JSON.stringify(read.problems)).not.toContain(secret);
      }),
    );
  });
});
