import { useTranslations } from "next-intl";
import type { ChoiceField, Field } from "#conversation/guide";
import { freeId } from "#conversation/own-guides/own-guide";
import { Button } from "../../../ui/button";
import { SelectField } from "../../../ui/select-field";
import { TextBox } from "../../../ui/text-box";
import { TextField } from "../../../ui/text-field";
import styles from "../guides.module.css";
import { Tick } from "./tick";

/** What a question can be answered with. How often, and a time of day, are asked where something is agreed on. */
const KINDS = ["text", "scale", "choice", "date"] as const;

interface QuestionPartsProps {
  readonly fields: readonly Field[];
  readonly onChange: (fields: readonly Field[]) => void;
}

/** The questions of a step, in their order. */
export function QuestionParts({ fields, onChange }: QuestionPartsProps) {
  const t = useTranslations("ownGuides");
  return (
    <div className={styles.questions}>
      {fields.map((field, index) => (
        <div key={field.id} className={styles.question}>
          <QuestionPart
            field={field}
            number={index + 1}
            onChange={(next) => onChange(fields.map((one) => (one === field ? next : one)))}
          />
          <div>
            <Button look="plain" onClick={() => onChange(fields.filter((one) => one !== field))}>
              {t("removeQuestion", { number: index + 1 })}
            </Button>
          </div>
        </div>
      ))}
      <div>
        <Button
          onClick={() => onChange([...fields, { id: freeId("question", fields), kind: "text", label: "" }])}
        >
          {t("addQuestion")}
        </Button>
      </div>
    </div>
  );
}

interface QuestionPartProps {
  readonly field: Field;
  readonly number: number;
  readonly onChange: (field: Field) => void;
}

function QuestionPart({ field, number, onChange }: QuestionPartProps) {
  const t = useTranslations("ownGuides");
  const { optional: _, ...needed } = field;
  const isOffered = KINDS.some((kind) => kind === field.kind);
  return (
    <>
      <TextField
        label={t("question", { number })}
        value={field.label}
        onChange={(event) => onChange({ ...field, label: event.target.value })}
      />
      <TextField
        label={t("hint", { number })}
        value={field.hint ?? ""}
        onChange={(event) => onChange(withHint(field, event.target.value))}
      />
      {isOffered && (
        <SelectField
          label={t("answeredBy", { number })}
          options={KINDS.map((value) => ({ value, text: t(`answer.${value}`) }))}
          value={field.kind}
          onChange={({ target: { value } }) => onChange(asKind(field, value))}
        />
      )}
      {field.kind === "scale" && (
        <>
          <TextField
            label={t("low", { number })}
            value={field.low}
            onChange={(event) => onChange({ ...field, low: event.target.value })}
          />
          <TextField
            label={t("high", { number })}
            value={field.high}
            onChange={(event) => onChange({ ...field, high: event.target.value })}
          />
        </>
      )}
      {field.kind === "choice" && (
        <TextBox
          label={t("options", { number })}
          value={field.options.map(({ text }) => text).join("\n")}
          onChange={(event) => onChange({ ...field, options: optionsIn(event.target.value, field) })}
        />
      )}
      <Tick
        label={t("optional")}
        isOn={field.optional === true}
        onChange={(isOn) => onChange(isOn ? { ...field, optional: true } : (needed as Field))}
      />
    </>
  );
}

/** The same question, answered in another way. */
function asKind({ id, label, hint, optional }: Field, kind: string): Field {
  const same = { id, label, ...(hint !== undefined && { hint }), ...(optional && { optional }) };
  switch (kind) {
    case "scale":
      return { ...same, kind, low: "", high: "" };
    case "choice":
      return { ...same, kind, options: [] };
    case "date":
      return { ...same, kind, precision: "day" };
    default:
      return { ...same, kind: "text" };
  }
}

function withHint(field: Field, hint: string): Field {
  const { hint: _, ...without } = field;
  return hint === "" ? (without as Field) : { ...field, hint };
}

/** One to a line. An option keeps its id while its line stays where it is. */
function optionsIn(lines: string, { options }: ChoiceField): ChoiceField["options"] {
  return lines.split("\n").map((text, index) => ({ id: options[index]?.id ?? `option-${index + 1}`, text }));
}
