import { useTranslations } from "next-intl";
import styles from "./paper-links.module.css";

interface PaperLinksProps {
  readonly spaceId: string;
  /** One agreement alone; without it all that holds. */
  readonly only?: string;
}

/** The ways to a copy on paper, and to where a copy is checked. Its texts are those of `paper`. */
export function PaperLinks({ spaceId, only }: PaperLinksProps) {
  const t = useTranslations("paper.links");
  const query = only === undefined ? "" : `?only=${only}`;
  return (
    <nav className={styles.links} aria-label={t("label")}>
      <a href={`/agreements/${spaceId}/print${query}`}>{t("print")}</a>
      <a href={`/api/spaces/${spaceId}/agreements/paper${query}`} download>
        {t("file")}
      </a>
      <a href={`/agreements/${spaceId}/proof`}>{t("proof")}</a>
    </nav>
  );
}
