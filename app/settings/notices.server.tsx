import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import type { SettingsOverview } from "#server/settings-overview";
import { formatDay } from "../format-day";
import { NoticesChoice } from "./notices-choice";
import { QuietHoursForm } from "./quiet-hours-form";
import { Section } from "./section.server";
import styles from "./settings.module.css";

interface NoticesProps extends Pick<SettingsOverview, "consents" | "quietHours"> {
  readonly hasAddress: boolean;
  readonly now: Date;
  /** Null where they never chose one. */
  readonly timeZone: string | null;
  /** The choice for this device. */
  readonly children: ReactNode;
}

/** Whether one wants to be told, how and when not, and all that one has ever agreed to. */
export async function Notices({ consents, quietHours, hasAddress, now, timeZone, children }: NoticesProps) {
  const t = await getTranslations("settings.notices");
  const isOn = consents.some(({ what, withdrawnAt }) => what === "notices" && withdrawnAt === null);
  return (
    <Section id="notices" title={t("title")} lead={t("lead")}>
      <p className={styles.lead}>{t("seen")}</p>
      <div className={styles.part}>
        <h3>{t("byMail")}</h3>
        {!hasAddress && <p>{t("needsAddress")}</p>}
        <NoticesChoice isOn={isOn} quietHours={quietHours} />
      </div>
      {children}
      <div className={styles.part}>
        <h3>{t("quiet")}</h3>
        <p className={styles.lead}>{t("quietLead")}</p>
        <QuietHoursForm quietHours={quietHours} timeZone={timeZone} />
      </div>
      <Agreed consents={consents} now={now} timeZone={timeZone} />
    </Section>
  );
}

async function Agreed({ consents, now, timeZone }: Pick<NoticesProps, "consents" | "now" | "timeZone">) {
  const t = await getTranslations("settings.notices");
  const locale = await getLocale();
  const day = (at: Date) => formatDay(at, locale, now, timeZone ?? "UTC");
  return (
    <div className={styles.part}>
      <h3>{t("history")}</h3>
      {consents.length === 0 && <p className={styles.lead}>{t("none")}</p>}
      <ul className={styles.lines}>
        {consents.map(({ what, givenAt, withdrawnAt }) => (
          <li key={`${what} ${givenAt.toISOString()}`}>
            <div>
              <b>{t(`what.${what}`)}</b>
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
  );
}
