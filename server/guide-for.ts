import type { Guide } from "#conversation/guide";
import { inWords, textsOf } from "#conversation/guide-texts";
import { guideIn } from "#conversation/guides/in-language";
import { PSEUDO_LOCALE, type ReadingLocale } from "./locale-of";
import { inPseudo } from "./pseudo-words";

/** A guide as somebody reads it. To the rules it is the same guide in every language (K7). */
export function guideFor(guide: Guide, locale: ReadingLocale): Guide {
  return locale === PSEUDO_LOCALE ? guideInPseudo(guide) : guideIn(guide, locale);
}

function guideInPseudo(guide: Guide): Guide {
  const texts = Object.entries(textsOf(guide)).map(([place, text]) => [place, inPseudo(text)]);
  return inWords(guide, Object.fromEntries(texts));
}
