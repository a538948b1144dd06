import { en } from "./en";
import { anyOf, asWords } from "./phrases";
import type { HintKind, Wording } from "./wording";

/** What somebody is writing: it decides what they could be gently pointed to. */
export type Care = "speaking" | "owning" | "boundary" | "plain";

/** What is looked for, the weightiest first. */
const LOOKED_FOR: Readonly<Record<Care, readonly HintKind[]>> = {
  speaking: ["secrets", "blame", "absolute"],
  owning: ["secrets", "excuse", "blame"],
  boundary: ["secrets", "threat"],
  plain: ["secrets"],
};

/** The languages there are lists for. */
const WORDINGS: ReadonlyMap<string, ReturnType<typeof prepared>> = new Map([["en", prepared(en)]]);

/** Stands where something harmless stood. No phrase reaches over it, or begins after it as after a full stop. */
const TAKEN_OUT = " ..";

/**
 * What the writer of `text` could be gently pointed to, the weightiest first; nothing in a language (a BCP 47 `locale`)
 * that has no list. It looks at words, not at meaning, and is wrong at times: it is for the writer's eyes alone, decides
 * nothing, and neither it nor that it was shown ever leaves their browser.
 */
export function hintsIn(text: string, care: Care, locale: string): readonly HintKind[] {
  const wording = WORDINGS.get(locale.split("-")[0] ?? locale);
  if (!wording) return [];
  const words = asWords(text, wording.short, locale).replace(wording.harmless, TAKEN_OUT);
  return LOOKED_FOR[care].filter((kind) => words.search(wording.phrases[kind]) >= 0);
}

function prepared({ short, harmless, phrases }: Wording) {
  return {
    short: new Map(Object.entries(short)),
    harmless: anyOf(harmless),
    phrases: {
      secrets: anyOf(phrases.secrets),
      threat: anyOf(phrases.threat),
      excuse: anyOf(phrases.excuse),
      blame: anyOf(phrases.blame),
      absolute: anyOf(phrases.absolute),
    },
  };
}
