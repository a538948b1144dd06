import { getTranslations } from "next-intl/server";
import { Section } from "./section.server";
import styles from "./settings.module.css";

/** What becomes of one's words: taken out, erased. */
export async function OwnWords() {
  const t = await getTranslations("settings.words");
  return (
    <Section id="words" title={t("title")}>
      <div>
        <a href="/settings/take-out" className={styles.plain}>
          {t("takeOut")}
        </a>
        <p className={styles.note}>{t("takeOutText")}</p>
      </div>
      <div>
        <a href="/settings/erase" className={styles.plain}>
          {t("erase")}
        </a>
        <p className={styles.note}>{t("eraseText")}</p>
      </div>
    </Section>
  );
}
