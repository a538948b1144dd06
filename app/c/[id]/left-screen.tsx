import Link from "next/link";
import { useTranslations } from "next-intl";
import { buttonClass } from "../../ui/button";
import styles from "./ask.module.css";

/** The other has left for good. There is nothing to do here, and nothing to answer. */
export function LeftScreen() {
  const t = useTranslations("conversation.left");
  return (
    <div className={styles.rest}>
      <Link href="/" className={buttonClass("plain")}>
        {t("home")}
      </Link>
    </div>
  );
}
