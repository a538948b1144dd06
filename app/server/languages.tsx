import { getLocale, getTranslations } from "next-intl/server";
import { LOCALES } from "#wire/locales";
import { LANGUAGE_NAMES } from "../../i18n/language-names";
import { LanguageChoice } from "../ui/language-choice";

/** The languages, at the foot of pages on which somebody may not understand a word yet. */
export async function Languages() {
  const t = await getTranslations("language");
  return (
    <LanguageChoice
      label={t("label")}
      current={await getLocale()}
      languages={LOCALES.map((locale) => ({ locale, name: LANGUAGE_NAMES[locale] }))}
      saveAt="/api/locale"
      notKept={t("notKept")}
    />
  );
}
