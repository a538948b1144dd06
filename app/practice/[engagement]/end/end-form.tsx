"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { TwoPresses } from "../../../two-presses/two-presses";
import { RadioCards } from "../../../ui/radio-cards";
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
  const router = useRouter();
  const [keepDays, setKeepDays] = useState(MONTH);
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
      <TwoPresses
        says={{ go: t("go"), sure: t("sure"), confirm: t("confirm"), going: t("ending"), stay: t("stay") }}
        path={`/api/engagements/${engagementId}/end`}
        body={{ keepDays }}
        then={() => router.replace(`/practice/${engagementId}`)}
      >
        {t("final")}
      </TwoPresses>
    </div>
  );
}
