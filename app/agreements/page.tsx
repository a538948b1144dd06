import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { evenground } from "#server/evenground";
import { Frame } from "../server/frame";
import { signedInOnly } from "../server/signed-in-only";
import { buttonClass } from "../ui/button";
import styles from "./agreements.module.css";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("agreements");
  return { title: t("title") };
}

/** Those of the space used last; for somebody who shares none yet, what would stand here. */
export default async function AgreementsPage() {
  const asking = await signedInOnly("/agreements");
  const [latest] = await evenground().spaces(asking);
  if (latest) redirect(`/agreements/${latest.id}`);
  const t = await getTranslations("agreements");
  return (
    <Frame page="agreements">
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
