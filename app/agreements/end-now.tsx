"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { Couple } from "../lasting/couple";
import { useKeeping } from "../lasting/use-keeping";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { Trouble } from "../ui/trouble";
import styles from "./agreements.module.css";

interface EndNowProps {
  readonly couple: Couple;
  /** Its id. */
  readonly agreement: string;
  onEnded(): void;
}

/** Ends it at once, and alone: two presses, and what happens is said in between. */
export function EndNow({ couple, agreement, onEnded }: EndNowProps) {
  const t = useTranslations("agreements.end");
  const { send, isSending, trouble } = useKeeping(couple.spaceId);
  const [isAsked, setAsked] = useState(false);
  const end = async () => {
    if (!(await send({ kind: "end", agreement }))) return;
    setAsked(false);
    onEnded();
  };
  return (
    <>
      <Button look="plain" onClick={() => setAsked(true)}>
        {t("go")}
      </Button>
      <Dialog isOpen={isAsked} onClose={() => setAsked(false)} title={t("sure")}>
        <p>{t("happens", { other: couple.other })}</p>
        {trouble !== null && <Trouble>{trouble}</Trouble>}
        <div className={styles.confirm}>
          <Button look="primary" disabled={isSending} onClick={end}>
            {t("confirm")}
          </Button>
          <Button disabled={isSending} onClick={() => setAsked(false)}>
            {t("stay")}
          </Button>
        </div>
      </Dialog>
    </>
  );
}
