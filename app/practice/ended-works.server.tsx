import { getTranslations } from "next-intl/server";
import type { EndedWork } from "#server/therapy/ended-works";
import { Day } from "../day.server";
import { coupleName } from "./names.server";
import styles from "./practice.module.css";

/** Where the therapist finds what they wrote about couples whose work with them has ended, until its day has come. */
export async function EndedWorks({ works }: { readonly works: readonly EndedWork[] }) {
  if (works.length === 0) return null;
  const t = await getTranslations("practice.endedWorks");
  return (
    <section className={styles.section} aria-labelledby="ended">
      <h2 id="ended">{t("title")}</h2>
      <p className={styles.soft}>{t("text")}</p>
      <ul className={styles.lines}>
        {works.map((work) => (
          <EndedLine key={work.engagementId} work={work} />
        ))}
      </ul>
    </section>
  );
}

async function EndedLine({ work }: { readonly work: EndedWork }) {
  const t = await getTranslations("practice.endedWorks");
  const { engagementId, since, endedAt, keptUntil } = work;
  return (
    <li>
      <a href={`/practice/${engagementId}`}>{await coupleName(work)}</a>
      <small className={styles.small}>
        {t.rich("line", { since: () => <Day at={since} />, ended: () => <Day at={endedAt} /> })}
        {keptUntil && " · "}
        {keptUntil && t.rich("keptUntil", { day: () => <Day at={keptUntil} /> })}
      </small>
    </li>
  );
}
