"use client";

import { useTranslations } from "next-intl";
import type { NoticesRequest } from "#wire/requests";
import { Button } from "../ui/button";
import { useIsAwake } from "../use-is-awake";
import { SavingNote } from "./saving-note";
import styles from "./settings.module.css";
import { useSaving } from "./use-saving";

interface NoticesChoiceProps {
  readonly isOn: boolean;
  readonly quietHours: Omit<NoticesRequest, "timeZone">;
}

/** Says yes to notices by mail, or not any more. With a yes goes where one is: quiet hours mean nothing without. */
export function NoticesChoice({ isOn, quietHours }: NoticesChoiceProps) {
  const t = useTranslations("settings.notices");
  const isAwake = useIsAwake();
  const { saving, save } = useSaving();
  async function turn(): Promise<void> {
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
    if (!isOn && !(await save("/api/me/notices", { ...quietHours, timeZone }))) return;
    await save("/api/consents", { what: "notices", given: !isOn });
  }
  return (
    <>
      <p>{isOn ? t("isOn") : t("isOff")}</p>
      <div className={styles.row}>
        <Button disabled={!isAwake || saving.kind === "saving"} onClick={turn}>
          {isOn ? t("turnOff") : t("turnOn")}
        </Button>
        <SavingNote saving={saving} />
      </div>
    </>
  );
}
