"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { send } from "../../send";
import { useTroubleWords } from "../../trouble-words";
import { Button } from "../../ui/button";
import { Dialog } from "../../ui/dialog";
import { Trouble } from "../../ui/trouble";
import { useIsAwake } from "../../use-is-awake";
import styles from "../check-ins.module.css";

/** Removes a check-in for good, in two presses. */
export function RemoveForm({ checkInId }: { readonly checkInId: string }) {
  const t = useTranslations("checkIns.remove");
  const words = useTroubleWords();
  const router = useRouter();
  const isAwake = useIsAwake();
  const [isAsked, setIsAsked] = useState(false);
  const [isRemoving, setIsRemoving] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);

  async function remove(): Promise<void> {
    setTrouble(null);
    setIsRemoving(true);
    const sent = await send(`/api/check-ins/${checkInId}/remove`, {});
    if (sent.kind === "answer") return router.replace("/check-ins");
    setIsRemoving(false);
    setTrouble(words(sent));
  }

  return (
    <div className={styles.row}>
      <Button look="plain" disabled={!isAwake} onClick={() => setIsAsked(true)}>
        {t("go")}
      </Button>
      <Dialog isOpen={isAsked} onClose={() => setIsAsked(false)} title={t("sure")}>
        <p>{t("text")}</p>
        {trouble && <Trouble>{trouble}</Trouble>}
        <div className={styles.row}>
          <Button look="primary" disabled={isRemoving} onClick={remove}>
            {t("confirm")}
          </Button>
          <Button disabled={isRemoving} onClick={() => setIsAsked(false)}>
            {t("stay")}
          </Button>
        </div>
      </Dialog>
    </div>
  );
}
