import { getTranslations } from "next-intl/server";
import type { Asking } from "#db/sign-ins";
import { evenground } from "#server/evenground";
import { isToldHere } from "#server/push/subscriptions";
import { PushChoice } from "./push-choice";
import styles from "./settings.module.css";

/** Whether one is told on this device that something waits. */
export async function Push({ asking, now }: { readonly asking: Asking; readonly now: Date }) {
  const t = await getTranslations("settings.push");
  return (
    <div className={styles.part}>
      <h3>{t("title")}</h3>
      <p className={styles.lead}>{t("lead")}</p>
      <PushChoice isOn={await isToldHere(evenground().pushing, asking, now)} />
    </div>
  );
}
