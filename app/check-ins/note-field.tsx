import { useId } from "react";
import styles from "./check-ins.module.css";

interface NoteFieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly value?: string | undefined;
}

/** A few lines to oneself. */
export function NoteField({ label, hint, value }: NoteFieldProps) {
  const id = useId();
  return (
    <div className={styles.note}>
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        name="note"
        rows={3}
        maxLength={2_000}
        defaultValue={value}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
      />
      {hint !== undefined && (
        <p id={`${id}-hint`} className={styles.soft}>
          {hint}
        </p>
      )}
    </div>
  );
}
