import { useTranslations } from "next-intl";
import styles from "./list-page.module.css";

interface ListEndsProps {
  /** Of the list. */
  readonly address: string;
  readonly page: { readonly conversations: readonly { readonly id: string }[]; readonly hasMore: boolean };
  readonly isFirst: boolean;
}

/** The way to what is older, and back to the newest. */
export function ListEnds({ address, page, isFirst }: ListEndsProps) {
  const t = useTranslations("home.conversations");
  const last = page.conversations.at(-1);
  return (
    <p className={styles.ends}>
      {!isFirst && <a href={address}>{t("newest")}</a>}
      {page.hasMore && last && <a href={`${address}?before=${last.id}`}>{t("older")}</a>}
    </p>
  );
}
