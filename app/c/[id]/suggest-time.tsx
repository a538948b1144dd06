import { useLocale, useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";
import { isMeetingTime, LATEST, SOONEST } from "#conversation/meetings";
import date from "../../fields/date-input.module.css";
import { useRefusalText } from "../../refusal-text";
import { Button } from "../../ui/button";
import ask from "./ask.module.css";
import { fromLocalMinutes, toLocalMinutes } from "./local-minutes";
import { useNames } from "./names";
import { useConversation } from "./use-conversation";
import { useTimes } from "./use-times";
import styles from "./when-we-go-on.module.css";

const SLOT = "any:suggest-time";

/** A time to talk, by the clock of this device: the other sees the same moment by theirs. */
export function SuggestTime() {
  const t = useTranslations("conversation.goOn");
  const onItsWay = useTranslations("conversation.connection");
  const refusal = useRefusalText();
  const locale = useLocale();
  const { other } = useNames();
  const id = useId();
  const { live, waiting } = useConversation();
  const { suggestion, meeting } = useTimes();
  const [text, setText] = useState("");
  const [isRefused, setRefused] = useState(false);
  const isOnItsWay = waiting.some(({ slot }) => slot === SLOT);
  const now = live.serverNow();
  const suggest = (event: FormEvent) => {
    event.preventDefault();
    const at = fromLocalMinutes(text)?.toISOString();
    if (at === undefined || !isMeetingTime(at, live.serverNow())) return setRefused(true);
    live.send(SLOT, { kind: "suggest-time", meetAt: at });
    setText("");
  };
  return (
    <form className={styles.part} onSubmit={suggest} noValidate>
      <label htmlFor={id}>{suggestion || meeting ? t("suggestAnother") : t("suggestLabel")}</label>
      <input
        type="datetime-local"
        id={id}
        className={date.date}
        min={toLocalMinutes(new Date(now + SOONEST))}
        max={toLocalMinutes(new Date(now + LATEST))}
        value={text}
        aria-invalid={isRefused}
        aria-describedby={`${id}-zone ${id}-refused`}
        onChange={(event) => {
          setText(event.target.value);
          setRefused(false);
        }}
      />
      <p id={`${id}-refused`} className={ask.needed} role="alert">
        {isRefused ? refusal({ kind: "bad-meeting-time" }) : null}
      </p>
      <p id={`${id}-zone`} className={styles.soft}>
        {t("zone", { zone: zoneName(locale), name: other })}
      </p>
      <div className={styles.row}>
        <Button look="primary" type="submit" disabled={isOnItsWay}>
          {isOnItsWay ? onItsWay("sending") : t("suggest")}
        </Button>
      </div>
    </form>
  );
}

/** What people call the zone of this device: "Central European Time". */
function zoneName(locale: string): string {
  const format = new Intl.DateTimeFormat(locale, { timeZoneName: "longGeneric" });
  const name = format.formatToParts().find(({ type }) => type === "timeZoneName");
  return name?.value ?? format.resolvedOptions().timeZone;
}
