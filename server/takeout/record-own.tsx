import { statementsIn } from "#conversation/check-ins/statements";
import type { CheckInRecord, LetterRecord, OwnRecord } from "./own-record";
import type { RecordTexts } from "./record-texts";

interface OwnProps<Of> {
  readonly record: Of;
  readonly texts: RecordTexts;
}

/** What somebody kept alone: check-ins and letters. Nothing at all where there are none. */
export function RecordOwn({ record, texts }: OwnProps<OwnRecord>) {
  const { t } = texts;
  const { checkIns, letters, summaries } = record;
  if (checkIns.length + letters.length + summaries.length === 0) return null;
  return (
    <section>
      <h2>{t("own")}</h2>
      {checkIns.length > 0 && <h3>{t("checkIns")}</h3>}
      {checkIns.map((checkIn) => (
        <RecordCheckIn key={checkIn.at} record={checkIn} texts={texts} />
      ))}
      {letters.length > 0 && <h3>{t("letters")}</h3>}
      {letters.map((letter) => (
        <RecordLetter key={letter.createdAt} record={letter} texts={texts} />
      ))}
      {summaries.length > 0 && <h3>{t("ownSummaries")}</h3>}
      {summaries.map((summary) => (
        <article key={summary.id}>
          <h4>{texts.when(summary.at)}</h4>
          <blockquote>{summary.text ?? t("unreadable")}</blockquote>
        </article>
      ))}
    </section>
  );
}

function RecordCheckIn({ record, texts }: OwnProps<CheckInRecord>) {
  const { t, when, locale } = texts;
  const { at, answers, notes, sharedWith } = record;
  return (
    <article>
      <h4>{when(at)}</h4>
      {answers === null && <p className="note">{t("unreadable")}</p>}
      {statementsIn(locale).map(({ id, text, low, high }) => {
        const value = answers?.[id];
        const note = notes[id];
        if (value === undefined && note === undefined) return null;
        const names = sharedWith.flatMap(({ statement, name }) => (statement === id ? (name ?? []) : []));
        return (
          <div key={id}>
            <p className="question">{text}</p>
            {value !== undefined && <blockquote>{t("scale", { value, low, high })}</blockquote>}
            {note !== undefined && <blockquote>{note}</blockquote>}
            {names.map((name) => (
              <p key={name} className="note">
                {t("sharedWith", { name })}
              </p>
            ))}
          </div>
        );
      })}
      {notes.whole !== undefined && <blockquote>{notes.whole}</blockquote>}
    </article>
  );
}

function RecordLetter({ record, texts }: OwnProps<LetterRecord>) {
  const { t, when } = texts;
  const { createdAt, sentAt, words } = record;
  return (
    <article>
      <h4>{words?.title || t("letter")}</h4>
      <p className="note">
        {t("begunOn", { when: when(createdAt) })}
        {sentAt && `, ${t("sentOn", { when: when(sentAt) })}`}
      </p>
      {words ? <blockquote>{words.text}</blockquote> : <p className="note">{t("unreadable")}</p>}
    </article>
  );
}
