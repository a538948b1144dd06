import { useTranslations } from "next-intl";
import type { Situation } from "#conversation/situation";
import styles from "./ask.module.css";
import { useConversation } from "./use-conversation";

/** What cannot be begun before the present step has ended, said to both: nobody has to wonder what comes. */
export function LockedNext({ situation }: { readonly situation: Situation }) {
  const t = useTranslations("conversation");
  const { guide } = useConversation();
  if (!("step" in situation)) return null;
  const locked = guide.steps.find(({ opensAfter }) => opensAfter === situation.step.id);
  return locked ? <p className={styles.note}>{t("lockedNext", { title: locked.title })}</p> : null;
}
