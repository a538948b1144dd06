import { useTranslations } from "next-intl";
import styles from "./guide-card.module.css";
import type { GuideSummary } from "./matching-guides";

interface GuideCardProps {
  readonly guide: GuideSummary;
  readonly address: string;
}

/** One guide to choose. The title is the link, and the whole card leads there. */
export function GuideCard({ guide: { id, title, purpose, minutes, solo, alone }, address }: GuideCardProps) {
  const t = useTranslations("choose");
  const length = solo ? "soloMinutes" : alone ? "alsoAloneMinutes" : "minutes";
  return (
    <article className={styles.card}>
      <h3>
        <a href={address} aria-describedby={`${id}-purpose ${id}-minutes`}>
          {title}
        </a>
      </h3>
      <p id={`${id}-purpose`}>{purpose}</p>
      <p id={`${id}-minutes`} className={styles.minutes}>
        {t(length, { minutes })}
      </p>
    </article>
  );
}
