/** What a hint can be about. */
export type HintKind = "secrets" | "threat" | "excuse" | "blame" | "absolute";

/**
 * What one language looks for, as lists of phrases in small letters with straight apostrophes, e.g. `it is your fault`.
 * A phrase never reaches over a comma or the end of a sentence. In a phrase
 * - `am|was` stands for one word or the other, and `read|look_at` for one word or two;
 * - `so?` or `so|very?` may be missing;
 * - `…` stands for up to three words;
 * - `^` is where a sentence or what follows a comma begins; between words it is the comma itself: German has one before
 *   every „dass“.
 *
 * Better to miss something than to point at words that do no harm: whoever is pointed at for nothing stops listening.
 */
export interface Wording {
  /** Words that are read as others, so that phrases need only one way of writing: "don't" as "do not". */
  readonly short: Readonly<Record<string, string>>;
  /** Phrases that do no harm although another one is in them: "you never know". */
  readonly harmless: readonly string[];
  readonly phrases: Readonly<Record<HintKind, readonly string[]>>;
}
