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
  const text = hasBoxFor(situation, returned.slot) ? null : returned.move.words?.text;
  return (
    <div className={styles.returned} role="alert">
      <p>{refusalText(returned.refusal)}</p>
      {typeof text === "string" ? (
        <>
          <p className={styles.hint}>{t("words")}</p>
          <blockquote>{text}</blockquote>
        </>
      ) : null}
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
    write: ["write"],
  };
  return (kinds[situation.kind] ?? []).some((kind) => slot === `${situation.step.id}:${kind}`);
}
