import { useTranslations } from "next-intl";
import { useCallback } from "react";
import styles from "./join.module.css";
import type { Offer } from "./use-invitation";

/** What is asked, and on what terms. */
export function Terms({ offer }: { readonly offer: Offer }) {
  const t = useTranslations("join");
  const { opener, topic, guide, minutes, role } = offer;
  const focus = useCallback((heading: HTMLHeadingElement | null) => heading?.focus(), []);
  const terms =
    guide && minutes !== null
      ? [
          [t("how"), guide.how],
          [t("when"), t("whenText", { minutes })],
          [t("part"), role],
          [t("readers"), t("readersText")],
        ]
      : [
          [t("shared"), t("sharedText")],
          [t("yours"), t("yoursText")],
          [t("leaving"), t("leavingText")],
        ];
  return (
    <>
      <h1 className={styles.ask} tabIndex={-1} ref={focus}>
        {guide === null ? t("askSpace", { opener }) : null}
        {guide && topic ? t("askAbout", { opener, topic }) : null}
        {guide && !topic ? t("ask", { opener }) : null}
      </h1>
      <dl className={styles.terms}>
        {terms.map(([term, text]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
