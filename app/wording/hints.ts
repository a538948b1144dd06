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

/**
 * The languages there are lists for. Each is fetched by itself: a browser gets the list of its reader and no other.
 * A new language is a file like en.ts, a line here, and a test like hints.de.test.ts.
 */
const WORDINGS: ReadonlyMap<string, () => Promise<Wording>> = new Map([
  ["de", async () => (await import("./de")).de],
  ["en", async () => (await import("./en")).en],
  ["es", async () => (await import("./es")).es],
]);

/** The lists of one language, made ready to look with. */
export type ReadyWording = ReturnType<typeof prepared>;

/** What is ready already: a page has many boxes, and each looks for the same. */
const READY = new Map<string, ReadyWording>();

/** Stands where something harmless stood. No phrase reaches over it, or begins after it as after a full stop. */
const TAKEN_OUT = " ..";

/** The lists of a language (a BCP 47 `locale`); null for one that has none. Rejects where they could not be fetched. */
export async function wordingIn(locale: string): Promise<ReadyWording | null> {
  const language = locale.split("-")[0] ?? locale;
  const load = WORDINGS.get(language);
  if (!load) return null;
  const wording = READY.get(language) ?? prepared(language, await load());
  READY.set(language, wording);
  return wording;
}

/**
 * What the writer of `text` could be gently pointed to, the weightiest first, by the lists of their language. It looks
 * at words, not at meaning, and is wrong at times: it is for the writer's eyes alone, decides nothing, and neither it
 * nor that it was shown ever leaves their browser.
 */
export function hintsIn(text: string, care: Care, wording: ReadyWording): readonly HintKind[] {
  const words = asWords(text, wording.short, wording.language).replace(wording.harmless, TAKEN_OUT);
  return LOOKED_FOR[care].filter((kind) => words.search(wording.phrases[kind]) >= 0);
}

function prepared(language: string, { short, harmless, phrases }: Wording) {
  return {
    language,
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
