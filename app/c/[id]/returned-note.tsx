import { useTranslations } from "next-intl";
import type { Situation } from "#conversation/situation";
import { Answers } from "../../fields/answers";
import { useRefusalText } from "../../refusal-text";
import { Button } from "../../ui/button";
import styles from "./ask.module.css";
import { fieldsAt } from "./draft-place";
import { useConversation } from "./use-conversation";

/**
 * Why something was not sent. Its words are back in their box; where that box is no longer on the page, they
 * stand here, so that nothing that was written is lost.
 */
export function ReturnedNote({ situation }: { readonly situation: Situation }) {
  const t = useTranslations("conversation.returned");
  const refusalText = useRefusalText();
  const { returned, live, state } = useConversation();
  if (!returned) return null;
  const { slot, move, refusal, isInBox } = returned;
  const lost =
    (isInBox && hasBoxFor(situation, slot)) || move.words?.passed === true ? undefined : move.words;
  return (
    <div className={styles.returned} role="alert">
      <p>{refusalText(refusal, move.kind)}</p>
      {lost ? <p className={styles.hint}>{t("words")}</p> : null}
      {lost ? <Answers fields={fieldsAt(state, slot)} words={lost} /> : null}
      <div>
        <Button onClick={live.dismissReturned}>{t("dismiss")}</Button>
      </div>
    </div>
  );
}

/** Whether the question that is on the page now has the box in which those words are. */
function hasBoxFor(situation: Situation, slot: string): boolean {
  if (!("step" in situation)) return false;
  const kinds: Partial<Record<Situation["kind"], readonly string[]>> = {
    say: ["say"],
    choose: ["say"],
    reflect: ["reflect"],
    validate: ["validate"],
    empathise: ["empathise"],
    write: ["write"],
    settle: ["propose"],
  };
  return (kinds[situation.kind] ?? []).some((kind) => slot === `${situation.step.id}:${kind}`);
}
