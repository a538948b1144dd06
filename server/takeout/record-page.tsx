import { renderToStaticMarkup } from "react-dom/server";
import { agreementFieldsIn } from "#conversation/guides/in-language";
import type { AgreementRecord } from "./lasting-record";
import type { PersonRecord, SpaceRecord } from "./person-record";
import { nameOf, RecordConversation } from "./record-conversation";
import { RecordFrame } from "./record-frame";
import { RecordKeeping } from "./record-keeping";
import { RecordOwn } from "./record-own";
import { RecordSummary } from "./record-summary";
import type { RecordTexts } from "./record-texts";
import { RecordTherapy } from "./record-therapy";
import { RecordWords } from "./record-words";

/** One page that can be read anywhere, without us: no script, nothing to load, words set as words. */
export function recordPage(record: PersonRecord, texts: RecordTexts): string {
  return `<!doctype html>${renderToStaticMarkup(<RecordPage record={record} texts={texts} />)}`;
}

interface RecordProps<Of> {
  readonly record: Of;
  readonly texts: RecordTexts;
}

function RecordPage({ record, texts }: RecordProps<PersonRecord>) {
  const { t, when } = texts;
  const { person, signIns, passkeys, accounts, consents, spaces } = record;
  const lists = [
    [t("devices"), signIns],
    [t("passkeys"), passkeys],
    [t("accounts"), accounts],
  ] as const;
  return (
    <RecordFrame title={t("title")} texts={texts}>
      <p>
        {t("madeAt", { when: when(record.madeAt) })} {t("locked")}
      </p>
      <h2>{t("about")}</h2>
      <dl>
        <dt>{t("name")}</dt>
        <dd>{person.name}</dd>
        {person.address && <dt>{t("address")}</dt>}
        {person.address && <dd>{person.address}</dd>}
        {record.therapist && <dt>{t("asTherapist")}</dt>}
        {record.therapist && (
          <dd>
            {[
              ...[record.therapist.name, record.therapist.practice, record.therapist.registration],
              ...[record.therapist.jurisdiction, record.therapist.languages],
            ].join(", ")}
          </dd>
        )}
        <dt>{t("since")}</dt>
        <dd>{when(person.since)}</dd>
        {lists.map(([title, ways]) => (
          <div key={title}>
            <dt>{title}</dt>
            {ways.length === 0 && <dd>{t("none")}</dd>}
            {ways.map(({ name, since }) => (
              <dd key={`${name} ${since}`}>
                {name || t("noDevice")}, {when(since)}
              </dd>
            ))}
          </div>
        ))}
        <dt>{t("consents")}</dt>
        {consents.length === 0 && <dd>{t("none")}</dd>}
        {consents.map(({ givenAt, withdrawnAt }) => (
          <dd key={givenAt}>
            {t("consent.notices")}, {t("given", { when: when(givenAt) })}
            {withdrawnAt && ` ${t("withdrawn", { when: when(withdrawnAt) })}`}
          </dd>
        ))}
      </dl>
      {spaces.map((space) => (
        <RecordSpace key={space.id} record={space} texts={texts} />
      ))}
      <RecordOwn record={record.own} texts={texts} />
    </RecordFrame>
  );
}

function RecordSpace({ record, texts }: RecordProps<SpaceRecord>) {
  const { t } = texts;
  return (
    <section>
      <h2>{spaceTitle(record, texts)}</h2>
      {record.conversations.map((conversation) => (
        <RecordConversation key={conversation.id} record={conversation} texts={texts} />
      ))}
      {record.agreements.length > 0 && <h3>{t("agreements")}</h3>}
      {record.agreements.map((agreement) => (
        <RecordAgreement
          key={`${agreement.id} ${agreement.version}`}
          record={agreement}
          space={record}
          texts={texts}
        />
      ))}
      {record.keepings.length > 0 && <h3>{t("keepings")}</h3>}
      {record.keepings.map((keeping) => (
        <RecordKeeping
          key={keeping.seq}
          record={keeping}
          name={nameOf(record.seats, keeping.by, texts)}
          agreements={record.agreements}
          texts={texts}
        />
      ))}
      <RecordTherapy record={record} texts={texts} />
      {record.summaries.length > 0 && <h3>{t("summaries")}</h3>}
      {record.summaries.map((summary) => (
        <RecordSummary key={summary.id} summary={summary} space={record} texts={texts} />
      ))}
    </section>
  );
}

function spaceTitle({ seat, seats, conversations }: SpaceRecord, { t }: RecordTexts): string {
  if (conversations.length > 0 && conversations.every(({ roster }) => roster.partners.length === 1))
    return t("alone");
  const other = seats.find((each) => each.seat !== seat && each.seat !== "t");
  if (other?.name) return t("withOther", { name: other.name });
  return other?.left ? t("withLeft") : t("withSomebody");
}

interface AgreementProps extends RecordProps<AgreementRecord> {
  readonly space: SpaceRecord;
}

function RecordAgreement({ record, space, texts }: AgreementProps) {
  const { t, when } = texts;
  return (
    <article>
      <h4>{t(`agreement.${record.sort}`)}</h4>
      <p className="note">
        {t("agreedOn", { when: when(record.acceptedAt) })}
        {record.endedAt && `, ${t("endedOn", { when: when(record.endedAt) })}`}
        {record.endedBy && `, ${t("endedBy", { name: nameOf(space.seats, record.endedBy, texts) })}`}
      </p>
      {record.words ? (
        <RecordWords
          words={record.words}
          fields={agreementFieldsIn(texts.locale)[record.sort]}
          texts={texts}
        />
      ) : (
        <p className="note">{t("unreadable")}</p>
      )}
    </article>
  );
}
