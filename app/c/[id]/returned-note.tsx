import { useTranslations } from "next-intl";
import { useRefusalText } from "../../refusal-text";
import { Button } from "../../ui/button";
import styles from "./ask.module.css";
import type { Situation } from "./situation";
import { useConversation } from "./use-conversation";

/**
 * Why something was not sent. Its words are back in their box; where that box is no longer on the page, they
 * stand here, so that nothing that was written is lost.
 */
export function ReturnedNote({ situation }: { readonly situation: Situation }) {
  const t = useTranslations("conversation.returned");
  const refusalText = useRefusalText();
  const { returned, live } = useConversation();
  if (!returned) return null;
  const { slot, move, refusal } = returned;
  const lost = hasBoxFor(situation, slot) ? [] : Object.values(move.words ?? {}).filter(isText);
  return (
    <div className={styles.returned} role="alert">
      <p>{refusalText(refusal, move.kind)}</p>
      {lost.length > 0 ? <p className={styles.hint}>{t("words")}</p> : null}
      {lost.map((text) => (
        <blockquote key={text}>{text}</blockquote>
      ))}
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
    check: ["check"],
    correct: ["check"],
    validate: ["validate"],
    empathise: ["empathise"],
    write: ["write"],
    settle: ["propose"],
  };
  return (kinds[situation.kind] ?? []).some((kind) => slot === `${situation.step.id}:${kind}`);
}

const isText = (value: unknown): value is string => typeof value === "string" && value !== "";
