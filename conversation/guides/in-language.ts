import type { Guide } from "../guide";
import { type GuideTexts, inWords } from "../guide-texts";
import { de } from "./texts/de";
import { es } from "./texts/es";

/** What each guide says in the languages it was put into; English stands in the guides themselves. */
export const GUIDE_TEXTS: Readonly<Record<string, Readonly<Record<string, GuideTexts>>>> = { de, es };

/** A shipped guide as it reads in a language (`de`, `es`); as it was written in any other, and where it is not ours. */
export function guideIn(guide: Guide, language: string): Guide {
  const texts = GUIDE_TEXTS[language]?.[guide.id];
  return texts ? inWords(guide, texts) : guide;
}
