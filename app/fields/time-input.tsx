import { useId } from "react";
import type { TimeField } from "#conversation/guide";
import { parseTimeOfDay } from "#conversation/keeping/time-of-day";
import date from "./date-input.module.css";
import { type FieldInputProps, FieldLabel, FieldNote } from "./field-parts";
import fields from "./fields.module.css";
import { localZone } from "./local-day";

/** A time of day, by the clocks where the browser is. */
export function TimeInput({
  field,
  value,
  isReadOnly,
  problem,
  hidesOptional,
  onChange,
}: FieldInputProps<TimeField>) {
  const id = useId();
  const chosen = parseTimeOfDay(typeof value === "string" ? value : "");
  return (
    <div>
      <label className={fields.question} htmlFor={id}>
        <FieldLabel field={field} hidesOptional={hidesOptional} />
      </label>
      <input
        type="time"
        id={id}
        data-field={field.id}
        className={date.date}
        value={chosen?.time ?? ""}
        readOnly={isReadOnly}
        aria-invalid={problem !== null}
        aria-describedby={`${id}-note`}
        onChange={({ target }) => onChange(target.value === "" ? "" : `${target.value} ${localZone()}`)}
      />
      <FieldNote id={`${id}-note`} field={field} problem={problem} />
    </div>
  );
}
