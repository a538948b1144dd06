import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Day } from "../../../../day.server";
import { Frame } from "../../../../server/frame";
import { signedInOnly } from "../../../../server/signed-in-only";
import styles from "../../../letters.module.css";
import { lettersIn } from "../../../received.server";
import { NoteOpened } from "./note-opened";

interface PageProps {
  readonly params: Promise<{ readonly space: string; readonly seq: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("letters");
  return { title: t("title") };
}

/** A letter that came. Whoever wrote it is never told that it was read. */
export default async function ReceivedLetterPage({ params }: PageProps) {
  const { space: spaceId, seq } = await params;
  const asking = await signedInOnly(`/letters/received/${spaceId}/${seq}`);
  const letter = (await lettersIn(asking, spaceId)).find((one) => String(one.seq) === seq);
  if (!letter) notFound();
  const t = await getTranslations("letters");
  const { words, from, at } = letter;
  return (
    <Frame page="letters" spaceId={spaceId}>
      <article className={styles.page}>
        <header className={styles.head}>
          <a className={styles.plain} href="/letters">
            {t("back")}
          </a>
          <h1>{(typeof words?.title === "string" && words.title) || t("untitled")}</h1>
          <p className={styles.soft}>
            {t("from", { name: from })}, <Day at={at} />
          </p>
        </header>
        {words ? (
          <p className={styles.words}>{String(words.text)}</p>
        ) : (
          <p className={styles.soft}>{t("takenBack")}</p>
        )}
        {!letter.isOpened && <NoteOpened space={spaceId} seq={letter.seq} />}
      </article>
    </Frame>
  );
}
