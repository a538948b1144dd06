import { match } from "@formatjs/intl-localematcher";
import Negotiator from "negotiator";
import { LOCALES, type Locale } from "#wire/locales";
import { guardedName, type NewCookie, readCookie } from "./cookies";
import type { Environment } from "./environment";
import type { Origins } from "./origins";

/** English from right to left, a third longer: to see that pages stand in any language. Never offered to people. */
export const PSEUDO_LOCALE = "ar-XB";

/** What a page can be read in. */
export type ReadingLocale = Locale | typeof PSEUDO_LOCALE;

/** Where a request says which language it would like to be answered in. */
export interface Wishes {
  /** What the person who is signed in has chosen; null for nobody, and for whoever never chose. */
  readonly own: Locale | null;
  /** The `Cookie` header: what was chosen on this browser. */
  readonly cookies: string | null | undefined;
  /** The `Accept-Language` header: what the browser was set to. */
  readonly acceptLanguage: string | null | undefined;
}

/** What reading a request's language needs of the process. */
export interface LocaleGround {
  readonly environment: Pick<Environment, "PSEUDO_LOCALE">;
  readonly origins: Pick<Origins, "secure">;
}

const YEAR = 365 * 86_400;
/** Nobody reads more languages than this; whoever sends more only wants to keep the server busy. */
const MOST_WISHES = 10;

/** The language to answer in: the person's own, else the browser's choice, else the nearest to what it is set to. */
export function localeOf(
  { own, cookies, acceptLanguage }: Wishes,
  { environment, origins }: LocaleGround,
): ReadingLocale {
  if (own) return own;
  const chosen = readCookie(cookies, nameOfCookie(origins));
  if (environment.PSEUDO_LOCALE === "on" && chosen === PSEUDO_LOCALE) return PSEUDO_LOCALE;
  return LOCALES.find((locale) => locale === chosen) ?? nearest(acceptLanguage ?? "");
}

/** Keeps a language on this browser for a year. */
export function localeCookie(locale: Locale, origins: LocaleGround["origins"]): NewCookie {
  return { name: nameOfCookie(origins), value: locale, seconds: YEAR };
}

function nameOfCookie({ secure }: LocaleGround["origins"]): string {
  return guardedName("evenground-locale", secure);
}

export function directionOf(locale: ReadingLocale): "ltr" | "rtl" {
  return locale === PSEUDO_LOCALE ? "rtl" : "ltr";
}

function nearest(acceptLanguage: string): Locale {
  const wishes = new Negotiator({ headers: { "accept-language": acceptLanguage } }).languages();
  const best = match(wishes.filter(isLanguage).slice(0, MOST_WISHES), LOCALES, LOCALES[0]);
  return LOCALES.find((locale) => locale === best) ?? LOCALES[0];
}

/** Browsers also send `*`, and anybody anything. */
function isLanguage(tag: string): boolean {
  try {
    return new Intl.Locale(tag) !== null;
  } catch {
    return false; // it throws for what is no language, and has no other way to ask
  }
}
