"use client";

import { useTranslations } from "next-intl";
import type { Words } from "#conversation/moves";
import { answersTo } from "../fields/answered";
import { KeepingForm } from "../lasting/keeping-form";
import { careFor } from "../lasting/offer-form";
import { Button } from "../ui/button";
import type { AgreementActionsProps } from "./acted-on";
import styles from "./agreements.module.css";

interface ChangeFormProps extends AgreementActionsProps {
  /** It is kept as it is, and only the day to look at it again is chosen anew. */
  readonly onlyReview: boolean;
  onTaken(): void;
  onClose(): void;
}

/** The questions with the answers that hold, to be changed. */
export function ChangeForm({
  couple,
  agreement,
  waiting,
  onlyReview,
  onTaken,
  onClose,
  ...rest
}: ChangeFormProps) {
  const t = useTranslations("agreements.actions");
  const { id, version, sort, hasEnded } = agreement;
  const holds = answersTo(rest.fields, agreement.words ?? {});
  const fields = onlyReview ? rest.fields.filter((field) => field.id === "review") : rest.fields;
  const { review: _over, ...withoutReview } = holds;
  const all = (answers: Words) => (onlyReview ? { ...withoutReview, ...answers } : answers);
  const note = hasEnded ? t("endedMeanwhile") : waiting === null ? null : t("takesPlace");
  return (
    <KeepingForm
      spaceId={couple.spaceId}
      fields={fields}
      initial={onlyReview ? {} : holds}
      button={onlyReview ? t("keepUntil") : t("propose")}
      care={careFor(sort)}
      keeping={(answers) => ({
        kind: "propose",
        agreement: id,
        version,
        change: "change",
        words: all(answers),
        ...(waiting !== null && { amends: waiting }),
      })}
      onTaken={onTaken}
      above={note && <p className={styles.note}>{note}</p>}
    >
      <Button look="plain" onClick={onClose}>
        {t("notNow")}
      </Button>
    </KeepingForm>
  );
}
