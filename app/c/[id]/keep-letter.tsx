import { useTranslations } from "next-intl";
import { useState } from "react";
import { letterIn } from "#conversation/letter-in";
import type { KeptAnswer } from "#wire/answers";
import { send } from "../../send";
import { useTroubleWords } from "../../trouble-words";
import { Button, buttonClass } from "../../ui/button";
import { Trouble } from "../../ui/trouble";
import styles from "./ask.module.css";
import { useConversation } from "./use-conversation";

/** The letter that somebody wrote here alone can go on among their letters. It is taken on the server: no word of it is sent. */
export function KeepLetter() {
  const t = useTranslations("conversation.end.letter");
  const words = useTroubleWords();
  const { conversationId } = useConversation();
  const hasLetter = useHasLetter();
  const [kept, setKept] = useState<string | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);

  async function keep(): Promise<void> {
    setTrouble(null);
    const sent = await send<KeptAnswer>("/api/letters", { from: conversationId });
    if (sent.kind === "answer") setKept(sent.answer.id);
    else setTrouble(words(sent));
  }

  if (!hasLetter) return null;
  return (
    <div className={styles.stack}>
      <p role="status">{kept === null ? t("text") : t("kept")}</p>
      {kept === null ? (
        <Button onClick={keep}>{t("go")}</Button>
      ) : (
        <a href={`/letters/${kept}`} className={buttonClass("quiet")}>
          {t("open")}
        </a>
      )}
      {trouble && <Trouble>{trouble}</Trouble>}
    </div>
  );
}

/** Whether a letter was asked for here, and not passed over. */
function useHasLetter(): boolean {
  const { guide, state, entries } = useConversation();
  const place = letterIn(guide);
  if (!place) return false;
  return state.steps.some(({ progress }) => {
    if (progress.kind !== "write" || progress.step.id !== place.step) return false;
    const written = entries.find(({ seq }) => seq === progress.latest.a);
    return written?.words?.[place.field] !== undefined;
  });
}
