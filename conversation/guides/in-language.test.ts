import { expect, test } from "vitest";
import { AGREEMENT_FIELDS } from "../agreement-fields";
import type { Guide, ReviewStep } from "../guide";
import { inWords, textsOf } from "../guide-texts";
import { GUIDES, guideOf } from "./catalogue";
import { AGREEMENT_TEXTS, GUIDE_TEXTS, guideIn } from "./in-language";

const LANGUAGES = Object.keys(GUIDE_TEXTS);
const VERSIONS: readonly Guide[] = GUIDES.flatMap(({ id, version }) =>
  Array.from({ length: version }, (_, index) => guideOf(id, index + 1) ?? []).flat(),
);
const CASES = LANGUAGES.flatMap((language) => VERSIONS.map((guide) => ({ language, guide, id: guide.id })));

test.each(CASES)("[K7] $id has every sentence in $language, and no others", ({ language, guide }) => {
  const texts = GUIDE_TEXTS[language]?.[guide.id] ?? {};
  const places = VERSIONS.filter(({ id }) => id === guide.id).flatMap((each) => Object.keys(textsOf(each)));
  expect(Object.keys(texts).sort()).toEqual([...new Set(places)].sort());
  expect(Object.values(texts).every((text) => text.trim() !== "")).toBe(true);
});

test.each(CASES)("[K7] $id in $language says every long sentence in that language", ({ language, guide }) => {
  const english = textsOf(guide);
  const same = Object.entries(textsOf(guideIn(guide, language))).filter(
    ([place, text]) => text === english[place] && text.split(" ").length > 3,
  );
  expect(same).toEqual([]);
});

test.each(CASES)("[K7] $id in $language is the same to the rules", ({ language, guide }) => {
  const same = inWords(guideIn(guide, language), textsOf(guide));
  const steps = same.steps.map((step) => (step.kind === "review" ? withoutQuestions(step) : step));
  expect({ ...same, steps }).toEqual(guide);
});

function withoutQuestions({ questions: _questions, ...step }: ReviewStep): ReviewStep {
  return step;
}

test.each(LANGUAGES)("[K7] what every agreement asks is asked in %s too, in a review as well", (language) => {
  const english = textsOf(AGREEMENT_FIELDS);
  const texts = GUIDE_TEXTS[language]?.[AGREEMENT_TEXTS] ?? {};
  expect(Object.keys(texts)).toEqual(Object.keys(english));
  const reviews = VERSIONS.flatMap((guide) => guideIn(guide, language).steps).filter(
    ({ kind }) => kind === "review",
  );
  expect(reviews.length).toBeGreaterThan(0);
  for (const step of reviews)
    if (step.kind === "review") expect(textsOf(step.questions ?? {})).toEqual(texts);
});

test("[K7] what a field is called is not taken for a sentence", () => {
  const [guide] = GUIDES;
  if (!guide) throw new Error("There are no guides.");
  const shouted = inWords(
    guide,
    Object.fromEntries(Object.entries(textsOf(guide)).map(([at, text]) => [at, `${text}!`])),
  );
  expect(shouted.steps.map(({ id, kind }) => [id, kind])).toEqual(
    guide.steps.map(({ id, kind }) => [id, kind]),
  );
  expect(shouted.title).toBe(`${guide.title}!`);
});

test("[K7] a language nobody wrote reads as it was written", () => {
  for (const guide of GUIDES) expect(guideIn(guide, "fr")).toBe(guide);
});
