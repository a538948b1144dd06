import { getTranslations } from "next-intl/server";
import type { AppFace } from "#wire/preferences";
import { FaceForm } from "./face-form";
import { Section } from "./section.server";
import styles from "./settings.module.css";

/** How this place lies among the apps of somebody's phone. */
export async function Phone({ face }: { readonly face: AppFace }) {
  const t = await getTranslations("settings.phone");
  return (
    <Section id="phone" title={t("title")} lead={t("lead")}>
      <FaceForm face={face} />
      <div className={styles.part}>
        <p>{t("install")}</p>
        <p className={styles.lead}>{t("old")}</p>
      </div>
    </Section>
  );
}
