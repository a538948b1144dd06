"use client";

import { useTranslations } from "next-intl";
import type { SubmitEvent } from "react";
import { textOf } from "../one-line";
import { Button } from "../ui/button";
import { TextField } from "../ui/text-field";
import { useIsAwake } from "../use-is-awake";
import { SavingNote } from "./saving-note";
import styles from "./settings.module.css";
import { useSaving } from "./use-saving";

interface QuietHoursFormProps {
  readonly quietHours: { readonly quietFrom: string; readonly quietTo: string };
  /** Null where they never chose one: then it is the one of this device. */
  readonly timeZone: string | null;
}

/** Between which times one is told of nothing. */
export function QuietHoursForm({ quietHours: { quietFrom, quietTo }, timeZone }: QuietHoursFormProps) {
  const t = useTranslations("settings.notices");
  const settings = useTranslations("settings");
  const isAwake = useIsAwake();
  const { saving, save } = useSaving();
  async function submit(event: SubmitEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    await save("/api/me/notices", {
      // A time that was emptied in the browser is as it was.
      quietFrom: textOf(data, "quietFrom") || quietFrom,
      quietTo: textOf(data, "quietTo") || quietTo,
      timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    });
  }
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <TextField type="time" label={t("quietFrom")} name="quietFrom" defaultValue={quietFrom} required />
      <TextField
        type="time"
        label={t("quietTo")}
        name="quietTo"
        defaultValue={quietTo}
        required
        hint={timeZone ? t("inZone", { zone: timeZone.replaceAll("_", " ") }) : t("deviceZone")}
      />
      <div className={styles.row}>
        <Button type="submit" disabled={!isAwake || saving.kind === "saving"}>
          {settings("save")}
        </Button>
        <SavingNote saving={saving} />
      </div>
    </form>
  );
}
