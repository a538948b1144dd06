import { createTranslator } from "use-intl/core";
import type { Locale } from "#wire/locales";
import type en from "../messages/en.json";
import { PSEUDO_LOCALE, type ReadingLocale } from "./locale-of";

type AllMessages = typeof en;

/**
 * The sentences of one namespace of messages/, for what the server itself writes: mails, the record that is taken out.
 * Pages have next-intl for that. To be called in the server's own module graph: in Next's the messages are compiled.
 * What nobody reads in the pseudo-locale is in English there.
 */
export async function textsIn<Namespace extends keyof AllMessages & string>(
  reading: ReadingLocale,
  namespace: Namespace,
) {
  const locale = writtenLocale(reading);
  const messages = await messagesIn(locale);
  return createTranslator<AllMessages, Namespace>({ locale, messages, namespace, timeZone: "UTC" });
}

/** The language that what the server itself writes for this reader is in. */
export function writtenLocale(reading: ReadingLocale): Locale {
  return reading === PSEUDO_LOCALE ? "en" : reading;
}

async function messagesIn(locale: Locale): Promise<AllMessages> {
  return (await import(`../messages/${locale}.json`)).default;
}
