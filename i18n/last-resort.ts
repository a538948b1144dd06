import { LOCALES, type Locale } from "#wire/locales";

/** What is said when even the layout cannot be made. */
interface LastResort {
  readonly name: string;
  readonly skip: string;
  readonly leaveQuickly: string;
  readonly title: string;
  readonly body: string;
  readonly id: string;
  readonly again: string;
  readonly home: string;
}

/**
 * The words for when even the layout cannot be made: the messages come with it, so these have to stand on their own.
 * They say the same as `fault` in messages/.
 */
export const LAST_RESORT: Readonly<Record<Locale, LastResort>> = {
  en: {
    name: "Evenground",
    skip: "Skip to the main part",
    leaveQuickly: "Leave quickly",
    title: "Something broke on our side",
    body: "What you had sent is kept. Please try again in a moment.",
    id: "If you tell someone about it, this number helps:",
    again: "Try again",
    home: "To the first page",
  },
  de: {
    name: "Evenground",
    skip: "Zum Hauptteil springen",
    leaveQuickly: "Schnell verlassen",
    title: "Bei uns ist etwas kaputtgegangen",
    body: "Was du abgeschickt hattest, bleibt erhalten. Bitte versuch es gleich noch einmal.",
    id: "Wenn du jemandem davon erzählst, hilft diese Nummer:",
    again: "Noch einmal versuchen",
    home: "Zur ersten Seite",
  },
  es: {
    name: "Evenground",
    skip: "Ir a la parte principal",
    leaveQuickly: "Salir rápido",
    title: "Algo ha fallado por nuestra parte",
    body: "Lo que habías enviado está guardado. Vuelve a intentarlo en un momento.",
    id: "Si se lo cuentas a alguien, este número ayuda:",
    again: "Intentarlo otra vez",
    home: "A la primera página",
  },
};

/**
 * The language of the page that could not be made. A server that fails to make the layout sends a page without one:
 * then the first we have of those the browser is set to.
 */
export function lastResortLocale(): Locale {
  if (typeof document === "undefined") return LOCALES[0];
  const wishes = [document.documentElement.lang, ...navigator.languages];
  const known = wishes.map((wish) => LOCALES.find((locale) => locale === wish.split("-")[0]));
  return known.find((locale) => locale !== undefined) ?? LOCALES[0];
}
