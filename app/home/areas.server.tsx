import { getFormatter, getLocale, getTranslations } from "next-intl/server";
import { GUIDES } from "#conversation/guides/catalogue";
import type { OwnSpace } from "#db/spaces";
import { guideFor } from "#server/guide-for";
import type { LastingView } from "#server/lasting/lasting-view";
import type { SpaceOverview } from "#server/space-overview";
import { Day } from "../day.server";
import { AREAS, addressOf, NO_QUERY, oneOf } from "../new/new-query";
import styles from "./areas.module.css";
import { heldIn } from "./held.server";
import { type AreaStanding, whereWeStand } from "./where-we-stand";

interface AreasProps {
  readonly overview: SpaceOverview;
  readonly view: LastingView;
}

/** The nine areas and where two people stand in each: somewhere they have been or not, and never a score. */
export async function Areas({ overview, view }: AreasProps) {
  const t = await getTranslations("home.areas");
  return (
    <section aria-labelledby="areas">
      <h2 className={styles.title} id="areas">
        {t("title")}
      </h2>
      <ol className={styles.areas}>
        {whereWeStand(GUIDES, overview.conversations, heldIn(view)).map((one) => (
          <li key={one.area} data-standing={one.standing.kind}>
            <i className={styles.dot} aria-hidden="true" />
            <div>
              <AreaName one={one} space={overview.space} />
              <small>
                <Where one={one} view={view} />
              </small>
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** It leads to its guide, or to the choice where it has several. */
async function AreaName({ one, space }: { readonly one: AreaStanding; readonly space: OwnSpace }) {
  const areas = await getTranslations("areas");
  const [guide, ...more] = one.guides;
  const isOne = guide && more.length === 0;
  const name = isOne ? guideFor(guide, await getLocale()).title : areas(`${one.area}`);
  const query = isOne ? { ...NO_QUERY, guide: guide.id } : { ...NO_QUERY, area: oneOf(AREAS, `${one.area}`) };
  // What is done alone belongs to no space.
  const place = one.standing.kind === "alone" ? query : { ...query, space: space.id };
  return (
    <a href={addressOf(place)}>
      <b>{name}</b>
    </a>
  );
}

interface WhereProps {
  readonly one: AreaStanding;
  readonly view: LastingView;
}

/** Where they stand, in a few words that a screen reader reads as well: the dot beside it only repeats them. */
async function Where({ one: { guides, standing }, view }: WhereProps) {
  const t = await getTranslations("home.areas");
  switch (standing.kind) {
    case "alone":
      return t("alone");
    case "empty": {
      const minutes = Math.min(...guides.map((guide) => guide.minutes));
      return guides.length > 1 ? t("ways", { count: guides.length, minutes }) : t("minutes", { minutes });
    }
    case "open":
      return t.rich("open", dayOf(standing.since));
    case "review": {
      const { count, day, isDue } = standing;
      if (isDue) return t("reviewDue", { count });
      return t.rich("review", { count, day: () => <AreaDay day={day} view={view} /> });
    }
    case "planned":
      return t.rich("planned", { day: () => <AreaDay day={standing.day} view={view} /> });
    case "holds":
      return t(`holds.${standing.what}`, { count: standing.count });
    case "unlanded":
      return t("unlanded");
    case "been":
      return standing.times > 1
        ? t.rich("beenOften", { count: standing.times, ...dayOf(standing.last) })
        : t.rich("been", dayOf(standing.last));
  }
}

/** A day of the next week by its name, one further ahead by its date. */
async function AreaDay({ day, view }: { readonly day: string; readonly view: LastingView }) {
  const format = await getFormatter();
  const ahead = (Date.parse(day) - Date.parse(view.calendar.today(view.zone))) / 86_400_000;
  const parts = ahead < 7 ? ({ weekday: "long" } as const) : ({ day: "numeric", month: "long" } as const);
  return <time dateTime={day}>{format.dateTime(new Date(day), { timeZone: "UTC", ...parts })}</time>;
}

const dayOf = (at: Date) => ({ day: () => <Day at={at} /> });
