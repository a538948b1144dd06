import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { evenground } from "#server/evenground";
import { Day } from "../day.server";
import { Frame } from "../server/frame";
import { signedInOnly } from "../server/signed-in-only";
import { buttonClass } from "../ui/button";
import styles from "./letters.module.css";
import { lettersTo } from "./received.server";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("letters");
  return { title: t("title") };
}

/** One's own letters, and those that came. The page is there for everybody, whether or not there are any. */
export default async function LettersPage() {
  const asking = await signedInOnly("/letters");
  const t = await getTranslations("letters");
  const own = await evenground().ownLetters(asking);
  const received = await lettersTo(asking);
  return (
    <Frame page="letters">
      <div className={styles.page}>
        <header className={styles.head}>
          <h1>{t("heading")}</h1>
          <p>{t("lead")}</p>
          <p className={styles.soft}>{t("nobody")}</p>
        </header>
        <div className={styles.begin}>
          <a className={buttonClass("primary")} href="/letters/new">
            {t("begin")}
          </a>
          <p className={styles.soft}>
            {t.rich("lettingGo", { link: (text) => <a href="/new?guide=letting-go">{text}</a> })}
          </p>
        </div>
        <section className={styles.section} aria-labelledby="own">
          <h2 id="own">{t("own")}</h2>
          {own.length === 0 && <p className={styles.soft}>{t("none")}</p>}
          <ul className={styles.list}>
            {own.map(({ id, words, changedAt, sentAt }) => (
              <li key={id}>
                <a href={`/letters/${id}`}>
                  <b>{words?.title.trim() || t("untitled")}</b>
                  <small>
                    {sentAt
                      ? t.rich("sentOn", { day: () => <Day at={sentAt} /> })
                      : t.rich("changedOn", { day: () => <Day at={changedAt} /> })}
                  </small>
                </a>
              </li>
            ))}
          </ul>
        </section>
        {received.length > 0 && (
          <section className={styles.section} aria-labelledby="received">
            <h2 id="received">{t("received")}</h2>
            <ul className={styles.list}>
              {received.map(({ spaceId, from, seq, at, isOpened }) => (
                <li key={`${spaceId} ${seq}`}>
                  <a href={`/letters/received/${spaceId}/${seq}`}>
                    <b>{t("from", { name: from })}</b>
                    <small>
                      <Day at={at} />
                      {!isOpened && ` · ${t("unopened")}`}
                    </small>
                  </a>
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </Frame>
  );
}
