import Link from "next/link";
import { useTranslations } from "next-intl";
import { buttonClass } from "../../ui/button";
import styles from "./ask.module.css";

/** The last step has ended. What was said stands above, to be read again. */
export function EndScreen() {
  const t = useTranslations("conversation.end");
  return (
    <div className={styles.rest}>
      <p>{t("body")}</p>
      <Link href="/" className={buttonClass("quiet")}>
        {t("home")}
      </Link>
    </div>
  );
}
