import { getLocale, getTranslations } from "next-intl/server";
import { guideFor } from "#server/guide-for";
import type { Look } from "#server/therapy/read-for-partner";
import { Day } from "../../../day.server";
import styles from "./therapist.module.css";

/** What therapists have looked at: both partners read the same. */
export async function Looks({ looks }: { readonly looks: readonly Look[] }) {
  if (looks.length === 0) return null;
  const t = await getTranslations("therapist.looks");
  const locale = await getLocale();
  return (
    <section className={styles.section} aria-labelledby="looks">
      <h2 id="looks">{t("title")}</h2>
      <p className={styles.soft}>{t("text")}</p>
      <ul className={styles.looks}>
        {looks.map(({ id, by, what, guide, at }) => (
          <li key={id}>
            {t.rich(what, {
              name: by,
              title: guide ? guideFor(guide, locale).title : "",
              day: () => <Day at={at} />,
            })}
          </li>
        ))}
      </ul>
    </section>
  );
}
