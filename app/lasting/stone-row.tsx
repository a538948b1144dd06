import { useTranslations } from "next-intl";
import type { Partner } from "#conversation/seats";
import { useWeekdayWords } from "../fields/use-weekday-words";
import styles from "./stone-row.module.css";
import type { Stone } from "./stones";

interface StoneRowProps {
  readonly stones: readonly Stone[];
  /** Whose promise it is; both have a colour of no seat. */
  readonly whose: Partner | "both";
  /** What the row is: said to who cannot see it. */
  readonly label: string;
}

/** The days of a promise as a row of stones. Each has its colour, its shape, and its words for a screen reader. */
export function StoneRow({ stones, whose, label }: StoneRowProps) {
  const t = useTranslations("stones");
  const dayOf = useWeekdayWords();
  return (
    <ol className={styles.stones} data-whose={whose} aria-label={label}>
      {stones.map(({ day, look, endsWeek }) => {
        const said = t("stone", { day: dayOf(day), look: t(`look.${look}`) });
        return (
          <li key={day} data-look={look} data-ends-week={endsWeek || undefined} title={said}>
            <span>{said}</span>
          </li>
        );
      })}
    </ol>
  );
}
