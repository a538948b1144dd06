"use client";

import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import type { Couple } from "../lasting/couple";
import { KeepingForm } from "../lasting/keeping-form";
import { useRestFields } from "../lasting/rest-fields";
import { Button } from "../ui/button";
import { useFocusKept } from "../use-focus-kept";
import styles from "./commitments.module.css";

interface PauseFormProps {
  readonly couple: Couple;
  readonly agreement: string;
  readonly version: number;
}

/** Asks the other to let a promise rest for a while: for an illness, for a journey, without a reason. */
export function PauseForm({ couple, agreement, version }: PauseFormProps) {
  const t = useTranslations("commitments.pause");
  const fields = useRestFields();
  const place = useRef<HTMLDivElement>(null);
  useFocusKept(place);
  const [isOpen, setOpen] = useState(false);
  return (
    <div ref={place} tabIndex={-1} className={isOpen ? styles.form : undefined}>
      {isOpen ? (
        <KeepingForm
          spaceId={couple.spaceId}
          fields={fields}
          button={t("ask", { other: couple.other })}
          keeping={({ from, until }) => ({
            kind: "propose",
            agreement,
            version,
            change: "pause",
            from: String(from),
            until: String(until),
          })}
          above={<p>{t("about", { other: couple.other })}</p>}
          onTaken={() => setOpen(false)}
        >
          <Button look="plain" onClick={() => setOpen(false)}>
            {t("notNow")}
          </Button>
        </KeepingForm>
      ) : (
        <Button onClick={() => setOpen(true)}>{t("open")}</Button>
      )}
    </div>
  );
}
