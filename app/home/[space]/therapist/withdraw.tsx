"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { send } from "../../../send";
import { type Unanswered, useTroubleWords } from "../../../trouble-words";
import { Button } from "../../../ui/button";
import { Dialog } from "../../../ui/dialog";
import { Trouble } from "../../../ui/trouble";
import { useIsAwake } from "../../../use-is-awake";
import styles from "./therapist.module.css";

/** Takes one’s yes back, with two presses and no reason. */
export function Withdraw({ engagementId, name }: { readonly engagementId: string; readonly name: string }) {
  const t = useTranslations("therapist.withdraw");
  const words = useTroubleWords();
  const router = useRouter();
  const isAwake = useIsAwake();
  const [isAsked, setIsAsked] = useState(false);
  const [isSending, setIsSending] = useState(false);
  const [unanswered, setUnanswered] = useState<Unanswered | null>(null);

  async function withdraw(): Promise<void> {
    setUnanswered(null);
    setIsSending(true);
    const sent = await send(`/api/engagements/${engagementId}/withdraw`, {});
    setIsSending(false);
    if (sent.kind !== "answer") return setUnanswered(sent);
    setIsAsked(false);
    router.refresh();
  }

  return (
    <div>
      <Button disabled={!isAwake} onClick={() => setIsAsked(true)}>
        {t("go")}
      </Button>
      <Dialog isOpen={isAsked} onClose={() => setIsAsked(false)} title={t("sure")}>
        <p>{t("text", { name })}</p>
        {unanswered && <Trouble>{words(unanswered)}</Trouble>}
        <div className={styles.row}>
          <Button look="primary" disabled={isSending} onClick={withdraw}>
            {t("confirm")}
          </Button>
          <Button disabled={isSending} onClick={() => setIsAsked(false)}>
            {t("stay")}
          </Button>
        </div>
      </Dialog>
    </div>
  );
}
