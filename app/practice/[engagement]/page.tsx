import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { evenground } from "#server/evenground";
import type { OneEngagement } from "#server/therapy/one-engagement";
import { Day } from "../../day.server";
import { Frame } from "../../server/frame";
import { signedInOnly } from "../../server/signed-in-only";
import { Texts } from "../../server/texts";
import { Stone } from "../../ui/stone";
import { coupleName } from "../names.server";
import styles from "../practice.module.css";
import { Stand } from "../stand.server";
import { PartnerLinks } from "./partner-links";
import { WhatIsShared } from "./what-is-shared.server";

interface PageProps {
  readonly params: Promise<{ readonly engagement: string }>;
}

/** No names: a tab is easily seen by somebody else. */
export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("practice");
  return { title: t("title") };
}

/** One couple, as far as both share something. For everybody but their therapist there is no such page. */
export default async function EngagementPage({ params }: PageProps) {
  const { engagement: id } = await params;
  const asking = await signedInOnly(`/practice/${id}`);
  const couple = await evenground().engagement(asking, id);
  if (!couple) notFound();
  const t = await getTranslations("practice");
  return (
    <Frame page="practice">
      <div className={styles.page}>
        <header className={styles.head}>
          <a className={styles.plain} href="/practice">
            {t("one.back")}
          </a>
          <div className={styles.titled}>
            <h1>{await coupleName(couple)}</h1>
            <Stones couple={couple} />
          </div>
          {couple.shared ? <p className={`${styles.seen} ${styles.small}`}>{t("one.seen")}</p> : null}
        </header>
        {couple.endedAt ? <Ended couple={couple} endedAt={couple.endedAt} /> : <Running couple={couple} />}
      </div>
    </Frame>
  );
}

function Stones({ couple }: { readonly couple: OneEngagement }) {
  return (
    <div className={styles.row}>
      {couple.partners.map(({ seat, name }) => (name ? <Stone key={seat} seat={seat} name={name} /> : null))}
    </div>
  );
}

interface EndedProps {
  readonly couple: OneEngagement;
  readonly endedAt: Date;
}

async function Ended({ couple: { engagementId, keptUntil }, endedAt }: EndedProps) {
  const t = await getTranslations("practice.one");
  return (
    <section className={styles.section}>
      <h2>{t.rich("ended", { day: () => <Day at={endedAt} /> })}</h2>
      <p className={styles.soft}>{t("endedText")}</p>
      {keptUntil && (
        <p className={styles.soft}>{t.rich("keptUntil", { day: () => <Day at={keptUntil} /> })}</p>
      )}
      {keptUntil && keptUntil > evenground().now() && (
        <OwnPages engagementId={engagementId} isShared={false} />
      )}
    </section>
  );
}

async function Running({ couple }: { readonly couple: OneEngagement }) {
  const t = await getTranslations("practice");
  const missing = couple.isOwnSpace
    ? couple.partners.filter(({ hasCome }) => !hasCome).map(({ seat }) => seat)
    : [];
  return (
    <>
      <OwnPages engagementId={couple.engagementId} isShared={couple.shared !== null} />
      {couple.shared ? (
        <WhatIsShared couple={couple} shared={couple.shared} />
      ) : (
        <section className={styles.section} aria-labelledby="nothing">
          <h2 id="nothing">{t("one.nothing")}</h2>
          <Stand couple={couple} />
          <p className={styles.soft}>{t("one.nothingText")}</p>
        </section>
      )}
      {missing.length > 0 && (
        <section className={styles.section} aria-labelledby="links">
          <h2 id="links">{t("links.title")}</h2>
          <p className={styles.soft}>{t("links.text")}</p>
          <Texts of={["practice", "invite", "refusal", "fault"]}>
            <PartnerLinks engagementId={couple.engagementId} missing={missing} />
          </Texts>
        </section>
      )}
      <p className={styles.row}>
        {couple.shared && (
          <a className={styles.plain} href={`/practice/${couple.engagementId}/hand-over`}>
            {t("handOver.title")}
          </a>
        )}
        <a className={styles.plain} href={`/practice/${couple.engagementId}/end`}>
          {t("one.endLink")}
        </a>
      </p>
    </>
  );
}

interface OwnPagesProps {
  readonly engagementId: string;
  readonly isShared: boolean;
}

/** What the therapist writes about the work; and what can be done while both share something. */
async function OwnPages({ engagementId, isShared }: OwnPagesProps) {
  const t = await getTranslations();
  const pages = [
    ...(isShared ? [["ask", t("practice.one.ask")] as const] : []),
    ["notes", t("notes.link")] as const,
    ["summaries", t("summaries.link")] as const,
    ...(isShared ? [["record", t("workRecord.link")] as const] : []),
  ];
  return (
    <nav className={styles.row} aria-label={t("practice.one.ways")}>
      {pages.map(([page, name]) => (
        <a key={page} className={styles.plain} href={`/practice/${engagementId}/${page}`}>
          {name}
        </a>
      ))}
    </nav>
  );
}
