import type { Locale } from "#wire/locales";

/** Each language as those who speak it call it: whoever looks for theirs may understand no other. */
export const LANGUAGE_NAMES: Readonly<Record<Locale, string>> = {
  de: "Deutsch",
  en: "English",
  es: "Español",
};
