import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { evenground } from "#server/evenground";
import { Frame } from "../server/frame";
import { signedInOnly } from "../server/signed-in-only";
import { Texts } from "../server/texts";
import { buttonClass } from "../ui/button";
import { Stone } from "../ui/stone";
import { BeginWithCouple } from "./begin-with-couple";
import { Caseload } from "./caseload.server";
import { EndedWorks } from "./ended-works.server";
import styles from "./practice.module.css";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("practice");
  return { title: t("title") };
}

/** The couples a therapist works with; for everybody else, what this page is for and how one becomes one. */
export default async function PracticePage() {
  const asking = await signedInOnly("/practice");
  const ground = evenground();
  const profile = await ground.therapistProfile(asking);
  const t = await getTranslations("practice");
  if (!profile)
    return (
      <Frame>
        <div className={styles.page}>
          <header className={styles.head}>
            <h1>{t("title")}</h1>
            <p className={styles.soft}>{t("none.text")}</p>
          </header>
          <p>
            <a className={buttonClass("primary")} href="/practice/profile">
              {t("none.go")}
            </a>
          </p>
        </div>
      </Frame>
    );
  return (
    <Frame page="practice">
      <div className={styles.page}>
        <header className={styles.head}>
          <div className={styles.titled}>
            <h1>{t("title")}</h1>
            <Stone seat="t" name={profile.name} />
          </div>
          <p className={styles.soft}>{t("lead")}</p>
          <nav className={styles.row} aria-label={t("own")}>
            <a className={styles.plain} href="/practice/profile">
              {t("profileLink")}
            </a>
            <a className={styles.plain} href="/practice/guides">
              {t("guidesLink")}
            </a>
          </nav>
        </header>
        <Caseload cases={await ground.caseload(asking)} />
        <EndedWorks works={await ground.endedWorks(asking)} />
        <section className={styles.section} aria-labelledby="begin">
          <h2 id="begin">{t("begin.title")}</h2>
          <p className={styles.soft}>{t("begin.text")}</p>
          <Texts of={["practice", "refusal", "fault"]}>
            <BeginWithCouple />
          </Texts>
        </section>
      </div>
    </Frame>
  );
}
