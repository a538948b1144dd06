"use client";

import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import type { Couple } from "../lasting/couple";
import { KeepingForm } from "../lasting/keeping-form";
import { Button } from "../ui/button";
import { useFocusKept } from "../use-focus-kept";
import styles from "./commitments.module.css";
import { useGoodFields } from "./good-fields";

interface MakeGoodProps {
  readonly couple: Couple;
  /** The number of the report. */
  readonly report: number;
  /** It has been made good already, and may be put into other words. */
  readonly isGood: boolean;
}

/** Owns a miss: what happened, and what one does now. */
export function MakeGood({ couple, report, isGood }: MakeGoodProps) {
  const t = useTranslations("commitments.good");
  const fields = useGoodFields();
  const place = useRef<HTMLDivElement>(null);
  useFocusKept(place);
  const [isOpen, setOpen] = useState(false);
  return (
    <div ref={place} tabIndex={-1} className={isOpen ? styles.form : undefined}>
      {isOpen ? (
        <KeepingForm
          spaceId={couple.spaceId}
          fields={fields}
          button={t("say")}
          care="owning"
          keeping={(words) => ({ kind: "make-good", answers: report, words })}
          above={<p>{t("about", { other: couple.other })}</p>}
          onTaken={() => setOpen(false)}
        >
          <Button look="plain" onClick={() => setOpen(false)}>
            {t("notNow")}
          </Button>
        </KeepingForm>
      ) : (
        <Button look={isGood ? "plain" : "quiet"} onClick={() => setOpen(true)}>
          {t(isGood ? "again" : "open")}
        </Button>
      )}
    </div>
  );
}
