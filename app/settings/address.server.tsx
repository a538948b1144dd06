import { getTranslations } from "next-intl/server";
import { evenground } from "#server/evenground";
import { buttonClass } from "../ui/button";
import { AddressChange } from "./address-change";
import styles from "./settings.module.css";

interface AddressProps {
  readonly isGuest: boolean;
  readonly address: string | null;
}

/** The address one signs in with, and the way to another; a guest gives one where everybody signs in. */
export async function Address({ isGuest, address }: AddressProps) {
  const t = await getTranslations("settings.wayIn");
  if (isGuest)
    return (
      <div className={styles.part}>
        <p>{t("guest")}</p>
        <div className={styles.row}>
          <a href="/sign-in?to=%2Fsettings" className={buttonClass("quiet")}>
            {t("give")}
          </a>
        </div>
      </div>
    );
  return (
    <div className={styles.part}>
      <p>{address === null ? t("noAddress") : t("address", { address })}</p>
      {evenground().mail.reaches !== "nobody" && <AddressChange hasAddress={address !== null} />}
    </div>
  );
}
