import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { evenground } from "#server/evenground";
import { guideFor } from "#server/guide-for";
import { Frame } from "../../../server/frame";
import { signedInOnly } from "../../../server/signed-in-only";
import { Texts } from "../../../server/texts";
import { InviteTherapist } from "./invite-therapist";
import { Looks } from "./looks.server";
import styles from "./therapist.module.css";
import { TherapistSection } from "./therapist-section.server";

interface PageProps {
  readonly params: Promise<{ readonly space: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("therapist");
  return { title: t("title") };
}

/** A therapist whom both invite: who they are, what one shares with them, and what they have looked at. */
export default async function TherapistPage({ params }: PageProps) {
  const { space: spaceId } = await params;
  const t = await getTranslations("therapist");
  const summaries = await getTranslations("summaries");
  const locale = await getLocale();
  const asking = await signedInOnly(`/home/${spaceId}/therapist`);
  const therapy = await evenground().therapyFor(asking, spaceId);
  if (!therapy) notFound();
  const conversations = therapy.conversations.map(({ id, guide, createdAt }) => ({
    id,
    title: guideFor(guide, locale).title,
    at: createdAt.toISOString(),
  }));
  return (
    <Frame page="people" spaceId={spaceId}>
      <div className={styles.page}>
        <header className={styles.head}>
          <h1>{t("title")}</h1>
          <p className={styles.soft}>{t("lead")}</p>
          <p className={styles.soft}>{t("both")}</p>
          {therapy.therapists.length > 0 && (
            <ul className={styles.ways}>
              <li>
                <a href={`/home/${spaceId}/summaries`}>{summaries("link")}</a>
              </li>
              {therapy.therapists.some(({ isShared }) => isShared) && (
                <>
                  <li>
                    <a href={`/home/${spaceId}/asked`}>{t("betweenAll")}</a>
                  </li>
                  <li>
                    <a href={`/home/${spaceId}/before`}>{t("before")}</a>
                  </li>
                </>
              )}
            </ul>
          )}
        </header>
        <Texts of={["therapist", "refusal", "fault", "invite"]}>
          {therapy.therapists.map((one) => (
            <TherapistSection key={one.engagementId} therapist={one} conversations={conversations} />
          ))}
          {!therapy.otherLeft && <InviteTherapist spaceId={spaceId} />}
        </Texts>
        <Looks looks={therapy.looks} />
      </div>
    </Frame>
  );
}
