import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { evenground } from "#server/evenground";
import { Frame } from "../../server/frame";
import { signedInOnly } from "../../server/signed-in-only";
import { buttonClass } from "../../ui/button";
import { ConversationLines } from "../conversation-lines.server";
import { idIn } from "../id-in";
import { ListEnds } from "../list-ends";
import styles from "../list-page.module.css";

interface PageProps {
  readonly searchParams: Promise<Readonly<Record<string, string | readonly string[] | undefined>>>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("home.alone");
  return { title: t("title") };
}

/** What somebody goes through alone. It stands on this page and on no other. */
export default async function AlonePage({ searchParams }: PageProps) {
  const asking = await signedInOnly("/home/alone");
  const before = idIn((await searchParams).before);
  const own = await evenground().conversationsAlone(asking, before);
  const t = await getTranslations("home.alone");
  return (
    <Frame page="alone">
      <div className={styles.page}>
        <header>
          <h1>{t("title")}</h1>
          <p>{t("lead")}</p>
        </header>
        {own.conversations.length > 0 ? (
          <ConversationLines outlines={own.conversations} />
        ) : (
          <p className={styles.soft}>{t("none")}</p>
        )}
        <ListEnds address="/home/alone" page={own} isFirst={before === undefined} />
        <p>
          <a className={buttonClass("quiet")} href="/new?how=alone">
            {t("start")}
          </a>
        </p>
        <p className={styles.soft}>{t("device")}</p>
      </div>
    </Frame>
  );
}
