import { getTranslations } from "next-intl/server";
import type { CoupleSeen } from "#server/therapy/couple-seen";
import styles from "./practice.module.css";

/** Whether something is shared, and whether both have come. Never who of the two has answered. */
export async function Stand({ couple }: { readonly couple: CoupleSeen }) {
  const t = await getTranslations("practice");
  const come = couple.partners.filter(({ hasCome }) => hasCome).length;
  const seat = come === 0 ? "none" : come === 1 ? "one" : "both";
  return (
    <p className={styles.small}>
      {couple.stand === "open" && `${t("come", { seat })} `}
      {t(`stand.${couple.stand}`)}
    </p>
  );
}
