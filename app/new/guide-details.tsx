import { useTranslations } from "next-intl";
import type { Guide } from "#conversation/guide";
import styles from "./guide-details.module.css";
import { addressOf, type NewQuery } from "./new-query";
import { stepsAlone } from "./steps-alone";

interface GuideDetailsProps {
  readonly guide: Guide;
  /** One person goes through it. */
  readonly alone: boolean;
  readonly query: NewQuery;
}

/** What somebody wants to know before they begin. */
export function GuideDetails({ guide, alone, query }: GuideDetailsProps) {
  const t = useTranslations("guide");
  const { asks, isNot, minutes, solo } = guide;
  const steps = alone ? stepsAlone(guide) : guide.steps;
  const length = solo ? "minutesSolo" : alone ? "minutesAlone" : "minutes";
  return (
    <section className={styles.details} aria-label={t("details")}>
      <dl>
        {asks && (
          <div>
            <dt>{t(alone ? "asksYou" : "asks")}</dt>
            <dd>{asks}</dd>
          </div>
        )}
        {isNot && (
          <div>
            <dt>{t("isNot")}</dt>
            <dd>{isNot}</dd>
          </div>
        )}
        <div>
          <dt>{t("time")}</dt>
          <dd>{t(length, { minutes })}</dd>
        </div>
        <div>
          <dt>{t("steps")}</dt>
          <dd>
            <ol>
              {steps.map(({ id, title }) => (
                <li key={id}>{title}</li>
              ))}
            </ol>
          </dd>
        </div>
      </dl>
      {!solo && guide.alone && (
        <a href={addressOf({ ...query, guide: guide.id, how: alone ? "together" : "alone" })}>
          {t(alone ? "ratherTogether" : "ratherAlone")}
        </a>
      )}
    </section>
  );
}
