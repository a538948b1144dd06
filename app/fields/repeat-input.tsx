import { useFormatter, useTranslations } from "next-intl";
import { useId } from "react";
import type { RepeatField } from "#conversation/guide";
import { WEEKDAYS, type Weekday } from "#conversation/keeping/repeat";
import date from "./date-input.module.css";
import { type FieldInputProps, FieldLabel, FieldNote } from "./field-parts";
import fields from "./fields.module.css";
import { localDay, localZone } from "./local-day";
import { begunWith, HOW_OFTEN, type RepeatAnswer, repeatAnswer, repeatAnswerText } from "./repeat-answer";
import styles from "./repeat-input.module.css";
import { weekdayDate } from "./use-repeat-words";

/** How often: once by a day, every day, on some weekdays or every month, and until when. By the browser's own zone. */
export function RepeatInput({
  field,
  value,
  isReadOnly,
  problem,
  hidesOptional,
  onChange,
}: FieldInputProps<RepeatField>) {
  const t = useTranslations("fields.repeat");
  const id = useId();
  const answer = repeatAnswer(typeof value === "string" ? value : "");
  const say = (next: RepeatAnswer) => onChange(repeatAnswerText(next, localZone()));
  return (
    <fieldset disabled={isReadOnly} aria-describedby={`${id}-note`}>
      <legend className={fields.question}>
        <FieldLabel field={field} hidesOptional={hidesOptional} />
      </legend>
      <div className={`${fields.options} ${styles.how}`}>
        {HOW_OFTEN.map((how, index) => (
          <label key={how}>
            <input
              type="radio"
              name={id}
              data-field={index === 0 ? field.id : undefined}
              checked={answer?.how === how}
              onChange={() => say(begunWith(how, localDay(new Date()), answer))}
            />
            {t(`how.${how}`)}
          </label>
        ))}
      </div>
      {answer?.how === "weekly" && <Weekdays answer={answer} onSay={say} />}
      {answer && (
        <div className={styles.days}>
          <DayPart
            label={t(answer.how === "once" ? "by" : "from")}
            day={answer.from}
            onChoose={(from) => say({ ...answer, from })}
          />
          {answer.how !== "once" && (
            <DayPart label={t("until")} day={answer.until} onChoose={(until) => say({ ...answer, until })} />
          )}
        </div>
      )}
      <FieldNote id={`${id}-note`} field={field} problem={problem} />
    </fieldset>
  );
}

interface WeekdaysProps {
  readonly answer: RepeatAnswer;
  onSay(answer: RepeatAnswer): void;
}

function Weekdays({ answer, onSay }: WeekdaysProps) {
  const t = useTranslations("fields.repeat");
  const format = useFormatter();
  const toggled = (day: Weekday) =>
    WEEKDAYS.filter((one) => (one === day ? !answer.on.includes(one) : answer.on.includes(one)));
  return (
    <fieldset className={styles.weekdays}>
      <legend className="quiet-text">{t("weekdays")}</legend>
      <div className={`${fields.options} ${styles.week}`}>
        {WEEKDAYS.map((day) => (
          <label key={day}>
            <input
              type="checkbox"
              checked={answer.on.includes(day)}
              onChange={() => onSay({ ...answer, on: toggled(day) })}
            />
            <abbr title={format.dateTime(weekdayDate(day), { timeZone: "UTC", weekday: "long" })}>
              {format.dateTime(weekdayDate(day), { timeZone: "UTC", weekday: "short" })}
            </abbr>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

interface DayPartProps {
  readonly label: string;
  readonly day: string;
  onChoose(day: string): void;
}

function DayPart({ label, day, onChoose }: DayPartProps) {
  return (
    <label className={styles.day}>
      <span className="quiet-text">{label}</span>
      <input
        type="date"
        className={date.date}
        max="9999-12-31"
        value={day}
        onChange={(event) => onChoose(event.target.value)}
      />
    </label>
  );
}
