import { useTranslations } from "next-intl";
import { useId } from "react";
import type { ChoiceField, Field, ScaleField, TextField } from "#conversation/guide";
import styles from "./ask.module.css";
import { DateInput } from "./date-input";
import { type FieldInputProps, FieldLabel, FieldNote } from "./field-parts";

/** One question: text, a scale from 0 to 10, a choice, or a date. */
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
  }
}

function TextInput({ field, value, isReadOnly, problem, onChange }: FieldInputProps<TextField>) {
  const id = useId();
  return (
    <div>
      <label className={styles.question} htmlFor={id}>
        <FieldLabel field={field} />
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

function ScaleInput({ field, value, isReadOnly, problem, onChange }: FieldInputProps<ScaleField>) {
  const t = useTranslations("conversation.write");
  const id = useId();
  return (
    <fieldset disabled={isReadOnly} aria-describedby={`${id}-ends ${id}-note`}>
      <legend className={styles.question}>
        <FieldLabel field={field} />
      </legend>
      <div className={styles.scale}>
        {SCALE.map((step) => (
          <label key={step}>
            <input
              type="radio"
              name={id}
              data-field={step === 0 ? field.id : undefined}
              checked={value === step}
              onChange={() => onChange(step)}
            />
            {step}
          </label>
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

function ChoiceInput({ field, value, isReadOnly, problem, onChange }: FieldInputProps<ChoiceField>) {
  const id = useId();
  return (
    <fieldset disabled={isReadOnly} aria-describedby={`${id}-note`}>
      <legend className={styles.question}>
        <FieldLabel field={field} />
      </legend>
      <div className={styles.options}>
        {field.options.map((option, index) => (
          <label key={option.id}>
            <input
              type="radio"
              name={id}
              data-field={index === 0 ? field.id : undefined}
              checked={value === option.id}
              onChange={() => onChange(option.id)}
            />
            {option.text}
          </label>
        ))}
      </div>
      <FieldNote id={`${id}-note`} field={field} problem={problem} />
    </fieldset>
  );
}
