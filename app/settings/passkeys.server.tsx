import { getFormatter, getLocale, getTranslations } from "next-intl/server";
import type { Asking } from "#db/sign-ins";
import type { SettingsOverview } from "#server/settings-overview";
import { formatDay } from "../format-day";
import { AddPasskey } from "./add-passkey";
import { type OwnLine, OwnList } from "./own-list";
import styles from "./settings.module.css";

interface PasskeysProps {
  readonly asking: Asking;
  readonly passkeys: SettingsOverview["passkeys"];
  readonly now: Date;
}

/** One's passkeys, where each was made, and the way to one more. */
export async function Passkeys({ asking, passkeys, now }: PasskeysProps) {
  const t = await getTranslations("settings.passkeys");
  const format = await getFormatter();
  const locale = await getLocale();
  const lines = passkeys.map(({ id, device, createdAt, usedAt }): OwnLine => {
    const title = device || t("unknownDevice");
    const used = usedAt ? t("used", { ago: format.relativeTime(usedAt, now) }) : t("unused");
    const when = formatDay(createdAt, locale, now, asking.preferences.timeZone ?? "UTC");
    const label = t("removeLabel", { device: title, when });
    return {
      id,
      title,
      notes: [[t("made", { when }), used].join(", ")],
      end: { path: `/api/passkeys/${id}/remove`, text: t("remove"), label },
    };
  });
  return (
    <div className={styles.part}>
      <h3>{t("title")}</h3>
      <p className={styles.lead}>{t("lead")}</p>
      <OwnList lines={lines} done={t("removed")} />
      {passkeys.length === 0 && <p className={styles.lead}>{t("none")}</p>}
      <AddPasskey />
    </div>
  );
}
