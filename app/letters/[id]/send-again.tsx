"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { send } from "../../send";
import { useTroubleWords } from "../../trouble-words";
import { Button } from "../../ui/button";
import { Trouble } from "../../ui/trouble";
import { useIsAwake } from "../../use-is-awake";
import styles from "../letters.module.css";

interface SendAgainProps {
  readonly id: string;
  readonly version: number;
  readonly space: string;
  readonly name: string;
}

/** Sending broke off before it was known to be done: the same again, which is never twice. */
export function SendAgain({ id, version, space, name }: SendAgainProps) {
  const t = useTranslations("letters.send");
  const words = useTroubleWords();
  const router = useRouter();
  const isAwake = useIsAwake();
  const [trouble, setTrouble] = useState<string | null>(null);
  async function again(): Promise<void> {
    setTrouble(null);
    const sent = await send(`/api/letters/${id}/send`, { version, space });
    if (sent.kind !== "answer") setTrouble(words(sent));
    router.refresh();
  }
  return (
    <div className={styles.editor}>
      <p className={styles.soft}>{t("brokeOff", { name })}</p>
      <div className={styles.row}>
        <Button disabled={!isAwake} onClick={again}>
          {t("again")}
        </Button>
      </div>
      {trouble && <Trouble>{trouble}</Trouble>}
    </div>
  );
}
