import { useTranslations } from "next-intl";
import styles from "./main-nav.module.css";

/** The pages that are always one press away. */
export type MainPage = "home" | "people" | "alone" | "settings";

interface MainNavProps {
  readonly page: MainPage | undefined;
  readonly spaceId: string | undefined;
}

/**
 * The way to one's own pages. It is the same for everybody: what somebody does alone has its place here whether or
 * not there is anything, so that its being there tells nothing.
 */
export function MainNav({ page, spaceId }: MainNavProps) {
  const t = useTranslations("common.nav");
  const pages: readonly (readonly [MainPage, string])[] = [
    ["home", spaceId ? `/home/${spaceId}` : "/home"],
    ...(spaceId ? ([["people", `/home/${spaceId}/people`]] as const) : []),
    ["alone", "/home/alone"],
    ["settings", "/settings"],
  ];
  return (
    <nav className={styles.nav} aria-label={t("label")}>
      <ul>
        {pages.map(([name, address]) => (
          <li key={name}>
            <a href={address} aria-current={name === page ? "page" : undefined}>
              {t(name)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
