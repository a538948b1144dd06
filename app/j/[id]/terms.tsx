import { useTranslations } from "next-intl";
import { useCallback } from "react";
import type { TherapistProfile } from "#wire/events";
import { ProfileLines } from "../../home/[space]/therapist/profile-lines";
import styles from "./join.module.css";
import type { Offer } from "./use-invitation";

/** Where a therapist invites both: who they say they are, and that nothing is shared by coming in. */
function TherapistWhoAsks({ profile }: { readonly profile: TherapistProfile }) {
  const t = useTranslations("join");
  return (
    <div className={styles.terms}>
      <p>{t("therapistWhoAsks", { name: profile.name })}</p>
      <ProfileLines profile={profile} />
    </div>
  );
}

/** What is asked, and on what terms. */
export function Terms({ offer }: { readonly offer: Offer }) {
  const t = useTranslations("join");
  const { opener, topic, guide, minutes, role, seat, therapist } = offer;
  const focus = useCallback((heading: HTMLHeadingElement | null) => heading?.focus(), []);
  const terms =
    guide && minutes !== null
      ? [
          [t("how"), guide.how],
          [t("when"), t("whenText", { minutes })],
          [t("part"), role],
          [t("readers"), t("readersText")],
        ]
      : seat === "t"
        ? [
            [t("shared"), t("therapistShared")],
            [t("leaving"), t("therapistLeaving")],
          ]
        : [
            [t("shared"), t("sharedText")],
            [t("yours"), t("yoursText")],
            [t("leaving"), t("leavingText")],
          ];
  return (
    <>
      <h1 className={styles.ask} tabIndex={-1} ref={focus}>
        {guide === null ? t(seat === "t" ? "askTherapist" : "askSpace", { opener }) : null}
        {guide && topic ? t("askAbout", { opener, topic }) : null}
        {guide && !topic ? t("ask", { opener }) : null}
      </h1>
      <dl className={styles.terms}>
        {terms.map(([term, text]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      {therapist && <TherapistWhoAsks profile={therapist} />}
    </>
  );
}
