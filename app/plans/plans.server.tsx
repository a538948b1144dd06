import { getLocale, getTranslations } from "next-intl/server";
import { agreementFieldsIn } from "#conversation/guides/in-language";
import type { LastingView } from "#server/lasting/lasting-view";
import type { CalendarTitles } from "#wire/preferences";
import { lastingSort } from "../agreements/sorts";
import { coupleOf } from "../lasting/couple.server";
import { waitingIn, wordingsThatHold } from "../lasting/waiting-in.server";
import { WaitingProposals } from "../lasting/waiting-proposals";
import { Texts } from "../server/texts";
import { buttonClass } from "../ui/button";
import { milestonesIn, plansInTime } from "./in-time.server";
import { MilestoneLines } from "./milestone-lines.server";
import { OwnCalendar } from "./own-calendar";
import { PlanLines } from "./plan-lines.server";
import styles from "./plans.module.css";

interface PlansProps {
  readonly view: LastingView;
  /** How one's own calendar names things; null where one has none. */
  readonly titles: CalendarTitles | null;
}

/** What two people look forward to, what was, and what they reach in small steps. */
export async function Plans({ view, titles }: PlansProps) {
  const t = await getTranslations("plans");
  const couple = await coupleOf(view.space);
  const { coming, lookBack, past } = plansInTime(view);
  const { ahead, reached } = milestonesIn(view);
  const waiting = waitingIn(view).filter(({ sort }) => ["plan", "milestone"].includes(lastingSort(sort)));
  const isEmpty = [coming, lookBack, past, ahead, reached, waiting].every(({ length }) => length === 0);
  const shared = { view, couple };
  return (
    <div className={styles.page}>
      <header>
        <h1>{t("title")}</h1>
        {couple.hasLeft ? <p>{t("left", { other: couple.other })}</p> : null}
        {!couple.isThere && <p>{t("nobodyYet")}</p>}
        {isEmpty && !couple.hasLeft ? <p>{t("empty")}</p> : null}
      </header>
      <Texts of={["plans", "lasting", "fields", "wording", "refusal", "fault"]}>
        <WaitingProposals
          couple={couple}
          waiting={waiting}
          questions={agreementFieldsIn(await getLocale())}
          holds={wordingsThatHold(view)}
        />
        <PlanLines {...shared} title={t("lookBack")} id="look-back" plans={lookBack} isOver />
        <PlanLines {...shared} title={t("coming")} id="coming" plans={coming} />
        <MilestoneLines {...shared} title={t("steps")} id="steps" milestones={ahead} />
        {couple.hasLeft ? null : <New spaceId={couple.spaceId} isEmpty={isEmpty} />}
        <MilestoneLines {...shared} title={t("reachedSteps")} id="reached" milestones={reached} />
        {past.length > 0 && (
          <details className={styles.past}>
            <summary>{t("past")}</summary>
            <PlanLines {...shared} title={null} id="past" plans={past} isOver />
          </details>
        )}
        <section className={styles.group} aria-labelledby="calendar">
          <h2 id="calendar">{t("calendar.title")}</h2>
          <p className={styles.soft}>{t("calendar.lead")}</p>
          <OwnCalendar spaceId={couple.spaceId} titles={titles} />
        </section>
      </Texts>
    </div>
  );
}

async function New({ spaceId, isEmpty }: { readonly spaceId: string; readonly isEmpty: boolean }) {
  const t = await getTranslations("plans.new");
  const address = (sort: "plan" | "milestone") => `/agreements/${spaceId}/new?sort=${sort}`;
  return (
    <section className={styles.row} aria-label={t("label")}>
      <a className={buttonClass(isEmpty ? "primary" : "quiet")} href={address("plan")}>
        {t("plan")}
      </a>
      <a className={buttonClass("quiet")} href={address("milestone")}>
        {t("milestone")}
      </a>
    </section>
  );
}
