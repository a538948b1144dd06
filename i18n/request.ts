import { headers } from "next/headers";
import type { Messages } from "next-intl";
import { getRequestConfig } from "next-intl/server";
import { evenground } from "#server/evenground";
import { localeOf, PSEUDO_LOCALE, type ReadingLocale } from "#server/locale-of";
import { messagesInPseudo } from "#server/pseudo-words";
import { whoIsAsking } from "../app/server/asking";

/** The language a page is read in. Times are formatted in the browser, in the person's own zone; the server's is never shown. */
export default getRequestConfig(async () => {
  const sent = await headers();
  // Where the database does not answer, the page says so by itself, and should be able to in a language.
  const asking = await whoIsAsking().catch(() => null);
  const wishes = {
    own: asking?.preferences.locale ?? null,
    cookies: sent.get("cookie"),
    acceptLanguage: sent.get("accept-language"),
  };
  const locale = localeOf(wishes, evenground());
  return { locale, timeZone: "UTC", messages: await messagesIn(locale) };
});

/** One language is loaded where it is first asked for, and no other. */
async function messagesIn(locale: ReadingLocale): Promise<Messages> {
  if (locale === PSEUDO_LOCALE) return messagesInPseudo(await messagesIn("en"));
  return (await import(`../messages/${locale}.json`)).default;
}
