import { getLocale, getTranslations } from "next-intl/server";
import { type Waiting, whatWaits } from "#conversation/what-waits";
import { evenground } from "#server/evenground";
import { guideFor } from "#server/guide-for";
import type { LastingView } from "#server/lasting/lasting-view";
import type { ConversationOutline, SpaceOverview } from "#server/space-overview";
import { buttonClass } from "../ui/button";
import { LastingAskLine } from "./lasting-asks.server";
import { otherName } from "./names.server";
import styles from "./waits.module.css";
import { whatLastsAsks } from "./what-lasts-asks.server";

interface WaitsProps {
  readonly overview: SpaceOverview;
}

interface WhatWaitsProps extends WaitsProps {
  readonly view: LastingView;
  /** Something else stands below: then it is not said that nothing waits. */
  readonly hasMore: boolean;
}

interface Waits {
  readonly outline: ConversationOutline;
  readonly waiting: Waiting;
}

/** What is asked of whoever reads, and nothing that is asked of the other. Where something happened last comes first. */
export async function WhatWaits({ overview, view, hasMore }: WhatWaitsProps) {
  const t = await getTranslations("home.waits");
  const { conversations, space } = overview;
  const now = evenground().now().getTime();
  const [first, ...others] = conversations
    .flatMap((outline): readonly Waits[] => {
      const waiting = whatWaits(outline.state, space.seat, now);
      return waiting ? [{ outline, waiting }] : [];
    })
    .sort((one, next) => next.outline.lastAt.getTime() - one.outline.lastAt.getTime());
  const asks = whatLastsAsks(view);
  const isQuiet = !first && asks.length === 0;
  if (isQuiet && hasMore) return null;
  if (isQuiet)
    return <p className={styles.nothing}>{t(conversations.length > 0 ? "nothing" : "nothingYet")}</p>;
  return (
    <section className={styles.waits} aria-label={t("title")}>
      {first && <First {...first} overview={overview} />}
      {first && others.length + asks.length > 0 ? <h2 className={styles.also}>{t("also")}</h2> : null}
      <ul className={styles.others}>
        <Others all={others} overview={overview} />
        {asks.map((ask) => (
          <li key={ask.key}>
            <LastingAskLine ask={ask} view={view} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The one thing to do, in the colour of whose turn it is: one’s own. */
async function First({ outline, waiting, overview }: Waits & WaitsProps) {
  const t = await getTranslations("home.waits");
  const other = await otherName(overview.space);
  const { id, topic, guide } = outline;
  return (
    <div className={styles.first} data-seat={overview.space.seat}>
      <p className={styles.what}>
        {topic ? t("topic", { topic }) : t("guide", { guide: guideFor(guide, await getLocale()).title })}{" "}
        {t(`how.${waiting}`, { other })}
      </p>
      <div className={styles.go}>
        <a className={buttonClass("primary")} href={`/c/${id}`}>
          {t("go")}
        </a>
        <span>{overview.here.has(id) ? t("here", { other }) : t("ownTime")}</span>
      </div>
    </div>
  );
}

async function Others({ all, overview }: { readonly all: readonly Waits[] } & WaitsProps) {
  const t = await getTranslations("home.waits");
  const other = await otherName(overview.space);
  const locale = await getLocale();
  return all.map(({ outline: { id, topic, guide }, waiting }) => (
    <li key={id}>
      <a href={`/c/${id}`}>
        <b>{topic ? t("quoted", { topic }) : guideFor(guide, locale).title}</b>
        <small>{t(`how.${waiting}`, { other })}</small>
      </a>
    </li>
  ));
}
