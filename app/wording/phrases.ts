/** One word: letters and digits, with apostrophes only inside. */
const WORD = "[\\p{L}\\p{M}\\p{N}]+(?:'[\\p{L}\\p{M}\\p{N}]+)*";
/** What a phrase does not reach over. */
const BREAK = "[.,;:!?…()–—\\n]|\\s-+\\s";
const WORD_OR_BREAK = new RegExp(`${WORD}|${BREAK}`, "gu");
const IS_WORD = /^[\p{L}\p{M}\p{N}]/u;

/**
 * A text as phrases look at it: small letters, one space around each word, a lone full stop for every break, also
 * before the first word and after the last. Words that `short` knows are written out.
 */
export function asWords(text: string, short: ReadonlyMap<string, string>, locale: string): string {
  const plain = text
    .normalize("NFC")
    .toLocaleLowerCase(locale)
    .replace(/[‘’ʼ`´]/g, "'");
  const words = plain.match(WORD_OR_BREAK) ?? [];
  return ` . ${words.map((word) => (IS_WORD.test(word) ? (short.get(word) ?? word) : ".")).join(" ")} . `;
}

/** Finds any of the phrases (written as wording.ts says) in a text as `asWords` gives it. */
export function anyOf(phrases: readonly string[]): RegExp {
  return new RegExp(`(?:${phrases.map(asPattern).join("|")})(?= )`, "gu");
}

function asPattern(phrase: string): string {
  return phrase
    .split(" ")
    .map((part) => partPattern(part.replaceAll("_", " ")))
    .join("");
}

function partPattern(part: string): string {
  if (part === "…") return "(?: [^ .]+){0,3}";
  if (part === "^") return " \\.";
  if (part.endsWith("?")) return `(?: (?:${part.slice(0, -1)}))?`;
  return ` (?:${part})`;
}

/** The text without a last word that is still being typed: "you ne" may become "you need". */
export function finishedWords(text: string): string {
  return text.replace(/[\p{L}\p{M}\p{N}'’]+$/u, "");
}
