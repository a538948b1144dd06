import { useTranslations } from "next-intl";
import { useState } from "react";
import { Answers } from "../../fields/answers";
import { Button } from "../../ui/button";
import styles from "./ask.module.css";
import { fieldsAt, isOver } from "./draft-place";
import { useConversation } from "./use-conversation";

/**
 * What somebody was writing when its step came to an end: its box is gone, the words are not. Closed until it is opened,
 * since it may be something that was never to be shown.
 */
export function UnsentWords() {
  const t = useTranslations("conversation.unsent");
  const { live, state } = useConversation();
  const [dropped, setDropped] = useState<readonly string[]>([]);
  const unsent = live.drafts().filter(({ slot }) => !dropped.includes(slot) && isOver(state, slot));
  if (unsent.length === 0) return null;
  const drop = (slot: string) => {
    live.keepDraft(slot, null);
    setDropped([...dropped, slot]);
  };
  return (
    <details className={styles.note}>
      <summary>{t("title")}</summary>
      {unsent.map((draft) => (
        <div key={draft.slot} className={styles.unsent}>
          <Answers fields={fieldsAt(state, draft.slot)} words={draft.words} />
          <Button look="plain" onClick={() => drop(draft.slot)}>
            {t("drop")}
          </Button>
        </div>
      ))}
    </details>
  );
}
