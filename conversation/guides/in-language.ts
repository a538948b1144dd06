import { AGREEMENT_FIELDS } from "../agreement-fields";
import type { AgreementFields, Guide } from "../guide";
import { type GuideTexts, inWords } from "../guide-texts";
import { de } from "./texts/de";
import { es } from "./texts/es";

/** Where the texts of `AGREEMENT_FIELDS` stand among those of the guides. */
export const AGREEMENT_TEXTS = "agreement-fields";

/** What each guide says in the languages it was put into; English stands in the guides themselves. */
export const GUIDE_TEXTS: Readonly<Record<string, Readonly<Record<string, GuideTexts>>>> = { de, es };

/** A shipped guide as it reads in a language (`de`, `es`); as it was written in any other, and where it is not ours. */
export function guideIn(guide: Guide, language: string): Guide {
  const texts = GUIDE_TEXTS[language]?.[guide.id];
  return texts ? withQuestions(inWords(guide, texts), agreementFieldsIn(language)) : guide;
}

/** The questions of each sort of agreement in a language; in English where nobody put them into it. */
export function agreementFieldsIn(language: string): AgreementFields {
  return inWords(AGREEMENT_FIELDS, GUIDE_TEXTS[language]?.[AGREEMENT_TEXTS] ?? {});
}

/** A review asks what the agreements ask. */
function withQuestions(guide: Guide, questions: AgreementFields): Guide {
  return {
    ...guide,
    steps: guide.steps.map((step) => (step.kind === "review" ? { ...step, questions } : step)),
  };
}
