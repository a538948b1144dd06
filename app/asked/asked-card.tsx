import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useDateWords } from "../fields/use-date-words";
import styles from "./asked-card.module.css";

/** What somebody who is asked for something sees of it. */
export interface AskedLook {
  readonly kind: "guide" | "check-in" | "commitment" | "reading";
  /** What the guide is called; null where it is none. */
  readonly guide: string | null;
  /** Who asks. */
  readonly by: string;
  readonly isForBoth: boolean;
  /** A day, `2027-03-01`. */
  readonly dueOn: string | null;
  readonly note: string;
  /** What is to be read, or promised. */
  readonly text: string;
}

interface AskedCardProps {
  readonly look: AskedLook;
  /** The rank of what it is called. */
  readonly heading?: "h2" | "h3";
  /** What can be done with it. */
  readonly children?: ReactNode;
}

/** Something that a therapist asks for, as those see it whom it is for, and in its preview. */
export function AskedCard({ look, heading: Heading = "h3", children }: AskedCardProps) {
  const t = useTranslations("asked");
  const dateWords = useDateWords();
  const { kind, guide, by, isForBoth, dueOn, note, text } = look;
  return (
    <article className={styles.card}>
      <p className={styles.small}>{t(isForBoth ? "fromForBoth" : "fromForYou", { name: by })}</p>
      <Heading>{guide ?? t(`kind.${kind}`)}</Heading>
      {note && <p className={styles.said}>{note}</p>}
      {text && <p className={styles.text}>{text}</p>}
      {dueOn && <p className={styles.small}>{t("due", { day: dateWords(dueOn) })}</p>}
      {children}
    </article>
  );
}
