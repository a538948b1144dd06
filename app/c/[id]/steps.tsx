import { useTranslations } from "next-intl";
import styles from "./room.module.css";
import { useConversation } from "./use-conversation";

/** How far the conversation has come: one bar for each step of the guide. */
export function Steps() {
  const t = useTranslations("conversation");
  const { guide, state } = useConversation();
  const steps = guide.steps.length;
  const step = state.complete ? steps : state.steps.length;
  return (
    <span className={styles.steps} role="img" aria-label={t("steps", { step, steps })}>
      {guide.steps.map(({ id }, index) => (
        <i
          key={id}
          data-is={index + 1 < step || state.complete ? "done" : index + 1 === step ? "now" : "ahead"}
        />
      ))}
    </span>
  );
}
