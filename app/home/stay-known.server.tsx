import { getTranslations } from "next-intl/server";
import type { Asking } from "#db/sign-ins";
import styles from "./notes.module.css";

/** For a guest: how to be known elsewhere too. */
export async function StayKnown({ asking }: { readonly asking: Asking }) {
  const t = await getTranslations("home.guest");
  if (!asking.isGuest) return null;
  return (
    <p className={styles.quiet}>
      {t("text")} <a href="/sign-in">{t("go")}</a>
    </p>
  );
}
