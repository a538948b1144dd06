import { useTranslations } from "next-intl";
import { RadioCards } from "../ui/radio-cards";
import styles from "./new.module.css";

/** As much of a guide as it takes to choose one. */
export interface GuideChoice {
  readonly id: string;
  readonly title: string;
  readonly purpose: string;
  readonly minutes: number;
  readonly roles: readonly { readonly id: string; readonly mine: string }[];
}

interface GuideChoicesProps {
  readonly guides: readonly GuideChoice[];
  readonly onChoose: (id: string) => void;
}

/** The guides to choose from. Where there is one, it is chosen. */
export function GuideChoices({ guides, onChoose }: GuideChoicesProps) {
  const t = useTranslations("new");
  const [only, ...others] = guides;
  if (!only) return null;
  if (others.length === 0)
    return (
      <section className={styles.only}>
        <input type="hidden" name="guide" value={only.id} />
        <h2>{only.title}</h2>
        <p>{only.purpose}</p>
        <p className={styles.minutes}>{t("minutes", { minutes: only.minutes })}</p>
      </section>
    );
  return (
    <RadioCards
      legend={t("guide")}
      name="guide"
      cards={guides.map(({ id, title, purpose, minutes }) => ({
        value: id,
        title,
        text: `${purpose} ${t("minutes", { minutes })}`,
      }))}
      first={only.id}
      onChoose={onChoose}
    />
  );
}
