import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { lineOf } from "#conversation/check-ins/line";
import { statementsIn } from "#conversation/check-ins/statements";
import { evenground } from "#server/evenground";
import { Day } from "../../../day.server";
import { Frame } from "../../../server/frame";
import { signedInOnly } from "../../../server/signed-in-only";
import { LargeChart, type OwnPoint } from "../../chart.server";
import styles from "../../check-ins.module.css";

interface PageProps {
  readonly params: Promise<{ readonly statement: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("checkIns");
  return { title: t("title") };
}

/** One's own answers to one statement: the line, each point of it leading to its check-in, and a table of the same. */
export default async function LinePage({ params }: PageProps) {
  const { statement: id } = await params;
  const asking = await signedInOnly(`/check-ins/lines/${id}`);
  const statement = statementsIn(await getLocale()).find((one) => one.id === id);
  if (!statement) notFound();
  const t = await getTranslations("checkIns");
  const stretches = lineOf(statement.id, await evenground().ownCheckIns(asking));
  const points = stretches.flat();
  const [first, last] = [points[0], points.at(-1)];
  const addressOf = ({ from }: OwnPoint) => `/check-ins/${from.id}#${statement.id}`;
  return (
    <Frame page="checkIns">
      <div className={styles.page}>
        <header className={styles.head}>
          <a className={styles.plain} href="/check-ins">
            {t("back")}
          </a>
          <h1>{statement.text}</h1>
          <p className={styles.soft}>{t("diary")}</p>
        </header>
        {first && last ? (
          <>
            <figure className={styles.figure}>
              <p className={styles.soft}>{t("ten", { high: statement.high })}</p>
              <LargeChart
                label={t("line.label")}
                stretches={stretches}
                over={{ from: first.from.at, until: last.from.at }}
                link={(point) => (
                  <a className={styles.point} href={addressOf(point)}>
                    <span className="quiet-text">
                      <Day at={point.from.at} /> {t("value", { value: point.value })}
                      {point.from.notes[statement.id] !== undefined && ` ${t("line.hasNote")}`}
                    </span>
                  </a>
                )}
              />
              <p className={styles.soft}>{t("zero", { low: statement.low })}</p>
              <p className={styles.span}>
                <Day at={first.from.at} />
                {points.length > 1 && <Day at={last.from.at} />}
              </p>
            </figure>
            <details className={styles.details}>
              <summary>{t("line.table")}</summary>
              <table className={styles.table}>
                <thead>
                  <tr>
                    <th scope="col">{t("line.day")}</th>
                    <th scope="col">{t("line.answer")}</th>
                    <th scope="col">{t("line.note")}</th>
                  </tr>
                </thead>
                <tbody>
                  {[...points].reverse().map((point) => (
                    <tr key={point.from.id}>
                      <th scope="row">
                        <a href={addressOf(point)}>
                          <Day at={point.from.at} />
                        </a>
                      </th>
                      <td>{t("value", { value: point.value })}</td>
                      <td>{point.from.notes[statement.id]}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </details>
          </>
        ) : (
          <p>{t("line.none")}</p>
        )}
      </div>
    </Frame>
  );
}
