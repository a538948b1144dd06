import type { ProposalSort } from "#conversation/agreements";
import type { Field } from "#conversation/guide";
import { agreementFieldsIn } from "#conversation/guides/in-language";
import type { AgreementRecord, KeepingRecord } from "./lasting-record";
import type { RecordTexts } from "./record-texts";
import { RecordWords } from "./record-words";

interface KeepingProps {
  readonly record: KeepingRecord;
  /** What whoever did it is called. */
  readonly name: string;
  readonly agreements: readonly AgreementRecord[];
  readonly texts: RecordTexts;
}

/** One thing that somebody did about what lasts: who, what, when, and the words its reader may read. */
export function RecordKeeping({ record, name, agreements, texts }: KeepingProps) {
  const { t, when } = texts;
  const about = agreements.findLast(({ id }) => "agreement" in record.kept && id === record.kept.agreement);
  return (
    <article>
      <h4>{sentence(record, name, texts)}</h4>
      <time dateTime={record.at}>{when(record.at)}</time>
      {about?.words && <p className="note">{String(Object.values(about.words)[0])}</p>}
      {record.words && (
        <RecordWords words={record.words} fields={fieldsOf(record, about?.sort, texts)} texts={texts} />
      )}
      {record.unreadable && <p className="note">{t("unreadable")}</p>}
    </article>
  );
}

/** The questions of an agreement; whatever else was written stands for itself. */
function fieldsOf(
  { kept }: KeepingRecord,
  sort: ProposalSort | undefined,
  { locale }: RecordTexts,
): readonly Field[] {
  const fields = agreementFieldsIn(locale);
  if (kept.kind === "offer") return fields[kept.sort];
  return kept.kind === "propose" && sort ? fields[sort] : [];
}

function sentence({ kept }: KeepingRecord, name: string, { t, day }: RecordTexts): string {
  switch (kept.kind) {
    case "offer":
      return t("kind.propose", { name, outcome: "other" });
    case "propose": {
      const { change, from, until } = kept;
      if (change !== "pause") return t("kind.propose", { name, outcome: change });
      return t("kept.pause", { name, from: day(from ?? ""), until: day(until ?? "") });
    }
    case "accept":
    case "decline":
    case "withdraw":
      return t(`kind.${kept.kind}`, { name });
    case "report":
      return t("kept.report", { name, kept: kept.kept ? "yes" : "no", day: day(kept.day) });
    case "see":
      return t("kept.see", { name, sight: kept.sight });
    default:
      return t(`kept.${kept.kind}`, { name });
  }
}
