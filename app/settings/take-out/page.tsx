import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { evenground } from "#server/evenground";
import { takeoutOf } from "#server/takeout/takeout-desk";
import { Frame } from "../../server/frame";
import { signedInOnly } from "../../server/signed-in-only";
import { Texts } from "../../server/texts";
import { Packing } from "./packing";
import styles from "./take-out.module.css";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("settings"); // a tab is easily seen by somebody else
  return { title: t("title") };
}

/** Everything of one's own, in a file to keep. */
export default async function TakeOutPage() {
  const asking = await signedInOnly("/settings/take-out");
  const { desk, now } = evenground();
  const t = await getTranslations("takeout");
  return (
    <Frame page="settings">
      <div className={styles.page}>
        <h1>{t("title")}</h1>
        <p className={styles.lead}>{t("lead")}</p>
        <h2>{t("inside")}</h2>
        <ul>
          <li>{t("insideWords")}</li>
          <li>{t("insideSeen")}</li>
          <li>{t("insideAgreed")}</li>
          <li>{t("insideYou")}</li>
        </ul>
        <p>{t("careful")}</p>
        <Texts of={["takeout", "refusal", "fault"]}>
          <Packing known={await takeoutOf(desk, asking, now())} />
        </Texts>
        <p>
          <a href="/settings">{t("back")}</a>
        </p>
      </div>
    </Frame>
  );
}
