"use client";

import { useTranslations } from "next-intl";
import { type SubmitEvent, useState } from "react";
import { oneLine, textOf } from "../one-line";
import { Button } from "../ui/button";
import { SelectField } from "../ui/select-field";
import { TextField } from "../ui/text-field";
import { useIsAwake } from "../use-is-awake";
import { SavingNote } from "./saving-note";
import styles from "./settings.module.css";
import { useSaving } from "./use-saving";

interface YouFormProps {
  readonly name: string;
  /** Null where the device says it. */
  readonly timeZone: string | null;
  readonly timeZones: readonly string[];
}

/** How one is called, and where one is. */
export function YouForm({ name, timeZone, timeZones }: YouFormProps) {
  const t = useTranslations("settings");
  const isAwake = useIsAwake();
  const { saving, save } = useSaving();
  const [problem, setProblem] = useState<string | null>(null);

  async function submit(event: SubmitEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const form = event.currentTarget;
    const data = new FormData(form);
    const given = oneLine(textOf(data, "name"));
    // A name can be changed, not taken away; whoever has none yet need not give one to choose a time zone.
    const isMissing = !given && (name !== "" || data.has("nameInSpaces"));
    setProblem(isMissing ? t("you.nameNeeded") : null);
    if (isMissing) return form.querySelector<HTMLInputElement>("[name=name]")?.focus();
    await save("/api/me/settings", {
      ...(given && { name: given }),
      timeZone: textOf(data, "timeZone") || null,
      ...(data.has("nameInSpaces") && { nameInSpaces: true }),
    });
  }

  const zones = timeZones.map((zone) => ({ value: zone, text: zone.replaceAll("_", " ") }));
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <TextField
        label={t("you.name")}
        hint={t("you.nameHint")}
        problem={problem}
        name="name"
        defaultValue={name}
        maxLength={60}
        required
        autoComplete="given-name"
      />
      <label className={styles.check}>
        <input type="checkbox" name="nameInSpaces" />
        <span>
          {t("you.nameInSpaces")}
          <small>{t("you.nameInSpacesHint")}</small>
        </span>
      </label>
      <SelectField
        label={t("you.timeZone")}
        name="timeZone"
        defaultValue={timeZone ?? ""}
        options={[{ value: "", text: t("you.deviceZone") }, ...zones]}
      />
      <div className={styles.row}>
        <Button type="submit" disabled={!isAwake || saving.kind === "saving"}>
          {t("save")}
        </Button>
        <SavingNote saving={saving} />
      </div>
    </form>
  );
}
