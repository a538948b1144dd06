import { useTranslations } from "next-intl";
import type { Field } from "#conversation/guide";
import type { Words } from "#conversation/moves";
import styles from "./field-parts.module.css";

export interface FieldInputProps<F extends Field> {
  readonly field: F;
  readonly value: Words[string] | undefined;
  readonly isReadOnly: boolean;
  /** What is missing, in a sentence. */
  readonly problem: string | null;
  /** That it may be left out is said once for all the questions around it. */
  readonly hidesOptional?: boolean | undefined;
  onChange(value: string | number): void;
}

/** The question itself; one that may be left empty says so. */
export function FieldLabel({
  field,
  hidesOptional,
}: Pick<FieldInputProps<Field>, "field" | "hidesOptional">) {
  const t = useTranslations("fields");
  if (!field.optional || hidesOptional) return field.label;
  return (
    <>
      {field.label} <span className={styles.optional}>{t("optional")}</span>
    </>
  );
}

interface FieldNoteProps extends Pick<FieldInputProps<Field>, "field" | "problem"> {
  readonly id: string;
}

/** What stands under the answer: what is missing, or else a hint. */
export function FieldNote({ id, field, problem }: FieldNoteProps) {
  return (
    <p id={id} className={problem ? styles.needed : styles.hint}>
      {problem ?? field.hint}
    </p>
  );
}
