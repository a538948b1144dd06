import { getTranslations } from "next-intl/server";
import type { OwnSpace } from "#db/spaces";
import { evenground } from "#server/evenground";
import styles from "./space.module.css";

/**
 * That a therapist was asked in and one has not answered, or that they ask for something: once, quietly, with the way to
 * read what it is.
 */
export async function TherapistAsks({ space: { id, seat } }: { readonly space: OwnSpace }) {
  const { toAnswer, asked } = await evenground().therapyWaits(seat, id);
  const t = await getTranslations("therapist");
  return (
    <>
      {toAnswer && (
        <p className={styles.note}>
          {t("asked")} <a href={`/home/${id}/therapist`}>{t("askedLink")}</a>
        </p>
      )}
      {asked && (
        <p className={styles.note}>
          {t("between")} <a href={`/home/${id}/asked`}>{t("betweenLink")}</a>
        </p>
      )}
    </>
  );
}
