import { getTranslations } from "next-intl/server";
import type { KeepingRead } from "#server/lasting/lasting-view";
import { Day } from "../day.server";
import type { Couple } from "../lasting/couple";
import styles from "./appreciations.module.css";

interface KindLineProps {
  readonly line: KeepingRead;
  readonly couple: Couple;
}

/** One line that somebody has left for the other. */
export async function KindLine({ line, couple }: KindLineProps) {
  const t = await getTranslations("appreciations");
  const day = { day: () => <Day at={line.at} /> };
  return (
    <figure className={styles.line} data-seat={line.by}>
      {line.words ? <blockquote>{line.words.text}</blockquote> : <p>{t("unreadable")}</p>}
      <figcaption>
        {line.by === couple.seat ? t.rich("mine", day) : t.rich("from", { other: couple.other, ...day })}
      </figcaption>
    </figure>
  );
}
