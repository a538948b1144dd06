import { getTranslations } from "next-intl/server";
import type { NoteWords } from "#server/therapy/notes/note-words";
import { Frame } from "../../../server/frame";
import { Texts } from "../../../server/texts";
import styles from "../../practice.module.css";
import { DestroyNote, NoteEditor } from "./note-editor";

interface NotePageProps {
  readonly engagementId: string;
  /** Null for one that is about to be begun. */
  readonly id: string | null;
  readonly version: number;
  /** Null where they cannot be opened. */
  readonly words: NoteWords | null;
}

/** One note, to write on. There is none before a word is written. */
export async function NotePage({ engagementId, id, version, words }: NotePageProps) {
  const t = await getTranslations("notes");
  return (
    <Frame page="practice">
      <div className={styles.page}>
        <header className={styles.head}>
          <a className={styles.plain} href={`/practice/${engagementId}/notes`}>
            {t("all")}
          </a>
          <h1>{t("untitled")}</h1>
          <p className={styles.soft}>{words ? t("write.lead") : t("unreadable")}</p>
        </header>
        <Texts of={["notes", "refusal", "fault"]}>
          {words ? (
            <NoteEditor engagementId={engagementId} note={{ id, version, ...words }} />
          ) : (
            <div>
              <DestroyNote engagementId={engagementId} id={id} />
            </div>
          )}
        </Texts>
      </div>
    </Frame>
  );
}
