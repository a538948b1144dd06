import { getTranslations } from "next-intl/server";
import type { OwnCheckIn } from "#server/check-ins/read-check-ins";
import { Day } from "../day.server";
import styles from "./check-ins.module.css";

/** Every check-in, the newest first, to look at again. */
export async function Each({ checkIns }: { readonly checkIns: readonly OwnCheckIn[] }) {
  const t = await getTranslations("checkIns");
  return (
    <section className={styles.area} aria-labelledby="each">
      <h2 id="each">{t("each")}</h2>
      <ul className={styles.days}>
        {[...checkIns].reverse().map(({ id, at }) => (
          <li key={id}>
            <a href={`/check-ins/${id}`}>
              <Day at={at} />
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
