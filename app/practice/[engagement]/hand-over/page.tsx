import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { evenground } from "#server/evenground";
import { Frame } from "../../../server/frame";
import { signedInOnly } from "../../../server/signed-in-only";
import { Texts } from "../../../server/texts";
import styles from "../../practice.module.css";
import { ColleagueLink } from "./colleague-link";

interface PageProps {
  readonly params: Promise<{ readonly engagement: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("practice");
  return { title: t("title") };
}

/** How a couple is handed on to a colleague: by a link, and by what the two say to it. */
export default async function HandOverPage({ params }: PageProps) {
  const { engagement: id } = await params;
  const asking = await signedInOnly(`/practice/${id}/hand-over`);
  const work = await evenground().workWith(asking, id);
  if (!work || work.endedAt) notFound();
  const t = await getTranslations("practice");
  return (
    <Frame page="practice">
      <div className={styles.page}>
        <header className={styles.head}>
          <a className={styles.plain} href={`/practice/${id}`}>
            {t("end.back")}
          </a>
          <h1>{t("handOver.title")}</h1>
          <p className={styles.soft}>{t("handOver.lead")}</p>
          <p className={styles.soft}>{t("handOver.after")}</p>
        </header>
        <Texts of={["practice", "therapist", "invite", "refusal", "fault"]}>
          <ColleagueLink engagementId={id} />
        </Texts>
      </div>
    </Frame>
  );
}
