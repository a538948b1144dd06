import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { Asking } from "#db/sign-ins";
import { evenground } from "#server/evenground";
import { readSettings, type SettingsOverview } from "#server/settings-overview";
import { Frame } from "../server/frame";
import { Languages } from "../server/languages";
import { signedInOnly } from "../server/signed-in-only";
import { Texts } from "../server/texts";
import { Address } from "./address.server";
import { Devices } from "./devices.server";
import { LooksForm } from "./looks-form";
import { Notices } from "./notices.server";
import { OwnWords } from "./own-words.server";
import { Passkeys } from "./passkeys.server";
import { Phone } from "./phone.server";
import { Push } from "./push.server";
import { Section } from "./section.server";
import styles from "./settings.module.css";
import { YouForm } from "./you-form";

/** The parts of the page, in order. */
const SECTIONS = ["you", "looks", "phone", "wayIn", "devices", "notices", "words"] as const;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("settings");
  return { title: t("title") };
}

/** All that one decides about oneself here. */
export default async function SettingsPage() {
  const asking = await signedInOnly("/settings");
  const { settings, now } = evenground();
  const own = await readSettings(settings, asking, now());
  const t = await getTranslations("settings");
  return (
    <Frame page="settings">
      <Texts of={["settings", "signIn", "refusal", "fault"]}>
        <div className={styles.page}>
          <div className={styles.head}>
            <h1>{t("title")}</h1>
            <nav className={styles.ways} aria-label={t("sections")}>
              {SECTIONS.map((section) => (
                <a key={section} href={`#${section}`}>
                  {t(`${section}.title`)}
                </a>
              ))}
            </nav>
          </div>
          <Sections asking={asking} own={own} now={now()} />
          <a href="/home" className={styles.plain}>
            {t("back")}
          </a>
        </div>
      </Texts>
    </Frame>
  );
}

interface SectionsProps {
  readonly asking: Asking;
  readonly own: SettingsOverview;
  readonly now: Date;
}

async function Sections({ asking, own, now }: SectionsProps) {
  const t = await getTranslations("settings");
  const { name, isGuest, preferences } = asking;
  const { theme, textSize, softTimers, timeZone, appFace } = preferences;
  return (
    <>
      <Section id="you" title={t("you.title")}>
        <YouForm name={name} timeZone={timeZone} timeZones={Intl.supportedValuesOf("timeZone")} />
      </Section>
      <Section id="looks" title={t("looks.title")} lead={t("looks.lead")}>
        <div className={styles.part}>
          <h3>{t("looks.language")}</h3>
          <Languages />
        </div>
        <LooksForm looks={{ theme, textSize, softTimers }} />
      </Section>
      <Phone face={appFace} />
      <Section id="wayIn" title={t("wayIn.title")}>
        <Address isGuest={isGuest} address={own.address} />
        <Passkeys asking={asking} passkeys={own.passkeys} now={now} />
      </Section>
      <Devices asking={asking} devices={own.devices} now={now} />
      <Notices {...own} hasAddress={own.address !== null} now={now} timeZone={timeZone}>
        <Push asking={asking} now={now} />
      </Notices>
      <OwnWords />
    </>
  );
}
