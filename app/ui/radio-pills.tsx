import { useId } from "react";
import styles from "./radio-pills.module.css";

interface RadioPillsProps {
  readonly legend: string;
  readonly name: string;
  readonly pills: readonly { readonly value: string; readonly title: string }[];
  readonly chosen: string;
  readonly onChoose: (value: string) => void;
  readonly hint?: string;
}

/** One of a few short words, side by side. Native radio buttons: arrows choose. */
export function RadioPills({ legend, name, pills, chosen, onChoose, hint }: RadioPillsProps) {
  const id = useId();
  return (
    <fieldset className={styles.group} aria-describedby={hint ? `${id}-hint` : undefined}>
      <legend>{legend}</legend>
      <div className={styles.pills}>
        {pills.map(({ value, title }) => (
          <label key={value} className={styles.pill}>
            <input
              type="radio"
              name={name}
              value={value}
              checked={value === chosen}
              onChange={() => onChoose(value)}
            />
            {title}
          </label>
        ))}
      </div>
      {hint && (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
    </fieldset>
  );
}
