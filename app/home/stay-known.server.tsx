import { getTranslations } from "next-intl/server";
import type { Asking } from "#db/sign-ins";
import styles from "./notes.module.css";

/** For a guest: how to be known elsewhere too. For whoever was one on this browser: what they began may come along. */
export async function StayKnown({ asking }: { readonly asking: Asking }) {
  const t = await getTranslations("home");
  if (asking.wasGuest)
    return (
      <p className={styles.note}>
        {t("wasGuest.text")} <a href="/sign-in/guest">{t("wasGuest.go")}</a>
      </p>
    );
  if (!asking.isGuest) return null;
  return (
    <p className={styles.quiet}>
      {t("guest.text")} <a href="/sign-in">{t("guest.go")}</a>
    </p>
  );
}
