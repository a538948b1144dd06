import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { Seat } from "#conversation/seats";
import { evenground } from "#server/evenground";
import type { SummaryForPartner } from "#server/therapy/summaries/read-summaries";
import { Day } from "../../../day.server";
import { Quotes } from "../../../quotes/quotes.server";
import { Frame } from "../../../server/frame";
import { signedInOnly } from "../../../server/signed-in-only";
import { otherName } from "../../names.server";
import styles from "./summaries.module.css";

interface PageProps {
  readonly params: Promise<{ readonly space: string }>;
}

/** No names: a tab is easily seen by somebody else. */
export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("summaries");
  return { title: t("title") };
}

/** What therapists have written down for both, the newest first. For everybody else there is no such page. */
export default async function SummariesPage({ params }: PageProps) {
  const { space: spaceId } = await params;
  const asking = await signedInOnly(`/home/${spaceId}/summaries`);
  const ground = evenground();
  const summaries = await ground.summariesFor(asking, spaceId);
  const space = (await ground.spaces(asking)).find(({ id }) => id === spaceId);
  if (!summaries || !space) notFound();
  const t = await getTranslations("summaries");
  const other = await otherName(space);
  const nameOf = (seat: Seat, by: string) => {
    if (seat === "t") return by;
    return seat === space.seat ? space.name : other;
  };
  return (
    <Frame page="people" spaceId={spaceId}>
      <div className={styles.page}>
        <header className={styles.head}>
          <a className={styles.back} href={`/home/${spaceId}/therapist`}>
            {t("back")}
          </a>
          <h1>{t("title")}</h1>
          <p className={styles.soft}>{t("lead")}</p>
        </header>
        {summaries.length === 0 && <p className={styles.soft}>{t("none")}</p>}
        {summaries.map((summary) => (
          <OneSummary key={summary.id} summary={summary} nameOf={nameOf} />
        ))}
      </div>
    </Frame>
  );
}

interface OneSummaryProps {
  readonly summary: SummaryForPartner;
  nameOf(seat: Seat, by: string): string;
}

async function OneSummary({ summary, nameOf }: OneSummaryProps) {
  const t = await getTranslations("summaries");
  const { at, withdrawnAt, text, quotes } = summary;
  const by = summary.by || t("bySomebody");
  if (withdrawnAt)
    return (
      <p className={styles.soft}>{t.rich("takenBack", { name: by, day: () => <Day at={withdrawnAt} /> })}</p>
    );
  return (
    <article className={styles.summary}>
      <h2>{t.rich("by", { name: by, day: () => <Day at={at} /> })}</h2>
      <p className={styles.words}>{text ?? t("unreadable")}</p>
      <Quotes quotes={quotes} nameOf={(seat) => nameOf(seat, by)} />
    </article>
  );
}
