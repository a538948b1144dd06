import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import type { Seat } from "#conversation/seats";
import { evenground } from "#server/evenground";
import { guideFor } from "#server/guide-for";
import type { Summary } from "#server/therapy/summaries/open-summaries";
import { Day } from "../../../day.server";
import { Quotes } from "../../../quotes/quotes.server";
import { Frame } from "../../../server/frame";
import { signedInOnly } from "../../../server/signed-in-only";
import { Texts } from "../../../server/texts";
import { coupleName, nameIn } from "../../names.server";
import styles from "../../practice.module.css";
import own from "./summaries.module.css";
import { TakeBack } from "./take-back";
import { WriteSummary } from "./write-summary";

interface PageProps {
  readonly params: Promise<{ readonly engagement: string }>;
}

/** No names: a tab is easily seen by somebody else. */
export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("summaries");
  return { title: t("title") };
}

/** What a therapist has shared with both, and where they write the next one while both share something. */
export default async function SummariesPage({ params }: PageProps) {
  const { engagement: id } = await params;
  const asking = await signedInOnly(`/practice/${id}/summaries`);
  const ground = evenground();
  const [work, profile] = await Promise.all([
    ground.summariesOfWork(asking, id),
    ground.therapistProfile(asking),
  ]);
  if (!work || !profile) notFound();
  const { couple, summaries, conversations } = work;
  const t = await getTranslations("summaries");
  const locale = await getLocale();
  const partner = await nameIn(couple);
  const nameOf = (seat: Seat) => (seat === "t" ? profile.name : partner(seat));
  return (
    <Frame page="practice">
      <div className={styles.page}>
        <header className={styles.head}>
          <a className={styles.plain} href={`/practice/${id}`}>
            {t("practice.back")}
          </a>
          <h1>{t("title")}</h1>
          <p className={styles.soft}>{await coupleName(couple)}</p>
          <p className={styles.soft}>{t("practice.lead")}</p>
        </header>
        <Texts of={["summaries", "fields", "refusal", "fault"]}>
          <section className={styles.section} aria-labelledby="write">
            <h2 id="write">{t("write.title")}</h2>
            {conversations ? (
              <WriteSummary
                engagementId={id}
                names={{ a: nameOf("a"), b: nameOf("b"), t: nameOf("t") }}
                conversations={conversations.map(({ id: conversationId, guide, createdAt }) => ({
                  id: conversationId,
                  title: guideFor(guide, locale).title,
                  at: createdAt.toISOString(),
                }))}
              />
            ) : (
              <p className={styles.soft}>{t("practice.closed")}</p>
            )}
          </section>
          <section className={styles.section} aria-labelledby="shared">
            <h2 id="shared">{t("practice.shared")}</h2>
            {summaries.length === 0 && <p className={styles.soft}>{t("practice.none")}</p>}
            <ul className={styles.lines}>
              {summaries.map((summary) => (
                <Shared key={summary.id} summary={summary} nameOf={nameOf} />
              ))}
            </ul>
          </section>
        </Texts>
      </div>
    </Frame>
  );
}

interface SharedProps {
  readonly summary: Summary;
  nameOf(seat: Seat): string;
}

async function Shared({ summary, nameOf }: SharedProps) {
  const t = await getTranslations("summaries");
  const { id, engagementId, at, withdrawnAt, text, quotes } = summary;
  return (
    <li>
      <article className={own.shared}>
        <p className={styles.kept}>{text ?? t("unreadable")}</p>
        <Quotes quotes={quotes} nameOf={nameOf} />
        <p className={styles.small}>
          {withdrawnAt
            ? t.rich("practice.takenBack", { day: () => <Day at={withdrawnAt} /> })
            : t.rich("practice.on", { day: () => <Day at={at} /> })}
        </p>
        {!withdrawnAt && <TakeBack engagementId={engagementId} id={id} />}
      </article>
    </li>
  );
}
