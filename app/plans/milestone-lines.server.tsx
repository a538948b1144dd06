import { getTranslations } from "next-intl/server";
import type { LastingView } from "#server/lasting/lasting-view";
import { Day } from "../day.server";
import type { Couple } from "../lasting/couple";
import { DayMark } from "../lasting/day-mark.server";
import type { Milestone } from "./in-time.server";
import styles from "./plans.module.css";
import { Reach } from "./reach";

interface SharedProps {
  readonly view: LastingView;
  readonly couple: Couple;
}

interface MilestoneLinesProps extends SharedProps {
  readonly title: string;
  readonly id: string;
  readonly milestones: readonly Milestone[];
}

/** Small steps, each behind its month. */
export function MilestoneLines({ title, id, milestones, ...shared }: MilestoneLinesProps) {
  if (milestones.length === 0) return null;
  return (
    <section className={styles.group} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ul className={styles.lines}>
        {milestones.map((one) => (
          <li key={one.id}>
            <Line {...shared} milestone={one} />
          </li>
        ))}
      </ul>
    </section>
  );
}

async function Line({ view, couple, milestone }: SharedProps & { readonly milestone: Milestone }) {
  const t = await getTranslations("plans");
  const { id, version, month, mayReach, reachedAt, words } = milestone;
  const what = typeof words?.what === "string" ? words.what : null;
  return (
    <>
      <div className={styles.mark}>{month && <DayMark date={month} view={view} />}</div>
      <div className={styles.what}>
        {what === null ? (
          <p className={styles.soft}>{t("unreadable")}</p>
        ) : (
          <p className={styles.name}>{what}</p>
        )}
        {reachedAt ? (
          <p className={styles.soft}>{t.rich("step.reachedOn", { day: () => <Day at={reachedAt} /> })}</p>
        ) : (
          <WhoSaidSo couple={couple} milestone={milestone} />
        )}
        {mayReach && what !== null && (
          <div>
            <Reach spaceId={couple.spaceId} agreement={id} version={version} what={what} />
          </div>
        )}
        {couple.hasLeft || reachedAt || what === null ? null : (
          <a
            className={styles.quiet}
            href={`/agreements/${couple.spaceId}/${id}`}
            aria-label={t("changeOf", { what })}
          >
            {t("change")}
          </a>
        )}
      </div>
    </>
  );
}

async function WhoSaidSo({ couple, milestone }: Pick<SharedProps, "couple"> & { milestone: Milestone }) {
  const t = await getTranslations("plans.step");
  const { saidByMe, saidByOther } = milestone;
  if (saidByMe) return <p className={styles.soft}>{t("mine", { other: couple.other })}</p>;
  return saidByOther ? <p className={styles.soft}>{t("theirs", { other: couple.other })}</p> : null;
}
