import { getTranslations } from "next-intl/server";
import { evenground } from "#server/evenground";
import { OwnConversations } from "./own-conversations.server";
import styles from "./page.module.css";
import { whoIsAsking } from "./server/asking";
import { Languages } from "./server/languages";
import { buttonClass } from "./ui/button";
import { PageFrame } from "./ui/page-frame";

/** What this is, in one screen. Whoever has been here before finds the way back in. */
export default async function FirstPage() {
  const t = await getTranslations("first");
  const tried = await getTranslations("try");
  const common = await getTranslations("common");
  const asking = await whoIsAsking();
  const own = asking ? await evenground().ownConversations(asking) : [];
  // A guest who has nothing here yet is a stranger to themselves: there is no space to go to.
  const hasSpace = asking !== null && (!asking.isGuest || own.length > 0);
  const end = (
    <a className={styles.wayIn} href={hasSpace ? "/home" : "/sign-in"}>
      {hasSpace ? t("space") : t("signIn")}
    </a>
  );
  const footer = (
    <>
      <p>{t("afraid")}</p>
      <Languages />
    </>
  );
  return (
    <PageFrame name={common("name")} skip={common("skip")} end={end} footer={footer}>
      <div className={styles.opening}>
        <h1>{t.rich("title", { sentence: (text) => <span>{text}</span> })}</h1>
        <p className={styles.lead}>{t("lead")}</p>
        <p className={styles.ways}>
          <a className={buttonClass("primary")} href="/new">
            {t("start")}
          </a>
          <a className={styles.see} href="/try">
            {tried("open")}
          </a>
        </p>
      </div>
      <OwnConversations own={own} isGuest={asking?.isGuest ?? true} />
      <div className={styles.scene} role="img" aria-label={t("scene")}>
        <i />
        <i />
      </div>
      <div className={styles.how}>
        <section>
          <h2>{t("link.title")}</h2>
          <p>{t("link.text")}</p>
        </section>
        <section>
          <h2>{t("pace.title")}</h2>
          <p>{t("pace.text")}</p>
        </section>
        <section>
          <h2>{t("words.title")}</h2>
          <p>{t("words.text")}</p>
        </section>
      </div>
    </PageFrame>
  );
}
