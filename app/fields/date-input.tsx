import { useTranslations } from "next-intl";
import { useId, useSyncExternalStore } from "react";
import type { DateField } from "#conversation/guide";
import styles from "./date-input.module.css";
import { type FieldInputProps, FieldLabel, FieldNote } from "./field-parts";
import fields from "./fields.module.css";
import { monthOf, monthsFrom } from "./months";
import { useDateWords } from "./use-date-words";

/** How far ahead a month can be chosen. */
const MONTHS_AHEAD = 24;

/** A day from the browser's own calendar, or a month from a list. */
export function DateInput(props: FieldInputProps<DateField>) {
  const id = useId();
  const { field, problem, hidesOptional } = props;
  return (
    <div>
      <label className={fields.question} htmlFor={id}>
        <FieldLabel field={field} hidesOptional={hidesOptional} />
      </label>
      {field.precision === "day" ? <DayInput {...props} id={id} /> : <MonthSelect {...props} id={id} />}
      <FieldNote id={`${id}-note`} field={field} problem={problem} />
    </div>
  );
}

interface DatePartProps extends FieldInputProps<DateField> {
  readonly id: string;
}

function DayInput({ id, field, value, isReadOnly, problem, onChange }: DatePartProps) {
  return (
    <input
      type="date"
      id={id}
      data-field={field.id}
      className={styles.date}
      max="9999-12-31" // the rules know years of four digits
      value={typeof value === "string" ? value : ""}
      readOnly={isReadOnly}
      aria-invalid={problem !== null}
      aria-describedby={`${id}-note`}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

function MonthSelect({ id, field, value, isReadOnly, problem, onChange }: DatePartProps) {
  const t = useTranslations("fields");
  const inWords = useDateWords();
  const months = useComingMonths();
  const chosen = typeof value === "string" ? value : "";
  // A month that was chosen long ago is still the one that was chosen.
  const shown = chosen === "" || months.includes(chosen) ? months : [chosen, ...months];
  return (
    <select
      id={id}
      data-field={field.id}
      className={styles.date}
      value={chosen}
      disabled={isReadOnly}
      aria-invalid={problem !== null}
      aria-describedby={`${id}-note`}
      onChange={(event) => onChange(event.target.value)}
    >
      <option value="">{t("chooseMonth")}</option>
      {shown.map((month) => (
        <option key={month} value={month}>
          {inWords(month)}
        </option>
      ))}
    </select>
  );
}

/** The months from this one on. Which month it is only the person's browser knows: on the server there are none yet. */
function useComingMonths(): readonly string[] {
  const thisMonth = useSyncExternalStore(
    () => () => {},
    () => monthOf(new Date()),
    () => null,
  );
  return thisMonth === null ? [] : monthsFrom(thisMonth, MONTHS_AHEAD);
}
