"use client";

import { useTranslations } from "next-intl";
import type { TextField } from "#conversation/guide";
import { KeepingForm } from "../lasting/keeping-form";
import { Button } from "../ui/button";
import type { AgreementActionsProps } from "./acted-on";
import styles from "./agreements.module.css";
import { useCrossedFields } from "./crossed-fields";

interface CrossedFormProps extends AgreementActionsProps {
  onTaken(): void;
  onClose(): void;
}

/** A boundary was crossed: what happened, and what happened next. */
export function CrossedForm({ couple, agreement, onTaken, onClose }: CrossedFormProps) {
  const t = useTranslations("agreements.crossed");
  const fields: readonly TextField[] = useCrossedFields();
  return (
    <KeepingForm
      spaceId={couple.spaceId}
      fields={fields}
      button={t("write")}
      care="speaking"
      keeping={(words) => ({ kind: "crossed", agreement: agreement.id, version: agreement.version, words })}
      onTaken={onTaken}
      above={
        <p className={styles.note}>
          {agreement.hasEnded ? t("endedMeanwhile") : t("lead", { other: couple.other })}
        </p>
      }
    >
      <Button look="plain" onClick={onClose}>
        {t("notNow")}
      </Button>
    </KeepingForm>
  );
}
