import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { evenground } from "#server/evenground";
import { Frame } from "../../server/frame";
import { signedInOnly } from "../../server/signed-in-only";
import { Texts } from "../../server/texts";
import { buttonClass } from "../../ui/button";
import styles from "../practice.module.css";
import { ProfileForm } from "./profile-form";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("practice");
  return { title: t("title") };
}

/** What a therapist says about themselves. A guest is told that it takes an address first. */
export default async function ProfilePage() {
  const asking = await signedInOnly("/practice/profile");
  const profile = await evenground().therapistProfile(asking);
  const t = await getTranslations("practice.profile");
  return (
    <Frame {...(profile && { page: "practice" })}>
      <div className={styles.page}>
        <header className={styles.head}>
          {profile && (
            <a className={styles.plain} href="/practice">
              {t("back")}
            </a>
          )}
          <h1>{t("title")}</h1>
          <p className={styles.soft}>{t("lead")}</p>
        </header>
        {asking.isGuest ? (
          <section className={styles.section}>
            <p>{t("guest")}</p>
            <div className={styles.row}>
              <a
                className={buttonClass("primary")}
                href={`/sign-in?to=${encodeURIComponent("/practice/profile")}`}
              >
                {t("guestGo")}
              </a>
              <a className={styles.plain} href="/settings">
                {t("guestSettings")}
              </a>
            </div>
          </section>
        ) : (
          <Texts of={["practice", "refusal", "fault"]}>
            <ProfileForm profile={profile} />
          </Texts>
        )}
      </div>
    </Frame>
  );
}
