import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { evenground } from "#server/evenground";
import { Frame } from "../server/frame";
import { signedInOnly } from "../server/signed-in-only";
import { buttonClass } from "../ui/button";
import styles from "./plans.module.css";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("plans");
  return { title: t("title") };
}

/** Those of the space used last; for somebody who shares none yet, what would stand here. */
export default async function PlansPage() {
  const asking = await signedInOnly("/plans");
  const [latest] = await evenground().spaces(asking);
  if (latest) redirect(`/plans/${latest.id}`);
  const t = await getTranslations("plans");
  return (
    <Frame page="plans">
      <div className={styles.page}>
        <header>
          <h1>{t("title")}</h1>
          <p>{t("noSpace")}</p>
        </header>
        <a className={`${buttonClass("primary")} ${styles.go}`} href="/home">
          {t("noSpaceGo")}
        </a>
      </div>
    </Frame>
  );
}
