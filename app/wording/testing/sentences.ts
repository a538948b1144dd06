import { describe, expect, test } from "vitest";
import { type Care, hintsIn, type ReadyWording, wordingIn } from "../hints";
import type { HintKind } from "../wording";

/** Sentences that are pointed to, and others, as like them as can be, that are not. */
export interface Sentences {
  readonly kind: HintKind;
  readonly care: Care;
  readonly hint: readonly string[];
  readonly noHint: readonly string[];
}

/** The lists of a language that has some. */
export async function listsOf(locale: string): Promise<ReadyWording> {
  const wording = await wordingIn(locale);
  if (!wording) throw new Error(`There are no lists for ${locale}.`);
  return wording;
}

/** A test for every sentence. */
export function testSentences(wording: ReadyWording, tables: readonly Sentences[]): void {
  describe.each(tables)("$kind, while $care", ({ kind, care, hint, noHint }) => {
    test.each(hint)("points to it: %s", (sentence) => {
      expect(hintsIn(sentence, care, wording)).toContain(kind);
    });
    test.each(noHint)("leaves alone: %s", (sentence) => {
      expect(hintsIn(sentence, care, wording)).toEqual([]);
    });
  });
}
