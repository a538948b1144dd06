"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTroubleWords } from "../trouble-words";
import { Button } from "../ui/button";
import { Trouble } from "../ui/trouble";
import { useIsAwake } from "../use-is-awake";
import { makePasskey } from "./make-passkey";
import styles from "./settings.module.css";

/** Has the device make a passkey, and keeps its public half. */
export function AddPasskey() {
  const t = useTranslations("settings.passkeys");
  const words = useTroubleWords();
  const router = useRouter();
  const isAwake = useIsAwake();
  const [isAdding, setIsAdding] = useState(false);
  const [isAdded, setIsAdded] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  async function add(): Promise<void> {
    setIsAdding(true);
    setIsAdded(false);
    setProblem(null);
    const obstacle = await makePasskey();
    setIsAdding(false);
    setIsAdded(obstacle === null);
    if (obstacle === null) router.refresh();
    else setProblem(typeof obstacle === "string" ? t(obstacle) : words(obstacle));
  }

  return (
    <>
      <div className={styles.row}>
        <Button disabled={!isAwake || isAdding} onClick={add}>
          {isAdding ? t("adding") : t("add")}
        </Button>
        <p role="status" className={styles.note}>
          {isAdded && t("added")}
        </p>
      </div>
      {problem && <Trouble>{problem}</Trouble>}
    </>
  );
}
