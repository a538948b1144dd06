import { useTranslations } from "next-intl";
import type { Area } from "#conversation/guide";
import { GuideCard } from "./guide-card";
import styles from "./guide-shelf.module.css";
import type { GuideSummary } from "./matching-guides";
import { addressOf, type NewQuery } from "./new-query";

interface AreaSectionProps {
  readonly area: Area;
  readonly guides: readonly GuideSummary[];
  readonly query: NewQuery;
}

export function AreaSection({ area, guides, query }: AreaSectionProps) {
  const t = useTranslations("areas");
  return (
    <section className={styles.area} aria-labelledby={`area-${area}`}>
      <h2 id={`area-${area}`}>{t(`${area}`)}</h2>
      <ul>
        {guides.map((guide) => (
          <li key={guide.id}>
            <GuideCard guide={guide} address={addressOf({ ...query, guide: guide.id })} />
          </li>
        ))}
      </ul>
    </section>
  );
}
