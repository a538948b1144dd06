import Link from "next/link";
import { useTranslations } from "next-intl";
import { buttonClass } from "../../ui/button";
import styles from "./ask.module.css";
import { KeepLetter } from "./keep-letter";
import { useConversation } from "./use-conversation";
import { useSetting } from "./use-setting";

/** Where one goes from here: what somebody tried belongs to nobody. */
const HOMES = { two: "/home", alone: "/home/alone", tried: "/" } as const;

/** The last step has ended. What was said stands above, to be read again; below, what was agreed. */
export function EndScreen() {
  const t = useTranslations("conversation.end");
  const { conversationId, guide, suggestion } = useConversation();
  const setting = useSetting();
  const isAlone = setting === "alone";
  const next = suggestion && new URLSearchParams({ guide: suggestion.guide });
  // Only what both know of goes on with both: what somebody did alone, or tried, leads nobody else anywhere.
  if (next && setting === "two") next.set("after", conversationId);
  return (
    <div className={styles.rest}>
      {setting === "tried" ? null : <p>{isAlone ? t("bodyAlone") : t("body")}</p>}
      {isAlone && guide.alone ? (
        <div className={styles.stack}>
          <p>{t("together")}</p>
          <Link href={`/new?guide=${guide.id}&from=${conversationId}`} className={buttonClass("quiet")}>
            {t("togetherGo")}
          </Link>
        </div>
      ) : null}
      {isAlone ? <KeepLetter /> : null}
      {suggestion ? (
        <div className={styles.stack}>
          <p>{suggestion.why}</p>
          <Link href={`/new?${next}`} className={buttonClass("quiet")}>
            {suggestion.title}
          </Link>
        </div>
      ) : null}
      <Link href={HOMES[setting]} className={buttonClass("plain")}>
        {t(setting === "two" ? "space" : setting === "alone" ? "alone" : "home")}
      </Link>
    </div>
  );
}
