import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getFormatter, getTranslations } from "next-intl/server";
import { evenground } from "#server/evenground";
import { Frame } from "../../server/frame";
import { buttonClass } from "../../ui/button";
import { Explanation } from "../../ui/explanation";
import { linked } from "./linked";
import styles from "./mail.module.css";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("signIn.mail");
  return { title: t("title") };
}

/**
 * The mail that a start on one's own machine keeps instead of sending it. Where mail is sent, or strangers can reach
 * the server, there is no such page: a code that can be read here is worth as much as the address it went to.
 */
export default async function KeptMailPage() {
  const t = await getTranslations("signIn.mail");
  const format = await getFormatter();
  const kept = await evenground().mail.kept();
  if (!kept) notFound();
  return (
    <Frame>
      <Explanation title={t("title")}>
        <p>{t("text")}</p>
        {kept.length === 0 && <p>{t("none")}</p>}
        <a className={buttonClass("quiet")} href="/dev/mail">
          {t("again")}
        </a>
      </Explanation>
      {kept.map(({ id, to, subject, text, at }) => (
        <article key={id} className={styles.mail}>
          <h2>{subject}</h2>
          <p className={styles.head}>
            {t("to", { to })}
            <time dateTime={at.toISOString()}>
              {format.dateTime(at, { dateStyle: "medium", timeStyle: "short" })}
            </time>
          </p>
          <p className={styles.text}>{linked(text)}</p>
        </article>
      ))}
    </Frame>
  );
}
