import { begin, evolve } from "#conversation/evolve";
import { stepOf } from "#conversation/seat-view";
import type { Seat } from "#conversation/seats";
import type { SeatInfo } from "#wire/events";
import type { ConversationRecord } from "./conversation-record";
import { RecordEntry } from "./record-entry";
import type { RecordTexts } from "./record-texts";
import { RecordWords } from "./record-words";

interface ConversationProps {
  readonly record: ConversationRecord;
  readonly texts: RecordTexts;
}

/** One conversation from its first move to its last, under the headings of its steps. */
export function RecordConversation({ record, texts }: ConversationProps) {
  const { guide, roster, entries, topic, drafts, apart, ready } = record;
  const { t, when } = texts;
  const state = entries.reduce((before, entry) => evolve(guide, before, entry), begin(guide, roster));
  const began = entries[0]?.at;
  return (
    <section>
      <h3>
        {began
          ? t("conversation", { guide: guide.title, when: when(began) })
          : t("notBegun", { guide: guide.title })}
      </h3>
      {topic && <p>{t("topic", { topic })}</p>}
      {ready && (
        <>
          <h4>{t("ready")}</h4>
          <p>{t("stirred", { stirred: Number(ready.stirred) })}</p>
          <p>{t("free", { free: ready.free === true ? "yes" : "no" })}</p>
        </>
      )}
      {state.steps.map((step, index) => (
        <div key={step.progress.step.id}>
          <h4 className="step">{step.progress.step.title}</h4>
          {entries
            .filter(({ seq }) => stepOf(state, seq) === state.steps[index])
            .map((entry) => (
              <RecordEntry
                key={entry.seq}
                entry={entry}
                step={step}
                guide={guide}
                name={nameOf(record.seats, entry.seat, texts)}
                texts={texts}
              />
            ))}
        </div>
      ))}
      {apart.length > 0 && <h4>{t("apart")}</h4>}
      {apart.map(({ id, from, at, text }) => (
        <article key={id}>
          <p className="note">
            {nameOf(record.seats, from, texts)}, {when(at)}
          </p>
          <blockquote>{text ?? t("unreadable")}</blockquote>
        </article>
      ))}
      {drafts.length > 0 && <h4>{t("drafts")}</h4>}
      {drafts.map(({ slot, words }) => (
        <RecordWords key={slot} words={words} fields={[]} texts={texts} />
      ))}
    </section>
  );
}

/** What somebody is called in a record. */
export function nameOf(seats: readonly SeatInfo[], seat: Seat, { t, repair }: RecordTexts): string {
  if (seat === "t") return t("therapist");
  return seats.find((each) => each.seat === seat)?.name ?? repair("aPartner");
}
