"use client";

import { useTranslations } from "next-intl";
import { Button } from "../ui/button";
import { useIsAwake } from "../use-is-awake";
import { SavingNote } from "./saving-note";
import styles from "./settings.module.css";
import { useSaving } from "./use-saving";

/** Says yes to notices, or not any more. */
export function NoticesChoice({ isOn }: { readonly isOn: boolean }) {
  const t = useTranslations("settings.notices");
  const isAwake = useIsAwake();
  const { saving, save } = useSaving();
  return (
    <>
      <p>{isOn ? t("isOn") : t("isOff")}</p>
      <div className={styles.row}>
        <Button
          disabled={!isAwake || saving.kind === "saving"}
          onClick={() => save("/api/consents", { what: "notices", given: !isOn })}
        >
          {isOn ? t("turnOff") : t("turnOn")}
        </Button>
        <SavingNote saving={saving} />
      </div>
    </>
  );
}
