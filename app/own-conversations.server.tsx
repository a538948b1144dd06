import { getFormatter, getTranslations } from "next-intl/server";
import { evenground } from "#server/evenground";
import styles from "./page.module.css";

/** A few are enough to go on from. */
const MOST = 5;
const HOUR = 3_600_000;

interface OwnConversationsProps {
  /** The newest first. */
  readonly own: readonly { readonly id: string; readonly createdAt: Date }[];
  /** This browser is their only way back. */
  readonly isGuest: boolean;
}

/**
 * The way back into one's own conversations. Somebody else may look at this page: no topic, no name, no words, and not
 * which guide it is. If only what is gone through alone were without its title, that would give it away.
 */
export async function OwnConversations({ own, isGuest }: OwnConversationsProps) {
  const t = await getTranslations("first");
  const format = await getFormatter();
  const now = evenground().now();
  if (own.length === 0) return null;
  return (
    <section className={styles.own} aria-labelledby="go-on">
      <h2 id="go-on">{t("goOn")}</h2>
      <ul>
        {own.slice(0, MOST).map(({ id, createdAt }) => (
          <li key={id}>
            <a href={`/c/${id}`}>
              <b>{t("someConversation")}</b>
              <small>
                {now.getTime() - createdAt.getTime() < HOUR
                  ? t("begunNow")
                  : t("begun", { when: format.relativeTime(createdAt, now) })}
              </small>
            </a>
          </li>
        ))}
      </ul>
      {isGuest && <p>{t.rich("keep", { link: (words) => <a href="/sign-in">{words}</a> })}</p>}
    </section>
  );
}
