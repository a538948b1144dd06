import { useTranslations } from "next-intl";
import { AnswerTime } from "./answer-time";
import { useNames } from "./names";
import { SuggestedWords } from "./time-words";
import { useTimes } from "./use-times";
import styles from "./when-we-go-on.module.css";
import { useGoneWords } from "./where-it-stands";
import { WithdrawTime } from "./withdraw-time";

/** A time that waits for an answer: the other answers it, whoever suggested it may take it back. */
export function TimeSuggested() {
  const t = useTranslations("conversation.goOn");
  const names = useNames();
  const gone = useGoneWords();
  const { suggestion } = useTimes();
  const isMine = suggestion !== null && names.isMe(suggestion.by);
  return (
    <div className={styles.part}>
      <p role="status" className={styles.said}>
        {suggestion ? <SuggestedWords suggestion={suggestion} /> : gone}
      </p>
      {suggestion && !isMine ? <AnswerTime answers={suggestion.seq} /> : null}
      {suggestion && isMine ? <WithdrawTime answers={suggestion.seq}>{t("takeBack")}</WithdrawTime> : null}
    </div>
  );
}
