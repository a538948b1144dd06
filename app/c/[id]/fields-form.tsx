import type { Words } from "#conversation/moves";
import { Questions, type QuestionsProps } from "../../fields/questions";
import { DraftElsewhere } from "./draft-elsewhere";
import { useDraft } from "./use-draft";

interface FieldsFormProps
  extends Pick<QuestionsProps, "fields" | "button" | "needed" | "care" | "onSend" | "children"> {
  /** Where the draft is kept: step and kind of move. */
  readonly slot: string;
  /** What stands in the boxes while nothing has been typed. */
  readonly initial?: Words | undefined;
}

/** Questions and their boxes. What is typed is kept at every stroke. */
export function FieldsForm({ slot, initial, ...rest }: FieldsFormProps) {
  const { words, set, flush, isOnItsWay } = useDraft(slot);
  return (
    <Questions
      {...rest}
      words={Object.keys(words).length > 0 ? words : (initial ?? {})}
      onChange={set}
      isOnItsWay={isOnItsWay}
      onLeave={flush}
      above={isOnItsWay ? null : <DraftElsewhere slot={slot} />}
    />
  );
}
