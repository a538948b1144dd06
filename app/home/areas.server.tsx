import { getLocale, getTranslations } from "next-intl/server";
import { GUIDES } from "#conversation/guides/catalogue";
import type { OwnSpace } from "#db/spaces";
import { guideFor } from "#server/guide-for";
import type { SpaceOverview } from "#server/space-overview";
import { Day } from "../day.server";
import { AREAS, addressOf, NO_QUERY, oneOf } from "../new/new-query";
import styles from "./areas.module.css";
import { type AreaStanding, whereWeStand } from "./where-we-stand";

/** The nine areas and where two people stand in each: somewhere they have been or not, and never a score. */
export async function Areas({ overview }: { readonly overview: SpaceOverview }) {
  const t = await getTranslations("home.areas");
  return (
    <section aria-labelledby="areas">
      <h2 className={styles.title} id="areas">
        {t("title")}
      </h2>
      <ol className={styles.areas}>
        {whereWeStand(GUIDES, overview.conversations).map((one) => (
          <li key={one.area} data-standing={one.standing.kind}>
            <i className={styles.dot} aria-hidden="true" />
            <div>
              <AreaName one={one} space={overview.space} />
              <small>
                <Where one={one} />
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

/** Where they stand, in a few words that a screen reader reads as well: the dot beside it only repeats them. */
async function Where({ one: { guides, standing } }: { readonly one: AreaStanding }) {
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
    case "unlanded":
      return t("unlanded");
    case "been":
      return standing.times > 1
        ? t.rich("beenOften", { count: standing.times, ...dayOf(standing.last) })
        : t.rich("been", dayOf(standing.last));
  }
}

const dayOf = (at: Date) => ({ day: () => <Day at={at} /> });
