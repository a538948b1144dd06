import { useTranslations } from "next-intl";
import { Answers } from "../../fields/answers";
import { Button } from "../../ui/button";
import styles from "./draft-elsewhere.module.css";
import { fieldsAt } from "./draft-place";
import { useConversation } from "./use-conversation";

/** Something else was begun for this question on another device of the same person: which of the two holds is asked. */
export function DraftElsewhere({ slot }: { readonly slot: string }) {
  const t = useTranslations("conversation.elsewhere");
  const { live, state } = useConversation();
  const there = live.draftElsewhere(slot);
  if (!there) return null;
  return (
    <section className={styles.elsewhere} aria-label={t("label")}>
      <p>{t("began", { device: there.device })}</p>
      <div className={styles.glimpse}>
        <Answers fields={fieldsAt(state, slot)} words={there.words} />
      </div>
      <div className={styles.row}>
        <Button onClick={() => live.chooseDraft(slot, "there")}>{t("take")}</Button>
        <Button look="plain" onClick={() => live.chooseDraft(slot, "here")}>
          {t("keep")}
        </Button>
      </div>
    </section>
  );
}
