import { useTranslations } from "next-intl";
import styles from "./main-nav.module.css";

/** The pages that are always one press away. */
export type MainPage =
  | "home"
  | "agreements"
  | "commitments"
  | "plans"
  | "checkIns"
  | "letters"
  | "people"
  | "alone"
  | "practice"
  | "settings";

interface MainNavProps {
  readonly page: MainPage | undefined;
  readonly spaceId: string | undefined;
  /** They have said that they are a therapist: their couples have a page. */
  readonly isTherapist: boolean;
}

type Pages = readonly (readonly [MainPage, string])[];

/**
 * The way to one's own pages. It is the same for everybody but therapists: what somebody does alone has its place here
 * whether or not there is anything, so that its being there tells nothing.
 */
export function MainNav({ page, spaceId, isTherapist }: MainNavProps) {
  const t = useTranslations("common.nav");
  const ofSpace = (path: string) => (spaceId ? `${path}/${spaceId}` : path);
  const pages: Pages = [
    ["home", ofSpace("/home")],
    ["agreements", ofSpace("/agreements")],
    ["commitments", ofSpace("/commitments")],
    ["plans", ofSpace("/plans")],
    ["checkIns", "/check-ins"],
    ["letters", "/letters"],
  ];
  const more: Pages = [
    ...(spaceId ? ([["people", `/home/${spaceId}/people`]] as const) : []),
    ["alone", "/home/alone"],
    ...(isTherapist ? ([["practice", "/practice"]] as const) : []),
    ["settings", "/settings"],
  ];
  const link = ([name, address]: Pages[number]) => (
    <li key={name}>
      <a href={address} aria-current={name === page ? "page" : undefined}>
        {t(name)}
      </a>
    </li>
  );
  return (
    <nav className={styles.nav} aria-label={t("label")}>
      <ul>
        {pages.map(link)}
        <li>
          <details className={styles.more}>
            <summary data-current={more.some(([name]) => name === page) || undefined}>{t("more")}</summary>
            <ul>{more.map(link)}</ul>
          </details>
        </li>
      </ul>
    </nav>
  );
}
