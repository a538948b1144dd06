import { AGREEMENT_FIELDS } from "#conversation/agreement-fields";
import type { Field } from "#conversation/guide";
import type { Words } from "#conversation/moves";
import type { BegunStep } from "#conversation/state";
import type { RecordTexts } from "./record-texts";

interface WordsProps {
  readonly words: Words;
  /** The questions that were asked; none where somebody simply spoke. */
  readonly fields: readonly Field[];
  readonly texts: RecordTexts;
}

/** What somebody wrote, each answer under its question. */
export function RecordWords({ words, fields, texts }: WordsProps) {
  if (words.passed === true) return <p className="note">{texts.t("passed")}</p>;
  return Object.entries(words).map(([id, value]) => {
    const field = fields.find((each) => each.id === id);
    return (
      <div key={id}>
        {field && <p className="question">{field.label}</p>}
        <blockquote>{answer(field, value, texts)}</blockquote>
      </div>
    );
  });
}

function answer(field: Field | undefined, value: Words[string], { t }: RecordTexts): string {
  if (field?.kind === "choice") return field.options.find(({ id }) => id === value)?.text ?? String(value);
  if (field?.kind === "scale" && typeof value === "number")
    return t("scale", { value, low: field.low, high: field.high });
  return String(value);
}

/** The questions of the step that an entry was made in. */
export function fieldsIn(step: BegunStep | undefined): readonly Field[] {
  const asked = step?.progress.step;
  switch (asked?.kind) {
    case "write":
    case "settle":
      return asked.fields;
    case "review":
      return Object.values(asked.questions ?? AGREEMENT_FIELDS).flat();
    default:
      return [];
  }
}
