import { useLocale, useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "../../ui/button";
import ask from "./ask.module.css";
import { formatTime } from "./local-time";
import { nextTime, type ReturnChoice, returnTimes } from "./return-times";
import styles from "./small-things.module.css";
import { useConversation } from "./use-conversation";
import { useSetting } from "./use-setting";

const CHOICES: readonly ReturnChoice[] = ["min20", "hour1", "hours3", "tomorrow"];

interface BreakFormProps {
  onBegin(returnAt: string): void;
  onCancel(): void;
}

/** When to come back: four near choices and a time of one's own. */
export function BreakForm({ onBegin, onCancel }: BreakFormProps) {
  const t = useTranslations("conversation.break");
  const locale = useLocale();
  const { live } = useConversation();
  const isAlone = useSetting() === "alone";
  const [choice, setChoice] = useState<ReturnChoice | "other">("min20");
  const [time, setTime] = useState("");
  const times = returnTimes(live.serverNow());
  const begin = (event: FormEvent) => {
    event.preventDefault();
    const now = live.serverNow();
    const at = choice === "other" ? nextTime(time, now) : returnTimes(now)[choice];
    if (at) onBegin(at.toISOString());
  };
  return (
    <form onSubmit={begin}>
      <p>{t("hint")}</p>
      <fieldset className={styles.choices}>
        <legend className="quiet-text">{t("title")}</legend>
        {CHOICES.map((one) => (
          <label key={one}>
            <input type="radio" name="return" checked={choice === one} onChange={() => setChoice(one)} />
            {t("at", { label: t(one), time: formatTime(times[one], locale) })}
          </label>
        ))}
        <label>
          <input
            type="radio"
            name="return"
            checked={choice === "other"}
            onChange={() => setChoice("other")}
          />
          {t("other")}
        </label>
        {choice === "other" ? (
          <label>
            <span>{t("otherLabel")}</span>
            <input type="time" required value={time} onChange={(event) => setTime(event.target.value)} />
          </label>
        ) : null}
      </fieldset>
      <div className={ask.row}>
        <Button look="primary" type="submit">
          {t("start")}
        </Button>
        <Button onClick={onCancel}>{isAlone ? t("cancelAlone") : t("cancel")}</Button>
      </div>
    </form>
  );
}
