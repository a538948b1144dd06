import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { CHECK_IN_AREAS, statementsIn } from "#conversation/check-ins/statements";
import { Frame } from "../../server/frame";
import { signedInOnly } from "../../server/signed-in-only";
import { Texts } from "../../server/texts";
import styles from "../check-ins.module.css";
import { CheckInForm } from "./check-in-form";
import { Scale } from "./scale.server";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("checkIns");
  return { title: t("title") };
}

/** “How is it now?”: every statement may be left out. */
export default async function NowPage() {
  await signedInOnly("/check-ins/now");
  const t = await getTranslations("checkIns");
  const statements = statementsIn(await getLocale());
  return (
    <Frame page="checkIns">
      <div className={styles.page}>
        <header className={styles.head}>
          <a className={styles.plain} href="/check-ins">
            {t("back")}
          </a>
          <h1>{t("now.title")}</h1>
          <p>{t("now.lead")}</p>
          <p className={styles.soft}>{t("now.looking")}</p>
        </header>
        <Texts of={["checkIns", "refusal", "fault"]}>
          <CheckInForm>
            {CHECK_IN_AREAS.map((area) => (
              <section key={area} className={styles.area} aria-labelledby={`area-${area}`}>
                <h2 id={`area-${area}`}>{t(`areas.${area}`)}</h2>
                {statements
                  .filter((statement) => statement.area === area)
                  .map((statement) => (
                    <Scale key={statement.id} statement={statement} />
                  ))}
                {area === "ahead" && <p className={styles.soft}>{t("now.safe")}</p>}
              </section>
            ))}
          </CheckInForm>
        </Texts>
      </div>
    </Frame>
  );
}
