import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import type { SettingsOverview } from "#server/settings-overview";
import { formatDay } from "../format-day";
import { NoticesChoice } from "./notices-choice";
import { Section } from "./section.server";
import styles from "./settings.module.css";

interface NoticesProps {
  readonly consents: SettingsOverview["consents"];
  readonly hasAddress: boolean;
  readonly now: Date;
  readonly timeZone: string | null;
  /** Other ways to be told. */
  readonly children: ReactNode;
}

/** Whether one wants to be written to, and all that one has ever agreed to. */
export async function Notices({ consents, hasAddress, now, timeZone, children }: NoticesProps) {
  const t = await getTranslations("settings.notices");
  const locale = await getLocale();
  const day = (at: Date) => formatDay(at, locale, now, timeZone ?? "UTC");
  const isOn = consents.some(({ what, withdrawnAt }) => what === "notices" && withdrawnAt === null);
  return (
    <Section id="notices" title={t("title")} lead={t("lead")}>
      <div className={styles.part}>
        <p>{t("notYet")}</p>
        {!hasAddress && <p>{t("needsAddress")}</p>}
        <NoticesChoice isOn={isOn} />
      </div>
      {children}
      <div className={styles.part}>
        <h3>{t("history")}</h3>
        {consents.length === 0 && <p className={styles.lead}>{t("none")}</p>}
        <ul className={styles.lines}>
          {consents.map(({ givenAt, withdrawnAt }) => (
            <li key={givenAt.toISOString()}>
              <div>
                <b>{t("what")}</b>
                <small>
                  {withdrawnAt
                    ? t("withdrawn", { given: day(givenAt), when: day(withdrawnAt) })
                    : t("given", { when: day(givenAt) })}
                </small>
              </div>
            </li>
          ))}
        </ul>
      </div>
    </Section>
  );
}
