import type { RecordTexts } from "./record-texts";
import type { TherapyRecord } from "./therapy-record";

interface TherapyProps {
  readonly record: TherapyRecord;
  readonly texts: RecordTexts;
}

/** Whom two people have asked in, since when one shares something with them, and what they ask for. */
export function RecordTherapy({ record, texts }: TherapyProps) {
  const { t, when, day } = texts;
  const { therapists, asked } = record;
  if (therapists.length === 0) return null;
  return (
    <section>
      <h3>{t("therapists")}</h3>
      {therapists.map(({ profile, since, endedAt }) => (
        <p key={`${profile.name} ${since}`}>
          {profile.name}, {profile.practice}
          {since && `, ${t("given", { when: when(since) })}`}
          {endedAt && `, ${t("endedOn", { when: when(endedAt) })}`}
        </p>
      ))}
      {asked.map(({ id, by, at, guide, kind, note, text, dueOn }) => (
        <article key={id}>
          <h4>{guide ?? t(`asked.${kind}`)}</h4>
          <p className="note">
            {t("askedBy", { name: by, when: when(at) })}
            {dueOn && `, ${t("askedUntil", { day: day(dueOn) })}`}
          </p>
          {[note, text].filter(Boolean).map((said) => (
            <blockquote key={said}>{said}</blockquote>
          ))}
        </article>
      ))}
    </section>
  );
}
