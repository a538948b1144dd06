"use client";

import { useTranslations } from "next-intl";
import { MadeLink } from "../../../made-link";
import styles from "./therapist.module.css";

/** Makes a link for a therapist. */
export function InviteTherapist({ spaceId }: { readonly spaceId: string }) {
  const t = useTranslations("therapist.invite");
  return (
    <section className={`${styles.section} ${styles.whole}`} aria-labelledby="invite-therapist">
      <h2 id="invite-therapist">{t("title")}</h2>
      <p className={styles.soft}>{t("text")}</p>
      <MadeLink
        name={`therapist:${spaceId}`}
        path={`/api/spaces/${spaceId}/therapists/invite`}
        texts={{
          link: t("link"),
          copy: t("copy"),
          code: t("code"),
          make: t("make"),
          again: t("again"),
        }}
      />
    </section>
  );
}
