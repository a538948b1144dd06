import { getTranslations } from "next-intl/server";
import type { Asking } from "#db/sign-ins";
import { buttonClass } from "../ui/button";
import { Explanation } from "../ui/explanation";
import styles from "./sign-in.module.css";
import { SignOutButton } from "./sign-out-button";

/** For whoever is signed in already: who they are here, and the two ways on. */
export async function SignedIn({ asking }: { readonly asking: Asking }) {
  const t = await getTranslations("signIn");
  return (
    <div className={styles.column}>
      <Explanation title={t("signedIn")}>
        <p>
          {asking.name && `${t("signedInAs", { name: asking.name })} `}
          {t("signedInText")}
        </p>
        <div className={styles.row}>
          <a className={buttonClass("primary")} href="/home">
            {t("space")}
          </a>
          <SignOutButton />
        </div>
        {asking.wasGuest !== null && <a href="/sign-in/guest">{t("guestWaits")}</a>}
      </Explanation>
    </div>
  );
}
