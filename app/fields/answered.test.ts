import { expect, test } from "vitest";
import type { Field } from "#conversation/guide";
import { answeredOnly, answersTo, firstUnanswered } from "./answered";

const what: Field = { id: "what", kind: "text", label: "What?" };
const place: Field = { id: "place", kind: "text", label: "Where?", optional: true };
const calm: Field = { id: "calm", kind: "scale", label: "How calm?", low: "not", high: "very" };

test("the first question without an answer is found; one that may be left out is not asked for", () => {
  expect(firstUnanswered([place, what, calm], {})).toBe(what);
  expect(firstUnanswered([place, what, calm], { what: "we talk" })).toBe(calm);
});

test("spaces are no answer, and 0 is one", () => {
  expect(firstUnanswered([what], { what: " \n" })).toBe(what);
  expect(firstUnanswered([calm], { calm: 0 })).toBeUndefined();
});

test("what was left empty is not sent", () => {
  expect(answeredOnly({ what: "we talk", place: " ", calm: 0 })).toEqual({ what: "we talk", calm: 0 });
});

test("of earlier words, those that are asked for stand in the boxes", () => {
  expect(answersTo([what], { what: "we talk", passed: true })).toEqual({ what: "we talk" });
});
