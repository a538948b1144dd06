"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { forgetLink } from "../../../kept-link";
import { send } from "../../../send";
import { type Unanswered, useTroubleWords } from "../../../trouble-words";
import { Button } from "../../../ui/button";
import { Dialog } from "../../../ui/dialog";
import { RadioCards } from "../../../ui/radio-cards";
import { Trouble } from "../../../ui/trouble";
import { useIsAwake } from "../../../use-is-awake";
import styles from "./leave.module.css";

interface LeaveFormProps {
  readonly spaceId: string;
  /** Who stays; null where nobody does, and there is nothing to choose. */
  readonly other: string | null;
}

type WordsChoice = "leave" | "take-back";

/** What is to become of what one said, and two presses: the second one leaves. */
export function LeaveForm({ spaceId, other }: LeaveFormProps) {
  const t = useTranslations("people.leave");
  const troubleWords = useTroubleWords();
  const router = useRouter();
  const isAwake = useIsAwake();
  const [words, setWords] = useState<WordsChoice>("leave");
  const [isAsked, setIsAsked] = useState(false);
  const [isLeaving, setIsLeaving] = useState(false);
  const [unanswered, setUnanswered] = useState<Unanswered | null>(null);

  // What is said to go for good goes, whoever takes the other seat meanwhile.
  const chosen = other === null ? "take-back" : words;

  async function leave(): Promise<void> {
    setUnanswered(null);
    setIsLeaving(true);
    const sent = await send(`/api/spaces/${spaceId}/leave`, { words: chosen });
    if (sent.kind === "answer") {
      forgetLink(spaceId);
      return router.replace("/home");
    }
    setIsLeaving(false);
    setUnanswered(sent);
  }

  return (
    <div className={styles.form}>
      {other !== null && (
        <RadioCards
          legend={t("words", { other })}
          name="words"
          cards={[
            { value: "leave", title: t("leaveWords", { other }), text: t("leaveWordsText", { other }) },
            { value: "take-back", title: t("takeBack"), text: t("takeBackText", { other }) },
          ]}
          first="leave"
          onChoose={(card) => setWords(card === "take-back" ? "take-back" : "leave")}
        />
      )}
      <div>
        <Button disabled={!isAwake} onClick={() => setIsAsked(true)}>
          {t("go")}
        </Button>
      </div>
      <Dialog isOpen={isAsked} onClose={() => setIsAsked(false)} title={t("sure")}>
        <p>{other === null ? t("sureText.alone") : t(`sureText.${words}`, { other })}</p>
        {unanswered && <Trouble>{troubleWords(unanswered)}</Trouble>}
        <div className={styles.row}>
          <Button look="primary" disabled={isLeaving} onClick={leave}>
            {isLeaving ? t("leaving") : t("confirm")}
          </Button>
          <Button disabled={isLeaving} onClick={() => setIsAsked(false)}>
            {t("stay")}
          </Button>
        </div>
      </Dialog>
    </div>
  );
}
