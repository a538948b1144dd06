import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { whoIsAsking } from "../../server/asking";
import { Frame } from "../../server/frame";
import { Texts } from "../../server/texts";
import { buttonClass } from "../../ui/button";
import { Explanation } from "../../ui/explanation";
import { isCodeWaiting } from "../code-waiting.server";
import styles from "../sign-in.module.css";
import { SignedIn } from "../signed-in.server";
import { DropCode } from "./drop-code";
import { MailedLink } from "./mailed-link";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("signIn");
  return { title: t("title") };
}

/** The mailed link. Opening it changes nothing, whoever opens it: mail scanners open every link there is. */
export default async function MailedLinkPage() {
  const isAsked = await isCodeWaiting();
  return (
    <Frame>
      <Texts of={["signIn", "refusal", "fault"]}>{isAsked ? <Asked /> : <NotAsked />}</Texts>
    </Frame>
  );
}

async function Asked() {
  const t = await getTranslations("signIn");
  return (
    <div className={styles.column}>
      <MailedLink />
      <noscript>{t("noScript")}</noscript>
    </div>
  );
}

async function NotAsked() {
  const asking = await whoIsAsking();
  return (
    <>
      <DropCode />
      {asking && !asking.isGuest ? <SignedIn asking={asking} /> : <Elsewhere />}
    </>
  );
}

async function Elsewhere() {
  const t = await getTranslations("signIn.link");
  return (
    <div className={styles.column}>
      <Explanation title={t("elsewhere")}>
        <p>{t("elsewhereText")}</p>
        <p>{t("elsewhereOver")}</p>
        <a className={buttonClass("quiet")} href="/sign-in">
          {t("ask")}
        </a>
      </Explanation>
    </div>
  );
}
