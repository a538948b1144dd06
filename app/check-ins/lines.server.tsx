import { getLocale, getTranslations } from "next-intl/server";
import { lineOf } from "#conversation/check-ins/line";
import { CHECK_IN_AREAS, statementsIn } from "#conversation/check-ins/statements";
import type { OwnCheckIn } from "#server/check-ins/read-check-ins";
import { SmallChart, type Stretch } from "./chart.server";
import styles from "./check-ins.module.css";

/** One's own lines, a small chart for each statement that was ever answered. Never a total, never anybody else's. */
export async function Lines({ checkIns, over }: { readonly checkIns: readonly OwnCheckIn[]; over: Stretch }) {
  const t = await getTranslations("checkIns");
  const statements = statementsIn(await getLocale());
  return CHECK_IN_AREAS.map((area) => {
    const drawn = statements
      .filter((statement) => statement.area === area)
      .map((statement) => ({ statement, stretches: lineOf(statement.id, checkIns) }))
      .filter(({ stretches }) => stretches.length > 0);
    if (drawn.length === 0) return null;
    return (
      <section key={area} className={styles.area} aria-labelledby={`area-${area}`}>
        <h2 id={`area-${area}`}>{t(`areas.${area}`)}</h2>
        <ul className={styles.small}>
          {drawn.map(({ statement, stretches }) => (
            <li key={statement.id}>
              <a href={`/check-ins/lines/${statement.id}`}>
                <span className={styles.statement}>{statement.text}</span>
                <SmallChart stretches={stretches} over={over} />
                <span className={styles.soft}>
                  {t("lastTime", { value: stretches.at(-1)?.at(-1)?.value ?? 0 })}
                </span>
              </a>
            </li>
          ))}
        </ul>
      </section>
    );
  });
}
