"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { AreaSection } from "./area-section";
import { GuideFilters } from "./guide-filters";
import styles from "./guide-shelf.module.css";
import { type GuideSummary, matchingGuides } from "./matching-guides";
import { addressOf, type Filter, type NewQuery, NO_FILTER } from "./new-query";
import { NothingFits } from "./nothing-fits";

interface GuideShelfProps {
  readonly guides: readonly GuideSummary[];
  readonly query: NewQuery;
}

/** All guides by area, and what sorts them out. The address keeps what was chosen, for the way back from a guide. */
export function GuideShelf({ guides, query }: GuideShelfProps) {
  const t = useTranslations("choose");
  const [filter, setFilter] = useState<Filter>({ how: query.how, time: query.time, area: query.area });
  const areas = matchingGuides(guides, filter);
  const count = areas.reduce((sum, { guides: fitting }) => sum + fitting.length, 0);

  function choose(chosen: Filter): void {
    setFilter(chosen);
    window.history.replaceState(null, "", addressOf({ ...query, ...chosen }));
  }

  return (
    <div className={styles.shelf}>
      <GuideFilters filter={filter} onChoose={choose} />
      <p className={styles.count} role="status">
        {count > 0 ? t("count", { count }) : t("none")}
      </p>
      {areas.map(({ area, guides: fitting }) => (
        <AreaSection key={area} area={area} guides={fitting} query={{ ...query, ...filter }} />
      ))}
      {count === 0 && <NothingFits onClear={() => choose(NO_FILTER)} />}
    </div>
  );
}
