"use client";

import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import type { Couple } from "../lasting/couple";
import { OneLineForm } from "../lasting/one-line-form";
import { Button } from "../ui/button";
import { useFocusKept } from "../use-focus-kept";
import styles from "./plans.module.css";

interface HowWasItProps {
  readonly couple: Couple;
  /** The plan, and the wording that is on the page. */
  readonly agreement: string;
  readonly version: number;
  /** One's own line; null while one has written none. */
  readonly mine: string | null;
}

/** One line each about how a plan was. Whether the other has written theirs, nobody learns before both have. */
export function HowWasIt({ couple, agreement, version, mine }: HowWasItProps) {
  const t = useTranslations("plans.outlook");
  const place = useRef<HTMLDivElement>(null);
  useFocusKept(place);
  const [isAnew, setIsAnew] = useState(false);
  const [isKept, setIsKept] = useState(false);
  const isWriting = mine === null || isAnew;
  return (
    <div ref={place} tabIndex={-1} className={styles.outlook}>
      {isWriting ? (
        <OneLineForm
          spaceId={couple.spaceId}
          label={t("label")}
          hint={t("hint", { other: couple.other })}
          button={t("write")}
          initial={mine ?? ""}
          keeping={(text) => ({ kind: "how-was-it", agreement, version, words: { text } })}
          onTaken={() => {
            setIsAnew(false);
            setIsKept(true);
          }}
        />
      ) : (
        <>
          <p>
            {t("yours")} <q className={styles.said}>{mine}</q>
          </p>
          <p className={styles.soft}>{t("hidden")}</p>
          <div>
            <Button
              look="plain"
              onClick={() => {
                setIsAnew(true);
                setIsKept(false);
              }}
            >
              {t("writeAgain")}
            </Button>
          </div>
        </>
      )}
      <p role="status" className={styles.status}>
        {isKept ? t("kept") : null}
      </p>
    </div>
  );
}
