import { getTranslations } from "next-intl/server";
import { parseTimeOfDay } from "#conversation/keeping/time-of-day";
import type { Words } from "#conversation/moves";
import type { KeepingRead, LastingView } from "#server/lasting/lasting-view";
import type { Couple } from "../lasting/couple";
import { DayMark } from "../lasting/day-mark.server";
import { HowWasIt } from "./how-was-it";
import type { Plan } from "./in-time.server";
import { PlanTime } from "./plan-time";
import styles from "./plans.module.css";

interface SharedProps {
  readonly view: LastingView;
  readonly couple: Couple;
  /** Their days are over: it is asked how they were. */
  readonly isOver?: boolean;
}

interface PlanLinesProps extends SharedProps {
  /** Null where what they are in says it already. */
  readonly title: string | null;
  readonly id: string;
  readonly plans: readonly Plan[];
}

/** Plans, each behind its day. */
export function PlanLines({ title, id, plans, ...shared }: PlanLinesProps) {
  if (plans.length === 0) return null;
  const lines = (
    <ul className={styles.lines}>
      {plans.map((plan) => (
        <li key={plan.id}>
          <Line {...shared} plan={plan} />
        </li>
      ))}
    </ul>
  );
  if (title === null) return lines;
  return (
    <section className={styles.group} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {lines}
    </section>
  );
}

interface LineProps extends SharedProps {
  readonly plan: Plan;
}

async function Line({ view, couple, plan, isOver = false }: LineProps) {
  const t = await getTranslations("plans");
  const { id, on, words, outlook } = plan;
  return (
    <>
      <div className={styles.mark}>{on && <DayMark date={on} view={view} />}</div>
      <div className={styles.what}>
        {words ? <What words={words} /> : <p className={styles.soft}>{t("unreadable")}</p>}
        {outlook.theirs && <BothWrote couple={couple} mine={outlook.mine} theirs={outlook.theirs} />}
        {outlook.mayWrite && words && <MayWrite couple={couple} plan={plan} isOver={isOver} />}
        {!isOver && <ForCalendar couple={couple} plan={plan} />}
        {couple.hasLeft || !words ? null : (
          <a
            className={styles.quiet}
            href={`/agreements/${couple.spaceId}/${id}`}
            aria-label={t("changeOf", { what: textOf(words.what) })}
          >
            {t("change")}
          </a>
        )}
      </div>
    </>
  );
}

/** What, when and where, and who takes care of it. */
function What({ words }: { readonly words: Words }) {
  const time = parseTimeOfDay(textOf(words.time));
  const place = textOf(words.place);
  return (
    <>
      <p className={styles.name}>{textOf(words.what)}</p>
      {time && (
        <p>
          <PlanTime {...time} />
        </p>
      )}
      {place !== "" && <p>{place}</p>}
      <p className={styles.soft}>{textOf(words.who)}</p>
    </>
  );
}

/** On the day itself it may be over or not: nobody is asked yet. */
async function MayWrite({ couple, plan, isOver }: Omit<LineProps, "view">) {
  const t = await getTranslations("plans.outlook");
  const { mine } = plan.outlook;
  const line = mine ? textOf(mine.words?.text) : null;
  const form = <HowWasIt couple={couple} agreement={plan.id} version={plan.version} mine={line} />;
  if (isOver || mine) return form;
  return (
    <details className={styles.quietly}>
      <summary>{t("today")}</summary>
      {form}
    </details>
  );
}

interface BothWroteProps {
  readonly couple: Couple;
  readonly mine: KeepingRead | null;
  readonly theirs: KeepingRead;
}

async function BothWrote({ couple, mine, theirs }: BothWroteProps) {
  const t = await getTranslations("plans");
  const lines = [
    { who: t("outlook.mine"), read: mine },
    { who: t("outlook.theirs", { other: couple.other }), read: theirs },
  ];
  return (
    <dl className={styles.both}>
      {lines.map(({ who, read }) => (
        <div key={who}>
          <dt>{who}</dt>
          <dd>{read?.words ? textOf(read.words.text) : t("unreadable")}</dd>
        </div>
      ))}
    </dl>
  );
}

async function ForCalendar({ couple, plan: { id, words, on } }: Pick<LineProps, "couple" | "plan">) {
  const t = await getTranslations("plans.file");
  if (!words || on === null) return null;
  const address = `/api/spaces/${couple.spaceId}/plans/${id}/calendar`;
  return (
    <details className={styles.quietly}>
      <summary>{t("title")}</summary>
      <ul>
        <li>
          <a href={address} download>
            {t("neutral")}
          </a>
        </li>
        <li>
          <a href={`${address}?titles=own`} download>
            {t("own")}
          </a>
        </li>
      </ul>
    </details>
  );
}

function textOf(value: Words[string] | undefined): string {
  return typeof value === "string" ? value : "";
}
