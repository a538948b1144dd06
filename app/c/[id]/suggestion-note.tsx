import { AnswerTime } from "./answer-time";
import { useNames } from "./names";
import { SuggestedWords } from "./time-words";
import { useTimes } from "./use-times";
import styles from "./when-we-go-on.module.css";

/** A time that the other has suggested, below what is asked: it is seen there on a phone too, and is in nobody's way. */
export function SuggestionNote() {
  const names = useNames();
  const { suggestion } = useTimes();
  const theirs = suggestion && !names.isMe(suggestion.by) ? suggestion : null;
  return (
    <div className={theirs ? styles.note : undefined}>
      <p role="status">{theirs ? <SuggestedWords suggestion={theirs} /> : null}</p>
      {theirs ? <AnswerTime answers={theirs.seq} /> : null}
    </div>
  );
}
