import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { evenground } from "#server/evenground";
import type { KeepingRead } from "#server/lasting/lasting-view";
import type { Couple } from "../../../lasting/couple";
import { coupleOf } from "../../../lasting/couple.server";
import { LiveSpace } from "../../../lasting/live-space.server";
import { Frame } from "../../../server/frame";
import { signedInOnly } from "../../../server/signed-in-only";
import styles from "../../appreciations.module.css";
import { KindLine } from "../../kind-line.server";
import { kindWordsIn } from "../../kind-words.server";
import listStyles from "../../list-page.module.css";
import { coupleName } from "../../names.server";

interface PageProps {
  readonly params: Promise<{ readonly space: string }>;
}

/** No names: a tab is easily seen by somebody else. */
export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("appreciations");
  return { title: t("title") };
}

/** What was opened, and what one has written oneself, for either of the two. For everybody else there is no such page. */
export default async function KindWordsPage({ params }: PageProps) {
  const { space: spaceId } = await params;
  const asking = await signedInOnly(`/home/${spaceId}/kind-words`);
  const view = await evenground().lasting(asking, spaceId);
  if (!view) notFound();
  const t = await getTranslations("appreciations");
  const couple = await coupleOf(view.space);
  const { theirs, mine } = kindWordsIn(view);
  return (
    <Frame spaceId={spaceId}>
      <LiveSpace spaceId={spaceId} />
      <div className={listStyles.page}>
        <header>
          <a className={listStyles.back} href={`/home/${spaceId}`}>
            {t("back", { couple: await coupleName(view.space) })}
          </a>
          <h1>{t("title")}</h1>
        </header>
        {theirs.length + mine.length === 0 && <p className={listStyles.soft}>{t("none")}</p>}
        <Lines id="theirs" title={t("theirs", { other: couple.other })} lines={theirs} couple={couple} />
        <Lines id="own" title={t("own")} lines={mine} couple={couple} />
      </div>
    </Frame>
  );
}

interface LinesProps {
  readonly id: string;
  readonly title: string;
  readonly lines: readonly KeepingRead[];
  readonly couple: Couple;
}

function Lines({ id, title, lines, couple }: LinesProps) {
  if (lines.length === 0) return null;
  return (
    <section className={styles.section} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ul className={styles.lines}>
        {lines.map((line) => (
          <li key={line.seq}>
            <KindLine line={line} couple={couple} />
          </li>
        ))}
      </ul>
    </section>
  );
}
