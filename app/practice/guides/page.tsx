import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { GUIDES } from "#conversation/guides/catalogue";
import { evenground } from "#server/evenground";
import { guideFor } from "#server/guide-for";
import { Day } from "../../day.server";
import { Frame } from "../../server/frame";
import { signedInOnly } from "../../server/signed-in-only";
import { Texts } from "../../server/texts";
import styles from "../practice.module.css";
import { NewGuide } from "./new-guide";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("ownGuides");
  return { title: t("title") };
}

/** The guides that a therapist writes, and the ways to a new one. */
export default async function OwnGuidesPage() {
  const asking = await signedInOnly("/practice/guides");
  const ground = evenground();
  if (!(await ground.therapistProfile(asking))) redirect("/practice");
  const t = await getTranslations("ownGuides");
  const locale = await getLocale();
  const guides = await ground.ownGuides(asking);
  return (
    <Frame page="practice">
      <div className={styles.page}>
        <header className={styles.head}>
          <a className={styles.plain} href="/practice">
            {t("back")}
          </a>
          <h1>{t("title")}</h1>
          <p className={styles.soft}>{t("lead")}</p>
        </header>
        {guides.length === 0 ? (
          <p className={styles.soft}>{t("none")}</p>
        ) : (
          <ul className={styles.lines}>
            {guides.map(({ id, draft, newest, changedAt, putAwayAt }) => (
              <li key={id}>
                <a href={`/practice/guides/${id}`}>{draft.title || t("untitled")}</a>
                <p className={styles.small}>
                  {newest === null ? t("noVersion") : t("version", { version: newest })}{" "}
                  {putAwayAt && `${t("isAway")} `}
                  {t.rich("changed", { day: () => <Day at={changedAt} /> })}
                </p>
              </li>
            ))}
          </ul>
        )}
        <section className={styles.section} aria-labelledby="new">
          <h2 id="new">{t("new.title")}</h2>
          <Texts of={["ownGuides", "refusal", "fault"]}>
            <NewGuide
              shipped={GUIDES.map((guide) => ({ id: guide.id, title: guideFor(guide, locale).title }))}
            />
          </Texts>
        </section>
      </div>
    </Frame>
  );
}
