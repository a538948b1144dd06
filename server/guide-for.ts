import type { Guide } from "#conversation/guide";
import { inWords, textsOf } from "#conversation/guide-texts";
import { guideIn } from "#conversation/guides/in-language";
import { PSEUDO_LOCALE, type ReadingLocale } from "./locale-of";
import { inPseudo } from "./pseudo-words";

/** Put into words once for each language: everybody who comes back after a lost connection asks for their guide. */
const known = new WeakMap<Guide, Map<ReadingLocale, Guide>>();

/** A guide as somebody reads it. To the rules it is the same guide in every language (K7). */
export function guideFor(guide: Guide, locale: ReadingLocale): Guide {
  const inLanguages = known.get(guide) ?? new Map<ReadingLocale, Guide>();
  known.set(guide, inLanguages);
  const inLanguage = inLanguages.get(locale) ?? put(guide, locale);
  inLanguages.set(locale, inLanguage);
  return inLanguage;
}

function put(guide: Guide, locale: ReadingLocale): Guide {
  if (locale !== PSEUDO_LOCALE) return guideIn(guide, locale);
  const texts = Object.entries(textsOf(guide)).map(([place, text]) => [place, inPseudo(text)]);
  return inWords(guide, Object.fromEntries(texts));
}
