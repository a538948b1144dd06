"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { send } from "../send";
import { useTroubleWords } from "../trouble-words";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { Trouble } from "../ui/trouble";
import { useIsAwake } from "../use-is-awake";
import styles from "./letters.module.css";

interface DestroyLetterProps {
  /** Null while nothing of it was kept. */
  readonly id: string | null;
  /** Who has it too: what was sent is theirs. */
  readonly other?: string;
  /** Is called before: nothing that was typed may bring it back. */
  stop?(): void;
}

/** Destroys a letter for good, in two presses. */
export function DestroyLetter({ id, other, stop }: DestroyLetterProps) {
  const t = useTranslations("letters.destroy");
  const words = useTroubleWords();
  const router = useRouter();
  const isAwake = useIsAwake();
  const [isAsked, setIsAsked] = useState(false);
  const [isGoing, setIsGoing] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);

  async function destroy(): Promise<void> {
    setTrouble(null);
    setIsGoing(true);
    const sent = id === null ? null : await send(`/api/letters/${id}/destroy`, {});
    const isGone = sent?.kind === "refused" && sent.refusal.kind === "not-found";
    if (sent === null || sent.kind === "answer" || isGone) {
      stop?.();
      return router.replace("/letters");
    }
    setIsGoing(false);
    setTrouble(words(sent));
  }

  return (
    <>
      <Button look="plain" disabled={!isAwake} onClick={() => setIsAsked(true)}>
        {t("go")}
      </Button>
      <Dialog isOpen={isAsked} onClose={() => setIsAsked(false)} title={t("sure")}>
        <p>{other === undefined ? t("text") : t("textSent", { other })}</p>
        {trouble && <Trouble>{trouble}</Trouble>}
        <div className={styles.row}>
          <Button look="primary" disabled={isGoing} onClick={destroy}>
            {t("confirm")}
          </Button>
          <Button disabled={isGoing} onClick={() => setIsAsked(false)}>
            {t("stay")}
          </Button>
        </div>
      </Dialog>
    </>
  );
}
