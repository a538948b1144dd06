import { getFormatter, getLocale, getTranslations } from "next-intl/server";
import type { Asking } from "#db/sign-ins";
import type { SettingsOverview } from "#server/settings-overview";
import { formatDay } from "../format-day";
import { SignOutButton } from "../sign-in/sign-out-button";
import { type OwnLine, OwnList } from "./own-list";
import { Section } from "./section.server";
import styles from "./settings.module.css";

/** Noted to the hour: nothing finer can be said. */
const HOUR = 3_600_000;

interface DevicesProps {
  readonly asking: Asking;
  readonly devices: SettingsOverview["devices"];
  readonly now: Date;
}

/** The browsers one is signed in on, and the way to end each. */
export async function Devices({ asking, devices, now }: DevicesProps) {
  const t = await getTranslations("settings.devices");
  const format = await getFormatter();
  const locale = await getLocale();
  const used = (at: Date) =>
    now.getTime() - at.getTime() < 2 * HOUR ? t("usedNow") : t("used", { ago: format.relativeTime(at, now) });
  const lines = devices.map(({ id, device, createdAt, usedAt }): OwnLine => {
    const title = device || t("unknown");
    const when = formatDay(createdAt, locale, now, asking.preferences.timeZone ?? "UTC");
    const label = t("endLabel", { device: title, when });
    return {
      id,
      title,
      notes: [[t("since", { when }), ...(usedAt ? [used(usedAt)] : [])].join(", ")],
      ...(id === asking.signInId
        ? { mark: t("this") }
        : { end: { path: `/api/devices/${id}/end`, text: t("end"), label } }),
    };
  });
  const endAll = { path: "/api/devices/end-others", text: t("endOthers"), done: t("othersEnded") };
  const isOnlyThis = devices.length < 2;
  return (
    <Section id="devices" title={t("title")} lead={isOnlyThis ? undefined : t("lead")}>
      <div className={styles.part}>
        <OwnList lines={lines} done={t("ended")} endAll={isOnlyThis ? undefined : endAll} />
        {isOnlyThis && <p className={styles.lead}>{t("onlyThis")}</p>}
      </div>
      {asking.isGuest ? (
        <p className={styles.lead}>{t("guestSignOut")}</p>
      ) : (
        <div className={styles.row}>
          <SignOutButton />
        </div>
      )}
      {!asking.isGuest && <p className={styles.lead}>{t("passkeysStay")}</p>}
    </Section>
  );
}
