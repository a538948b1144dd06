import { getLocale, getTranslations } from "next-intl/server";
import type { AnsweredAt } from "#conversation/check-ins/changes";
import { lineOf } from "#conversation/check-ins/line";
import { statementsIn } from "#conversation/check-ins/statements";
import type { Partner } from "#conversation/seats";
import { SmallChart } from "../../check-ins/chart.server";
import { Day } from "../../day.server";
import styles from "../practice.module.css";

interface SharedLinesProps {
  readonly seat: Partner;
  readonly name: string;
  /** The oldest first; never empty. */
  readonly checkIns: readonly AnsweredAt[];
}

/** One partner's own lines, as they share them: numbers alone, in charts of their own, each with its table. */
export async function SharedLines({ seat, name, checkIns }: SharedLinesProps) {
  const t = await getTranslations("practice.one");
  const [first, last] = [checkIns[0], checkIns.at(-1)];
  if (!first || !last) return null;
  const drawn = statementsIn(await getLocale())
    .map((statement) => ({ statement, stretches: lineOf(statement.id, checkIns) }))
    .filter(({ stretches }) => stretches.length > 0);
  return (
    <section className={styles.section} aria-labelledby={`check-ins-${seat}`}>
      <h2 id={`check-ins-${seat}`}>{t("checkIns", { name })}</h2>
      <p className={styles.small}>{t("checkInsText", { name })}</p>
      <ul className={styles.charts}>
        {drawn.map(({ statement, stretches }) => (
          <li key={statement.id}>
            <p>{statement.text}</p>
            <SmallChart stretches={stretches} over={{ from: first.at, until: last.at }} />
            <details className={styles.whole}>
              <summary aria-label={`${t("table")}: ${statement.text}`}>{t("table")}</summary>
              <table className={styles.table}>
                <thead>
                  <tr>
                    <th scope="col">{t("day")}</th>
                    <th scope="col">{t("answer")}</th>
                  </tr>
                </thead>
                <tbody>
                  {stretches
                    .flat()
                    .toReversed()
                    .map(({ value, from }) => (
                      <tr key={from.at.getTime()}>
                        <th scope="row">
                          <Day at={from.at} />
                        </th>
                        <td>{t("value", { value })}</td>
                      </tr>
                    ))}
                </tbody>
              </table>
            </details>
          </li>
        ))}
      </ul>
    </section>
  );
}
