import { useTranslations } from "next-intl";
import type { TherapistProfile } from "#wire/events";
import styles from "./therapist.module.css";

/** What a therapist says about themselves, as they wrote it. Nobody here has checked it. */
export function ProfileLines({ profile }: { readonly profile: TherapistProfile }) {
  const t = useTranslations("therapist.profile");
  const { name, practice, registration, jurisdiction, languages, secrets } = profile;
  const lines = [
    [t("practice"), practice],
    [t("registration"), registration],
    [t("jurisdiction"), jurisdiction],
    [t("languages"), languages],
    [t("secrets"), t(`policy.${secrets}`, { name })],
  ];
  return (
    <>
      <dl className={styles.profile}>
        {lines.map(([term, text]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <p className={styles.small}>{t("unchecked")}</p>
    </>
  );
}
