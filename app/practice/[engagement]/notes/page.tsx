import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { evenground } from "#server/evenground";
import { Day } from "../../../day.server";
import { Frame } from "../../../server/frame";
import { signedInOnly } from "../../../server/signed-in-only";
import { buttonClass } from "../../../ui/button";
import { coupleName } from "../../names.server";
import styles from "../../practice.module.css";

interface PageProps {
  readonly params: Promise<{ readonly engagement: string }>;
}

/** What is changed within a day was only written on. */
const DAY = 86_400_000;

/** No names: a tab is easily seen by somebody else. */
export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("notes");
  return { title: t("title") };
}

/** What a therapist has written down for themselves about a couple, the newest first, and all of it as a file. */
export default async function NotesPage({ params }: PageProps) {
  const { engagement: id } = await params;
  const asking = await signedInOnly(`/practice/${id}/notes`);
  const work = await evenground().notesOfWork(asking, id);
  if (!work) notFound();
  const { couple, endedAt, keptUntil, notes } = work;
  const t = await getTranslations("notes");
  return (
    <Frame page="practice">
      <div className={styles.page}>
        <header className={styles.head}>
          <a className={styles.plain} href={`/practice/${id}`}>
            {t("back")}
          </a>
          <h1>{t("heading")}</h1>
          <p className={styles.soft}>{t("lead", { names: await coupleName(couple) })}</p>
          {endedAt && keptUntil && (
            <p className={styles.soft}>{t.rich("until", { day: () => <Day at={keptUntil} /> })}</p>
          )}
        </header>
        <div>
          <a className={buttonClass("primary")} href={`/practice/${id}/notes/new`}>
            {t("begin")}
          </a>
        </div>
        {notes.length === 0 ? (
          <p className={styles.soft}>{t("none")}</p>
        ) : (
          <ul className={styles.lines}>
            {notes.toReversed().map(({ id: noteId, words, createdAt, changedAt }) => (
              <li key={noteId}>
                <a href={`/practice/${id}/notes/${noteId}`}>{words?.title.trim() || t("untitled")}</a>
                <small className={styles.small}>
                  {t.rich("writtenOn", { day: () => <Day at={createdAt} /> })}
                  {changedAt.getTime() - createdAt.getTime() > DAY && (
                    <>
                      {" · "}
                      {t.rich("lastChanged", { day: () => <Day at={changedAt} /> })}
                    </>
                  )}
                </small>
              </li>
            ))}
          </ul>
        )}
        {notes.length > 0 && (
          <section className={styles.section} aria-labelledby="files">
            <h2 id="files">{t("files")}</h2>
            <p className={styles.soft}>{t("filesText")}</p>
            <div className={styles.row}>
              <a className={buttonClass("quiet")} href={`/api/engagements/${id}/notes/file?as=pdf`} download>
                {t("pdf")}
              </a>
              <a className={buttonClass("quiet")} href={`/api/engagements/${id}/notes/file?as=json`} download>
                {t("json")}
              </a>
            </div>
          </section>
        )}
      </div>
    </Frame>
  );
}
