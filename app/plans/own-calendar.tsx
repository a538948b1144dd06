"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import type { CalendarAnswer } from "#wire/answers";
import { CALENDAR_TITLES, type CalendarTitles } from "#wire/preferences";
import { send } from "../send";
import { useTroubleWords } from "../trouble-words";
import { Button } from "../ui/button";
import { CopyButton } from "../ui/copy-button";
import { RadioPills } from "../ui/radio-pills";
import { TextField } from "../ui/text-field";
import { Trouble } from "../ui/trouble";
import { useFocusKept } from "../use-focus-kept";
import { useIsAwake } from "../use-is-awake";
import styles from "./plans.module.css";

interface OwnCalendarProps {
  readonly spaceId: string;
  /** How the calendar that one has names things; null where one has none. */
  readonly titles: CalendarTitles | null;
}

/** The secret address of one's own calendar: made, shown this once, made anew, stopped. */
export function OwnCalendar({ spaceId, titles }: OwnCalendarProps) {
  const t = useTranslations("plans.calendar");
  const words = useTroubleWords();
  const router = useRouter();
  const isAwake = useIsAwake();
  const place = useRef<HTMLDivElement>(null);
  useFocusKept(place);
  const [chosen, setChosen] = useState<CalendarTitles>(titles ?? "neutral");
  const [isSending, setIsSending] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [url, setUrl] = useState<string | null>(null);
  const [isStopped, setIsStopped] = useState(false);

  async function ask<Answer>(path: string, body: object): Promise<Answer | null> {
    setIsSending(true);
    const sent = await send<Answer>(`/api/spaces/${spaceId}/calendar${path}`, body);
    setIsSending(false);
    setTrouble(sent.kind === "answer" ? null : words(sent));
    if (sent.kind !== "answer") return null;
    router.refresh();
    return sent.answer;
  }
  const make = async () => {
    const answer = await ask<CalendarAnswer>("", { titles: chosen });
    if (!answer) return;
    setUrl(answer.url);
    setIsStopped(false);
  };
  const stop = async () => {
    if (!(await ask<object>("/stop", {}))) return;
    setUrl(null);
    setIsStopped(true);
  };

  return (
    <div ref={place} tabIndex={-1} className={styles.calendar}>
      {url !== null && <Address url={url} />}
      {titles !== null && (
        <p>
          {t(titles === "own" ? "onOwn" : "onNeutral")} {t("anew")}
        </p>
      )}
      <RadioPills
        legend={t("titles")}
        hint={t("titlesHint")}
        name="titles"
        pills={CALENDAR_TITLES.map((value) => ({ value, title: t(value) }))}
        chosen={chosen}
        onChoose={(value) => setChosen(value === "own" ? "own" : "neutral")}
      />
      {trouble !== null && <Trouble>{trouble}</Trouble>}
      <div className={styles.row}>
        <Button disabled={!isAwake || isSending} onClick={make}>
          {t(titles === null ? "make" : "makeAnew")}
        </Button>
        {titles !== null && (
          <Button look="plain" disabled={!isAwake || isSending} onClick={stop}>
            {t("stop")}
          </Button>
        )}
      </div>
      <p role="status" className={styles.status}>
        {isStopped ? t("stopped") : null}
      </p>
    </div>
  );
}

function Address({ url }: { readonly url: string }) {
  const t = useTranslations("plans.calendar");
  return (
    <div className={styles.address}>
      <TextField
        label={t("address")}
        hint={t("warning")}
        value={url}
        readOnly
        onFocus={({ target }) => target.select()}
      />
      <CopyButton text={url} label={t("copy")} copied={t("copied")} failed={t("copyFailed")} />
    </div>
  );
}
