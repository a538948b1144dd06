"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { useTroubleWords } from "../trouble-words";
import { Button } from "../ui/button";
import { Trouble } from "../ui/trouble";
import { askForPush, endPush, type PushObstacle, pushObstacle } from "./push-subscription";
import { SavingNote } from "./saving-note";
import styles from "./settings.module.css";
import { useSaving } from "./use-saving";

/** Says yes to being told on this device, or not any more. The browser asks only when the button is pressed. */
export function PushChoice({ isOn }: { readonly isOn: boolean }) {
  const t = useTranslations("settings.push");
  const words = useTroubleWords();
  const { saving, save } = useSaving();
  const [isAsking, setIsAsking] = useState(false);
  /** Undefined until the browser was asked what it can. */
  const [obstacle, setObstacle] = useState<PushObstacle | null | undefined>(undefined);
  useEffect(() => void pushObstacle().then(setObstacle), []);

  async function turnOn(): Promise<void> {
    setIsAsking(true);
    const asked = await askForPush();
    setIsAsking(false);
    if ("obstacle" in asked) return setObstacle(asked.obstacle);
    setObstacle(null);
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions(); // quiet hours mean nothing without
    await save("/api/push", { ...asked.subscription, timeZone });
  }

  async function turnOff(): Promise<void> {
    if (await save("/api/push/stop", {})) await endPush();
  }

  const isHindered = obstacle === "unable" || obstacle === "denied";
  return (
    <>
      <p role="status">{isHindered && !isOn ? t(obstacle) : isOn ? t("isOn") : t("isOff")}</p>
      {(isOn || !isHindered) && (
        <div className={styles.row}>
          <Button
            disabled={obstacle === undefined || isAsking || saving.kind === "saving"}
            onClick={isOn ? turnOff : turnOn}
          >
            {isAsking ? t("asking") : isOn ? t("turnOff") : t("turnOn")}
          </Button>
          <SavingNote saving={saving} />
        </div>
      )}
      {obstacle === "notAdded" && <Trouble>{t("notAdded")}</Trouble>}
      {obstacle === "offline" && <Trouble>{words({ kind: "offline" })}</Trouble>}
    </>
  );
}
