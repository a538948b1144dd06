import { renderToStaticMarkup } from "react-dom/server";
import type { NotesOfWork } from "../therapy/notes/read-notes";
import { RecordFrame } from "./record-frame";
import type { RecordTexts } from "./record-texts";

/** A therapist’s own notes as one page that can be read and printed anywhere: a file of its own, apart from everything else. */
export function notesPage(works: readonly NotesOfWork[], texts: RecordTexts): string {
  return `<!doctype html>${renderToStaticMarkup(<NotesPage works={works} texts={texts} />)}`;
}

interface NotesProps {
  readonly works: readonly NotesOfWork[];
  readonly texts: RecordTexts;
}

function NotesPage({ works, texts }: NotesProps) {
  const { t, when } = texts;
  return (
    <RecordFrame title={t("notesTitle")} texts={texts}>
      <p>{t("locked")}</p>
      {works.map(({ couple, keptUntil, notes }) => (
        <section key={couple.engagementId}>
          <h2>
            {t("notesAbout", {
              names: couple.partners.flatMap(({ name }) => name ?? []).join(" · ") || t("aCouple"),
              when: when(couple.since.toISOString()),
            })}
          </h2>
          {keptUntil && <p className="note">{t("notesUntil", { when: when(keptUntil.toISOString()) })}</p>}
          {notes.map(({ id, words, createdAt, changedAt }) => (
            <article key={id}>
              <h3>{words?.title.trim() || t("note")}</h3>
              <p className="note">
                {t("noteWritten", { when: when(createdAt.toISOString()) })}
                {changedAt > createdAt && `, ${t("noteChanged", { when: when(changedAt.toISOString()) })}`}
              </p>
              {words ? <blockquote>{words.text}</blockquote> : <p className="note">{t("unreadable")}</p>}
            </article>
          ))}
        </section>
      ))}
    </RecordFrame>
  );
}
