import { expect, test } from "vitest";
import { AGREEMENT_FIELDS } from "#conversation/agreement-fields";
import type { Field } from "#conversation/guide";
import type { Words } from "#conversation/moves";
import { changedAnswers } from "./changed-answers";

const what: Field = { id: "what", kind: "text", label: "What?" };
const place: Field = { id: "place", kind: "text", label: "Where?", optional: true };

/** What differs, as the two answers to each question. */
function changed(before: Words, after: Words) {
  return changedAnswers([what, place], before, after).map((one) => [
    one.id,
    one.before?.value ?? null,
    one.after?.value ?? null,
  ]);
}

test("what was changed, added or taken out is found; what stayed is not", () => {
  const talk = { what: "we talk" };
  expect(changed(talk, { what: "we walk" })).toEqual([["what", "we talk", "we walk"]]);
  expect(changed(talk, { ...talk, place: "outside" })).toEqual([["place", null, "outside"]]);
  expect(changed({ ...talk, place: "outside" }, talk)).toEqual([["place", "outside", null]]);
  expect(changed(talk, talk)).toEqual([]);
});

test("left empty is left out", () => {
  expect(changed({ what: "we talk", place: "" }, { what: "we talk" })).toEqual([]);
});

test("days of the calendar take the place of what was promised in free words", () => {
  const repeat = "weekly su 2026-11-22/2027-06-01 Europe/Berlin";
  const [often] = changedAnswers(AGREEMENT_FIELDS.commitment, { when: "every Sunday" }, { repeat });
  expect(often).toMatchObject({
    id: "repeat",
    before: { field: { kind: "text" }, value: "every Sunday" },
    after: { field: { kind: "repeat" }, value: repeat },
  });
});
