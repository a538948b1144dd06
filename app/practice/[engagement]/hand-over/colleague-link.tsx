"use client";

import { useTranslations } from "next-intl";
import { MadeLink } from "../../../made-link";
import styles from "../../practice.module.css";

/** Makes a link for a colleague. */
export function ColleagueLink({ engagementId }: { readonly engagementId: string }) {
  const t = useTranslations("practice.handOver");
  const invite = useTranslations("therapist.invite");
  return (
    <div className={`${styles.form} ${styles.whole}`}>
      <MadeLink
        name={`colleague:${engagementId}`}
        path={`/api/engagements/${engagementId}/hand-over`}
        texts={{
          link: t("link"),
          copy: invite("copy"),
          code: invite("code"),
          make: invite("make"),
          again: invite("again"),
        }}
      />
    </div>
  );
}
