import { useTranslations } from "next-intl";
import { type ReactNode, useId } from "react";
import type { ChoiceField, Field, ScaleField, TextField } from "#conversation/guide";
import { DateInput } from "./date-input";
import { type FieldInputProps, FieldLabel, FieldNote } from "./field-parts";
import styles from "./fields.module.css";
import { RepeatInput } from "./repeat-input";
import { TimeInput } from "./time-input";

/** One question: text, a scale from 0 to 10, a choice, a date, a time of day, or how often. */
export function FieldInput(props: FieldInputProps<Field>) {
  const { field } = props;
  switch (field.kind) {
    case "text":
      return <TextInput {...props} field={field} />;
    case "scale":
      return <ScaleInput {...props} field={field} />;
    case "choice":
      return <ChoiceInput {...props} field={field} />;
    case "date":
      return <DateInput {...props} field={field} />;
    case "time":
      return <TimeInput {...props} field={field} />;
    case "repeat":
      return <RepeatInput {...props} field={field} />;
  }
}

function TextInput({
  field,
  value,
  isReadOnly,
  problem,
  hidesOptional,
  onChange,
}: FieldInputProps<TextField>) {
  const id = useId();
  return (
    <div>
      <label className={styles.question} htmlFor={id}>
        <FieldLabel field={field} hidesOptional={hidesOptional} />
      </label>
      <textarea
        id={id}
        data-field={field.id}
        className={styles.text}
        value={typeof value === "string" ? value : ""}
        readOnly={isReadOnly}
        aria-invalid={problem !== null}
        aria-describedby={`${id}-note`}
        onChange={(event) => onChange(event.target.value)}
      />
      <FieldNote id={`${id}-note`} field={field} problem={problem} />
    </div>
  );
}

const SCALE = Array.from({ length: 11 }, (_, step) => step);

function ScaleInput({
  field,
  value,
  isReadOnly,
  problem,
  hidesOptional,
  onChange,
}: FieldInputProps<ScaleField>) {
  const t = useTranslations("fields");
  const id = useId();
  return (
    <fieldset disabled={isReadOnly} aria-describedby={`${id}-ends ${id}-note`}>
      <legend className={styles.question}>
        <FieldLabel field={field} hidesOptional={hidesOptional} />
      </legend>
      <div className={styles.scale}>
        {SCALE.map((step) => (
          <Radio
            key={step}
            name={id}
            field={field}
            isFirst={step === 0}
            isChosen={value === step}
            onChoose={() => onChange(step)}
            onClear={() => onChange("")}
          >
            {step}
          </Radio>
        ))}
      </div>
      <span id={`${id}-ends`} className="quiet-text">
        {t("scale", { low: field.low, high: field.high })}
      </span>
      <p className={styles.ends} aria-hidden="true">
        <span>{field.low}</span>
        <span>{field.high}</span>
      </p>
      <FieldNote id={`${id}-note`} field={field} problem={problem} />
    </fieldset>
  );
}

function ChoiceInput({
  field,
  value,
  isReadOnly,
  problem,
  hidesOptional,
  onChange,
}: FieldInputProps<ChoiceField>) {
  const id = useId();
  return (
    <fieldset disabled={isReadOnly} aria-describedby={`${id}-note`}>
      <legend className={styles.question}>
        <FieldLabel field={field} hidesOptional={hidesOptional} />
      </legend>
      <div className={styles.options}>
        {field.options.map((option, index) => (
          <Radio
            key={option.id}
            name={id}
            field={field}
            isFirst={index === 0}
            isChosen={value === option.id}
            onChoose={() => onChange(option.id)}
            onClear={() => onChange("")}
          >
            {option.text}
          </Radio>
        ))}
      </div>
      <FieldNote id={`${id}-note`} field={field} problem={problem} />
    </fieldset>
  );
}

interface RadioProps {
  readonly name: string;
  readonly field: Field;
  readonly isFirst: boolean;
  readonly isChosen: boolean;
  onChoose(): void;
  onClear(): void;
  readonly children: ReactNode;
}

/** One answer of several. Where the question may be left out, pressing the chosen one again takes it back. */
function Radio({ name, field, isFirst, isChosen, onChoose, onClear, children }: RadioProps) {
  return (
    <label>
      <input
        type="radio"
        name={name}
        data-field={isFirst ? field.id : undefined}
        checked={isChosen}
        onChange={onChoose}
        onClick={() => {
          if (isChosen && field.optional) onClear();
        }}
      />
      {children}
    </label>
  );
}
