import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Frame } from "../../server/frame";
import { signedInOnly } from "../../server/signed-in-only";
import { Texts } from "../../server/texts";
import { buttonClass } from "../../ui/button";
import styles from "../settings.module.css";
import { EraseForm } from "./erase-form";

/** A tab is easily seen by somebody else. */
export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("settings");
  return { title: t("title") };
}

/** What erasing everything means, and the way to do it. */
export default async function ErasePage() {
  await signedInOnly("/settings/erase");
  const t = await getTranslations("settings.erase");
  return (
    <Frame page="settings">
      <div className={styles.page}>
        <div className={styles.head}>
          <h1>{t("title")}</h1>
          <p className={styles.lead}>{t("lead")}</p>
        </div>
        <section className={styles.part}>
          <h2 className={styles.small}>{t("once")}</h2>
          <ul className={styles.points}>
            <li>{t("onceWords")}</li>
            <li>{t("onceYou")}</li>
          </ul>
        </section>
        <section className={styles.part}>
          <h2 className={styles.small}>{t("other")}</h2>
          <ul className={styles.points}>
            <li>{t("otherOwn")}</li>
            <li>{t("otherYours")}</li>
            <li>{t("otherLeft")}</li>
          </ul>
        </section>
        <p>
          <b>{t("never")}</b>
        </p>
        <div className={styles.part}>
          <p>{t("takeOutFirst")}</p>
          <div className={styles.row}>
            <a href="/settings/take-out" className={buttonClass("quiet")}>
              {t("takeOut")}
            </a>
          </div>
        </div>
        <Texts of={["settings", "refusal", "fault"]}>
          <EraseForm />
        </Texts>
        <a href="/settings" className={styles.plain}>
          {t("back")}
        </a>
      </div>
    </Frame>
  );
}
