import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { evenground } from "#server/evenground";
import { Frame } from "../server/frame";
import { signedInOnly } from "../server/signed-in-only";
import { buttonClass } from "../ui/button";
import styles from "./commitments.module.css";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("commitments");
  return { title: t("title") };
}

/** Those of the space used last; for somebody who shares none yet, what would stand here. */
export default async function CommitmentsPage() {
  const asking = await signedInOnly("/commitments");
  const [latest] = await evenground().spaces(asking);
  if (latest) redirect(`/commitments/${latest.id}`);
  const t = await getTranslations("commitments");
  return (
    <Frame page="commitments">
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
