import type { Seen } from "#conversation/guide";
import type { Words } from "#conversation/moves";
import { Questions, type QuestionsProps } from "../../fields/questions";
import styles from "./ask.module.css";
import { DraftElsewhere } from "./draft-elsewhere";
import { ReadAlong } from "./read-along";
import { useDraft } from "./use-draft";

interface FieldsFormProps
  extends Pick<QuestionsProps, "fields" | "button" | "needed" | "care" | "onSend" | "children"> {
  /** Where the draft is kept: step and kind of move. */
  readonly slot: string;
  /** What stands in the boxes while nothing has been typed. */
  readonly initial?: Words | undefined;
  /** Who reads it, where that is not everybody. */
  readonly seen?: Seen;
}

/** Questions and their boxes. What is typed is kept at every stroke. */
export function FieldsForm({ slot, initial, seen, ...rest }: FieldsFormProps) {
  const { words, set, flush, isOnItsWay } = useDraft(slot);
  return (
    <Questions
      {...rest}
      words={Object.keys(words).length > 0 ? words : (initial ?? {})}
      onChange={set}
      isOnItsWay={isOnItsWay}
      onLeave={flush}
      above={
        <>
          <ReadAlong className={styles.hint} {...(seen && { seen })} />
          {isOnItsWay ? null : <DraftElsewhere slot={slot} />}
        </>
      }
    />
  );
}
