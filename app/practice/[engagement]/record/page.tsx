import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { evenground } from "#server/evenground";
import { Frame } from "../../../server/frame";
import { signedInOnly } from "../../../server/signed-in-only";
import { buttonClass } from "../../../ui/button";
import styles from "../../practice.module.css";

interface PageProps {
  readonly params: Promise<{ readonly engagement: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("workRecord");
  return { title: t("title") };
}

/**
 * A record of the work as a file, while both partners’ lists name it. Where not both do, that is said, and nothing of who
 * does and who does not.
 */
export default async function RecordPage({ params }: PageProps) {
  const { engagement: id } = await params;
  const asking = await signedInOnly(`/practice/${id}/record`);
  const ground = evenground();
  if (!(await ground.workWith(asking, id))) notFound();
  const isOpen = await ground.mayMakeRecord(asking, id);
  const t = await getTranslations("workRecord");
  return (
    <Frame page="practice">
      <div className={styles.page}>
        <header className={styles.head}>
          <a className={styles.plain} href={`/practice/${id}`}>
            {t("back")}
          </a>
          <h1>{t("link")}</h1>
          <p className={styles.soft}>{t("lead")}</p>
        </header>
        {isOpen ? (
          <>
            <p className={`${styles.seen} ${styles.small}`}>{t("told")}</p>
            <div className={styles.row}>
              <a className={buttonClass("primary")} href={`/api/engagements/${id}/record?as=pdf`} download>
                {t("pdf")}
              </a>
              <a className={buttonClass("quiet")} href={`/api/engagements/${id}/record?as=json`} download>
                {t("json")}
              </a>
            </div>
            <p className={styles.soft}>{t("unlocked")}</p>
          </>
        ) : (
          <p>{t("closed")}</p>
        )}
      </div>
    </Frame>
  );
}
