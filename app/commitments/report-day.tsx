"use client";

import { useTranslations } from "next-intl";
import { useRef } from "react";
import type { Day } from "#conversation/keeping/keepings";
import { useWeekdayWords } from "../fields/use-weekday-words";
import { useKeeping } from "../lasting/use-keeping";
import { Button } from "../ui/button";
import { Trouble } from "../ui/trouble";
import { useFocusKept } from "../use-focus-kept";
import styles from "./commitments.module.css";

interface ReportDayProps {
  readonly spaceId: string;
  readonly agreement: string;
  readonly version: number;
  readonly day: Day;
}

/** How it went on one day: one press. */
export function ReportDay({ spaceId, agreement, version, day }: ReportDayProps) {
  const t = useTranslations("commitments.report");
  const inWords = useWeekdayWords();
  const place = useRef<HTMLFieldSetElement>(null);
  useFocusKept(place);
  const { send, isSending, trouble } = useKeeping(spaceId);
  const tell = (kept: boolean) => send({ kind: "report", agreement, version, day, kept });
  return (
    <fieldset className={styles.report} ref={place} tabIndex={-1}>
      <legend>{t("question", { day: inWords(day) })}</legend>
      {trouble !== null && <Trouble>{trouble}</Trouble>}
      <div className={styles.row}>
        <Button look="primary" disabled={isSending} onClick={() => tell(true)}>
          {t("kept")}
        </Button>
        <Button disabled={isSending} onClick={() => tell(false)}>
          {t("missed")}
        </Button>
      </div>
    </fieldset>
  );
}
