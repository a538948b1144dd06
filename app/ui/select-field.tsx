import { type ComponentProps, useId } from "react";
import styles from "./select-field.module.css";

interface SelectFieldProps extends Omit<ComponentProps<"select">, "id" | "className" | "children"> {
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly text: string }[];
}

/** One of several, in a native list that opens, with its label above. */
export function SelectField({ label, options, ...select }: SelectFieldProps) {
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <select {...select} id={id} className={styles.select}>
        {options.map(({ value, text }) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}
