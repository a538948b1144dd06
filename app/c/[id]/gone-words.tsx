import { useTranslations } from "next-intl";
import type { Entry } from "#conversation/seat-view";
import { useNames } from "./names";
import styles from "./words.module.css";

/** Why words are not there that could be read: whoever wrote them has taken them back, or they cannot be opened. */
export function GoneWords({ entry }: { readonly entry: Entry }) {
  const t = useTranslations("conversation.entry");
  const names = useNames();
  if (entry.withdrawn)
    return (
      <p className={styles.mark}>
        {names.isMe(entry.seat) ? t("youWithdrawn") : t("withdrawn", { name: names.of(entry.seat) })}
      </p>
    );
  return entry.unreadable ? <p className={styles.mark}>{t("unreadable")}</p> : null;
}
