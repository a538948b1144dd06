import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "../../ui/button";
import styles from "./small-things.module.css";
import { useConversation } from "./use-conversation";

/**
 * The word that one has agreed on with the therapist: the button says that word and nothing else, so that whoever looks
 * on learns nothing by it.
 */
export function OwnWord({ word }: { readonly word: string }) {
  const t = useTranslations("conversation.word");
  const { live } = useConversation();
  const [said, setSaid] = useState<"no" | "now" | "yes" | "failed">("no");

  async function say(): Promise<void> {
    if (said === "now") return;
    setSaid("now");
    setSaid((await live.sayWord()) ? "yes" : "failed");
  }

  return (
    <div className={styles.word}>
      <Button look="pill" aria-disabled={said === "now"} onClick={say}>
        {word}
      </Button>
      <span role="status">{said === "yes" ? t("said") : said === "failed" ? t("failed") : null}</span>
    </div>
  );
}
