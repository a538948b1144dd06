import { expect, test } from "vitest";
import type { Field } from "#conversation/guide";
import { changedAnswers } from "./changed-answers";

const what: Field = { id: "what", kind: "text", label: "What?" };
const place: Field = { id: "place", kind: "text", label: "Where?", optional: true };

test("what was changed, added or taken out is found; what stayed is not", () => {
  expect(changedAnswers([what, place], { what: "we talk" }, { what: "we walk" })).toEqual([
    { field: what, before: "we talk", after: "we walk" },
  ]);
  expect(changedAnswers([what, place], { what: "we talk" }, { what: "we talk", place: "outside" })).toEqual([
    { field: place, before: undefined, after: "outside" },
  ]);
  expect(changedAnswers([what, place], { what: "we talk", place: "outside" }, { what: "we talk" })).toEqual([
    { field: place, before: "outside", after: undefined },
  ]);
});

test("left empty is left out", () => {
  expect(changedAnswers([what, place], { what: "we talk", place: "" }, { what: "we talk" })).toEqual([]);
});
