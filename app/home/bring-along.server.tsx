import { getTranslations } from "next-intl/server";
import type { Asking } from "#db/sign-ins";
import styles from "./notes.module.css";

/** For whoever was a guest on this browser before they signed in: what they began may come along. */
export async function BringAlong({ asking }: { readonly asking: Asking }) {
  const t = await getTranslations("home.wasGuest");
  if (!asking.wasGuest) return null;
  return (
    <p className={styles.note}>
      {t("text")} <a href="/sign-in/guest">{t("go")}</a>
    </p>
  );
}
