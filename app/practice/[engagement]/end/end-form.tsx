"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { send } from "../../../send";
import { type Unanswered, useTroubleWords } from "../../../trouble-words";
import { Button } from "../../../ui/button";
import { Dialog } from "../../../ui/dialog";
import { RadioCards } from "../../../ui/radio-cards";
import { Trouble } from "../../../ui/trouble";
import { useIsAwake } from "../../../use-is-awake";
import styles from "../../practice.module.css";

/** In days; years have their leap days. */
const MONTH = 30;
const YEARS = [
  { years: 1, days: 365 },
  { years: 5, days: 1_826 },
  { years: 10, days: 3_652 },
] as const;

/** For how long the own copy is kept, and two presses: the second one ends the work. */
export function EndForm({ engagementId }: { readonly engagementId: string }) {
  const t = useTranslations("practice.end");
  const words = useTroubleWords();
  const router = useRouter();
  const isAwake = useIsAwake();
  const [keepDays, setKeepDays] = useState(MONTH);
  const [isAsked, setIsAsked] = useState(false);
  const [isEnding, setIsEnding] = useState(false);
  const [unanswered, setUnanswered] = useState<Unanswered | null>(null);

  async function end(): Promise<void> {
    setUnanswered(null);
    setIsEnding(true);
    const sent = await send(`/api/engagements/${engagementId}/end`, { keepDays });
    if (sent.kind === "answer") return router.replace(`/practice/${engagementId}`);
    setIsEnding(false);
    setUnanswered(sent);
  }

  return (
    <div className={styles.form}>
      <RadioCards
        legend={t("keep")}
        name="keep"
        cards={[
          { value: String(MONTH), title: t("days", { days: MONTH }) },
          ...YEARS.map(({ years, days }) => ({ value: String(days), title: t("years", { years }) })),
        ]}
        first={String(MONTH)}
        onChoose={(days) => setKeepDays(Number(days))}
      />
      <p className={styles.small}>{t("keepHint")}</p>
      <div>
        <Button disabled={!isAwake} onClick={() => setIsAsked(true)}>
          {t("go")}
        </Button>
      </div>
      <Dialog isOpen={isAsked} onClose={() => setIsAsked(false)} title={t("sure")}>
        <p>{t("final")}</p>
        {unanswered && <Trouble>{words(unanswered)}</Trouble>}
        <div className={styles.row}>
          <Button look="primary" disabled={isEnding} onClick={end}>
            {isEnding ? t("ending") : t("confirm")}
          </Button>
          <Button disabled={isEnding} onClick={() => setIsAsked(false)}>
            {t("stay")}
          </Button>
        </div>
      </Dialog>
    </div>
  );
}
