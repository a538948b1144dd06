import { expect, test } from "vitest";
import { AGREEMENT_FIELDS } from "#conversation/agreement-fields";
import { asAnswered } from "./as-answered";

const questions = AGREEMENT_FIELDS.commitment;
const idsFor = (words: Record<string, string>) => asAnswered(questions, words).map(({ id }) => id);

test("a promise in free words is read with the question that was asked then", () => {
  expect(idsFor({ what: "I call", when: "every Sunday" })).toEqual(["what", "when", "sign", "whose"]);
});

test("days of the calendar come first; without either nothing is changed", () => {
  const repeat = "weekly su 2026-11-22/2027-06-01 Europe/Berlin";
  expect(idsFor({ what: "I call", repeat, when: "every Sunday" })).toEqual([
    "what",
    "repeat",
    "sign",
    "whose",
  ]);
  expect(asAnswered(questions, { what: "I call" })).toEqual(questions);
});
