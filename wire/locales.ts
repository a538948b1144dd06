/** The languages that everything is written in. The first is spoken where none of them is wished for. */
export const LOCALES = ["en", "de", "es"] as const;
export type Locale = (typeof LOCALES)[number];
