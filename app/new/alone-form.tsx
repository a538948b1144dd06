"use client";

import { useTranslations } from "next-intl";
import { oneLine, textOf } from "../one-line";
import { Button } from "../ui/button";
import { TextField } from "../ui/text-field";
import { Trouble } from "../ui/trouble";
import { useIsAwake } from "../use-is-awake";
import styles from "./form.module.css";
import { useStart } from "./use-start";

interface AloneFormProps {
  readonly guide: string;
  /** What whoever asks is called already; empty for a stranger. */
  readonly name: string;
}

/** What one person alone needs to begin: a name, and nobody else. */
export function AloneForm({ guide, name }: AloneFormProps) {
  const t = useTranslations("newAlone");
  const isAwake = useIsAwake();
  const { isSending, problemAt, submit } = useStart((form) => {
    const given = oneLine(textOf(new FormData(form), "name"));
    return given ? { guide, alone: true, name: given } : { field: "name", words: t("nameNeeded") };
  });
  const trouble = problemAt("form");
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <div className={styles.head}>
        <h2>{t("title")}</h2>
        <p>{t("lead")}</p>
      </div>
      <TextField
        label={t("name")}
        hint={t("nameHint")}
        problem={problemAt("name")}
        name="name"
        defaultValue={name}
        maxLength={60}
        required
        autoComplete="given-name"
      />
      {trouble && <Trouble>{trouble}</Trouble>}
      <div className={styles.end}>
        <Button type="submit" look="primary" disabled={!isAwake || isSending}>
          {isSending ? t("beginning") : t("begin")}
        </Button>
        <p>{t("device")}</p>
      </div>
    </form>
  );
}
