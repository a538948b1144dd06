import { getTranslations } from "next-intl/server";
import type { OwnSpace } from "#db/spaces";
import { evenground } from "#server/evenground";
import styles from "./space.module.css";

/** That a therapist was asked in and one has not answered: once, quietly, with the way to read what it means. */
export async function TherapistAsks({ space: { id, seat } }: { readonly space: OwnSpace }) {
  if (!(await evenground().hasTherapistToAnswer(seat, id))) return null;
  const t = await getTranslations("therapist");
  return (
    <p className={styles.note}>
      {t("asked")} <a href={`/home/${id}/therapist`}>{t("askedLink")}</a>
    </p>
  );
}
