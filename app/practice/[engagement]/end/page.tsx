import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { evenground } from "#server/evenground";
import { Frame } from "../../../server/frame";
import { signedInOnly } from "../../../server/signed-in-only";
import { Texts } from "../../../server/texts";
import styles from "../../practice.module.css";
import { EndForm } from "./end-form";

interface PageProps {
  readonly params: Promise<{ readonly engagement: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("practice");
  return { title: t("title") };
}

/** What ending the work comes to, how long one's own copy is kept, and then the way out. */
export default async function EndPage({ params }: PageProps) {
  const { engagement: id } = await params;
  const asking = await signedInOnly(`/practice/${id}/end`);
  const work = await evenground().workWith(asking, id);
  if (!work) notFound();
  if (work.endedAt) redirect(`/practice/${id}`);
  const t = await getTranslations("practice.end");
  return (
    <Frame page="practice">
      <div className={styles.page}>
        <header className={styles.head}>
          <a className={styles.plain} href={`/practice/${id}`}>
            {t("back")}
          </a>
          <h1>{t("title")}</h1>
          <p className={styles.soft}>{t("lead")}</p>
        </header>
        <Texts of={["practice", "refusal", "fault"]}>
          <EndForm engagementId={id} />
        </Texts>
      </div>
    </Frame>
  );
}
