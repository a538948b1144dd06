import { AnswerTime } from "./answer-time";
import { useNames } from "./names";
import { SuggestedWords } from "./time-words";
import { useTimes } from "./use-times";
import styles from "./when-we-go-on.module.css";

/** A time that the other has suggested, below what is asked: it is seen there on a phone too, and is in nobody's way. */
export function SuggestionNote() {
  const names = useNames();
  const { suggestion } = useTimes();
  if (!suggestion || names.isMe(suggestion.by)) return null;
  return (
    <div className={styles.note}>
      <p>
        <SuggestedWords suggestion={suggestion} />
      </p>
      <AnswerTime answers={suggestion.seq} />
    </div>
  );
}
