"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "../../ui/button";
import { Dialog } from "../../ui/dialog";
import { Trouble } from "../../ui/trouble";
import { useIsAwake } from "../../use-is-awake";
import styles from "../check-ins.module.css";
import { useChange } from "./use-change";

/** A partner who may read an answer, or does. */
export interface ShareWith {
  readonly space: string;
  readonly name: string;
  readonly isShared: boolean;
}

interface ShareFormProps extends ShareWith {
  readonly checkInId: string;
  readonly statement: string;
}

/** Lets a partner read one answer, after saying what exactly they will see; or takes that back at once. */
export function ShareForm({ checkInId, statement, space, name, isShared }: ShareFormProps) {
  const t = useTranslations("checkIns.one");
  const isAwake = useIsAwake();
  const { change, isChanging, trouble } = useChange(checkInId, "share");
  const [isAsked, setIsAsked] = useState(false);
  const set = async (shared: boolean) => {
    if (await change({ statement, space, shared })) setIsAsked(false);
  };
  return (
    <div className={styles.row}>
      {isShared && <p className={styles.soft}>{t("isShared", { name })}</p>}
      <Button
        look="pill"
        disabled={!isAwake || isChanging}
        onClick={() => (isShared ? set(false) : setIsAsked(true))}
      >
        {isShared ? t("takeBack") : t("share", { name })}
      </Button>
      {!isAsked && trouble && <Trouble>{trouble}</Trouble>}
      <Dialog isOpen={isAsked} onClose={() => setIsAsked(false)} title={t("share", { name })}>
        <p>{t("shareText", { name })}</p>
        <p className={styles.soft}>{t("shareBack")}</p>
        {trouble && <Trouble>{trouble}</Trouble>}
        <div className={styles.row}>
          <Button look="primary" disabled={isChanging} onClick={() => set(true)}>
            {t("shareIt")}
          </Button>
          <Button onClick={() => setIsAsked(false)}>{t("not")}</Button>
        </div>
      </Dialog>
    </div>
  );
}
