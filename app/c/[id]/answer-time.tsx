import { useTranslations } from "next-intl";
import { Button } from "../../ui/button";
import { useConversation } from "./use-conversation";
import styles from "./when-we-go-on.module.css";

const SLOT = "any:answer-time";

/** Yes or no to a time that the other has suggested. No reason is asked for. */
export function AnswerTime({ answers }: { readonly answers: number }) {
  const t = useTranslations("conversation.goOn");
  const { live, waiting } = useConversation();
  const isOnItsWay = waiting.some(({ slot }) => slot === SLOT);
  const answer = (accepted: boolean) => live.send(SLOT, { kind: "answer-time", answers, accepted });
  return (
    <div className={styles.row}>
      <Button disabled={isOnItsWay} onClick={() => answer(true)}>
        {t("yes")}
      </Button>
      <Button disabled={isOnItsWay} onClick={() => answer(false)}>
        {t("notThen")}
      </Button>
    </div>
  );
}
