import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { evenground } from "#server/evenground";
import { Frame } from "../server/frame";
import { signedInOnly } from "../server/signed-in-only";
import { buttonClass } from "../ui/button";
import { Changes } from "./changes.server";
import styles from "./check-ins.module.css";
import { Each } from "./each.server";
import { Lines } from "./lines.server";
import { lookBack } from "./own-check-ins.server";
import { SharedWithMe } from "./shared-with-me.server";

interface PageProps {
  readonly searchParams: Promise<Readonly<Record<string, string | readonly string[] | undefined>>>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("checkIns");
  return { title: t("title") };
}

/** Within this time of the last one it is said that there is one already. Nothing keeps anybody from another. */
const A_DAY = 86_400_000;

/** One's own check-ins over time, and what a partner shares. */
export default async function CheckInsPage({ searchParams }: PageProps) {
  const asking = await signedInOnly("/check-ins");
  const ground = evenground();
  const isEverything = (await searchParams).all !== undefined;
  const [all, shared] = await Promise.all([ground.ownCheckIns(asking), ground.sharedAnswers(asking)]);
  const t = await getTranslations("checkIns");
  const looked = lookBack(all, ground.now(), isEverything);
  const last = all.at(-1);
  const isRecent = last !== undefined && ground.now().getTime() - last.at.getTime() < A_DAY;
  return (
    <Frame page="checkIns">
      <div className={`${styles.page} ${styles.wide}`}>
        <header className={styles.head}>
          <h1>{t("title")}</h1>
          <p>{t("lead")}</p>
          <p className={styles.soft}>{t("diary")}</p>
        </header>
        <div className={styles.begin}>
          <a className={buttonClass("primary")} href="/check-ins/now">
            {t("begin")}
          </a>
          <p className={styles.soft}>{isRecent ? t("again") : t("whenever")}</p>
        </div>
        <SharedWithMe answers={shared} />
        {looked && (
          <>
            <Changes checkIns={all} />
            <Lines checkIns={looked.checkIns} over={looked.over} />
            {looked.hasOlder && (
              <p>
                <a className={styles.plain} href="/check-ins?all">
                  {t("everything")}
                </a>
              </p>
            )}
            <Each checkIns={looked.checkIns} />
          </>
        )}
      </div>
    </Frame>
  );
}
